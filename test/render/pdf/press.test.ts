/** Our press against pdfmake and pdfkit as they are: the same words at the same places, the same pixels, whatever was printed before. */
import { createRequire } from 'node:module';
import type * as canvasLibrary from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { openPress } from '../../../src/render/pdf/print.js';
import { infoOf } from '../../../src/render/pdf/write-pdf.js';
import { sampleDocument } from '../../support/sample-document.js';
import { paragraph } from './open-pdf.js';
import { aChart, everything, laidOut, ours, plainly } from './plain-press.js';

const require = createRequire(import.meta.url);
/** The one that pdf.js draws paths with, which may be another than ours. */
const { createCanvas } = createRequire(require.resolve('pdfjs-dist/legacy/build/pdf.mjs'))('@napi-rs/canvas') as typeof canvasLibrary;
interface Seen {
  readonly words: readonly string[];
  readonly pixels: Uint8ClampedArray;
}

/** Every text with its place, and the page as it is painted. */
async function look(bytes: Uint8Array): Promise<readonly Seen[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true, isEvalSupported: false }).promise;
  const pages: Seen[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [`${item.str} ${item.transform.map((one: number) => one.toFixed(3)).join(' ')}`] : []));
    const viewport = page.getViewport({ scale: 1 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
    pages.push({ words, pixels: canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data });
  }
  await document.destroy();
  return pages;
}

/** Sixteen pages are painted letter by letter. */
const PAINTING_MS = 240_000;

/** pdf.js paints letters as paths of rounded numbers: single points of an edge change their shade. test/tools/press.test.ts compares without that. */
const SAME_SHADE = 12;
const STRAY_POINTS = 20;

function pointsApart(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  expect(one.length).toBe(other.length);
  let apart = 0;
  for (let index = 0; index < one.length; index += 4) if (Math.abs(one[index]! - other[index]!) > SAME_SHADE) apart++;
  return apart;
}

describe('the press', () => {
  it('prints the words, places and pixels that pdfmake prints', { timeout: PAINTING_MS }, async () => {
    const [expected, seen] = [await look(await plainly(everything)), await look(await ours(everything))];
    expect(seen.map(({ words }) => words)).toEqual(expected.map(({ words }) => words));
    expect(seen.flatMap(({ words }) => words).length).toBeGreaterThan(300);
    for (const [index, { pixels }] of seen.entries()) {
      expect(new Set(pixels).size).toBeGreaterThan(50);
      expect(pointsApart(pixels, expected[index]!.pixels)).toBeLessThan(STRAY_POINTS);
    }
  });

  it('sees a letter that is moved by a tenth of a point', { timeout: PAINTING_MS }, async () => {
    const press = openPress(infoOf(everything));
    const [first, ...pages] = await laidOut(everything, press);
    const items = first!.items.map((item, index) => (index === 0 && item.type === 'line' ? { ...item, item: { ...item.item, x: item.item.x + 0.1 } } : item));
    const [moved] = await look(await press.print([{ ...first!, items }, ...pages]));
    const [expected] = await look(await plainly(everything));
    expect(moved!.words).not.toEqual(expected!.words);
    expect(pointsApart(moved!.pixels, expected!.pixels)).toBeGreaterThan(2 * STRAY_POINTS);
  });

  it('prints the same bytes whatever was printed before', async () => {
    const before = await ours(everything);
    // A no-break blank and a blank share a glyph, parts of letters are letters themselves.
    await ours({ ...sampleDocument(), body: [paragraph('\u00A0\u00A0 ế ê ´ ổ ô'), aChart] });
    expect(Buffer.compare(await ours(everything), before)).toBe(0);
  });

  it('holds one font for documents with the same letters, in whatever order they come', async () => {
    const fontOf = async (order: string): Promise<string> => {
      const bytes = Buffer.from(await ours({ ...sampleDocument(), body: [paragraph(order)], appendices: [] })).toString('latin1');
      return [...bytes.matchAll(/\/Filter \/FlateDecode\n\/Length (\d+)\n>>\nstream\n/g)].map(({ index, 0: head, 1: length }) => bytes.slice(index + head.length, index + head.length + Number(length))).join('|');
    };
    expect(await fontOf('xyz wq')).toBe(await fontOf('wq zyx'));
    expect(await fontOf('xyz wq')).not.toBe(await fontOf('xyz wqj'));
  });
});
