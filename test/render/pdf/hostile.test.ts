/** Trees no office would write: nothing is lost silently, nothing reaches for a file or the network, nothing throws. */
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { checkPrinted } from '../../../src/render/pdf/check-printed.js';
import { REGULAR } from '../../../src/render/pdf/fonts.js';
import { inkedText, moved, type Inked } from '../../../src/render/pdf/ink.js';
import type { PageItem } from '../../../src/render/pdf/printed-page.js';
import { setText } from '../../../src/render/pdf/set-text.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { sampleDocument } from '../../support/sample-document.js';
import { newSetting, pageOf } from './by-hand.js';
import { cell, linesOf, openPdf, paragraph, table, text, withBody } from './open-pdf.js';

/** Letters of the PDF = letters of the tree: broken words are words again without blanks. */
async function expectAllLetters(document: OfficialDocument): Promise<void> {
  const { pages, findings } = await openPdf(document);
  expect(findings).toEqual([]);
  const count = (value: string): Map<string, number> => {
    const letters = new Map<string, number>();
    for (const letter of value.replace(/\s/g, '')) letters.set(letter, (letters.get(letter) ?? 0) + 1);
    return letters;
  };
  const numbers = pages.map((_, index) => (index === 0 ? '' : String(index + 1))).join('');
  expect(count(pages.flatMap(linesOf).join(''))).toEqual(count(treeWords(document).join('') + numbers));
}

describe('hostile trees', () => {
  it('words longer than a line, everywhere', async () => {
    await expectAllLetters({
      ...withBody(paragraph(`${'/'.repeat(300)} ${'a-'.repeat(200)}`), paragraph('M'.repeat(500)), { type: 'heading', level: 1, inlines: text('N'.repeat(300)) }, table([[cell('L'.repeat(90)), cell('x')]], [[cell('1/'.repeat(90)), cell('y')]])),
      letterhead: { parent: ['X'.repeat(200)], issuer: ['Y'.repeat(200)] },
      number: text(`Số: ${'9'.repeat(200)}`),
      placeAndDate: text('Z'.repeat(200)),
      title: { typeName: 'R'.repeat(200), subject: text('Q'.repeat(200)) },
      addressees: ['T'.repeat(200), 'S'.repeat(100)],
      recipients: ['U'.repeat(200)],
      signature: { authority: ['W'.repeat(200)], name: 'V'.repeat(200) },
    });
  });

  it('words that Unicode holds together over blanks', async () => {
    for (const one of ['! '.repeat(300), '( '.repeat(300), 'a-b !'.repeat(100), ') ( '.repeat(150), '” ('.repeat(200)]) {
      await expectAllLetters(withBody(paragraph(one), table([[cell(one), cell('x'), cell('y')]], []), paragraph('Hết./.')));
    }
  });

  it('faces that change within words', async () => {
    const inlines = Array.from({ length: 300 }, (_, index) => (index % 2 ? ({ type: 'strong', children: text('QĐ-') } as const) : text('UB/')[0]!));
    await expectAllLetters(withBody({ type: 'paragraph', role: 'body', inlines }));
  });

  it('a document with nothing in it', async () => {
    const { findings, pages } = await openPdf({
      ...sampleDocument(),
      letterhead: { parent: [], issuer: [] },
      number: [],
      placeAndDate: [],
      title: { typeName: '', subject: [] },
      addressees: [],
      body: [],
      recipients: [],
      signature: { authority: [] },
      appendices: [],
    });
    expect(findings).toEqual([]);
    expect(pages).toHaveLength(1);
  });

  it('line breaks in every place', async () => {
    const broken = [{ type: 'break' } as const, ...text('a b'), { type: 'break' } as const, { type: 'break' } as const, ...text('1/2-3'), { type: 'break' } as const];
    await expectAllLetters({ ...withBody({ type: 'paragraph', role: 'body', inlines: broken }, table([[{ inlines: broken }, { inlines: [] }]], [])), number: broken, placeAndDate: broken });
  });
});

describe('a finished page', () => {
  it('is not trusted: what is forgotten, doubled, cut or set beyond a margin is found', () => {
    const setting = newSetting();
    const set = (value: string): Inked => inkedText(setText(setting, text(value), { sizePt: 14, face: REGULAR, alignment: 'left', widthPt: setting.box.textWidthPt }));
    const { leftPt, topPt } = setting.box.margins;
    const [good, , doubled, wide, deep, cut] = ['tốt', 'rơi', 'đôi', 'ngoài', 'dưới', 'cụt cụt'].map(set) as [Inked, Inked, Inked, Inked, Inked, Inked];
    const at = ({ items }: Inked, dx: number, dy: number): PageItem[] => items.map((item) => moved(item, leftPt + dx, topPt + dy));
    const halved = cut.items.map((item): PageItem => (item.type === 'line' ? { ...item, item: { ...item.item, inlines: item.item.inlines.slice(1) } } : item));
    // New objects: only a repeated header stands on two pages as the same one.
    const again = doubled.items.map((item): PageItem => (item.type === 'line' ? { ...item, item: { ...item.item, inlines: item.item.inlines.map((inline) => ({ ...inline })) } } : item));
    const page = pageOf(setting, [
      ...at(good, 0, 0),
      ...at(doubled, 0, 20),
      ...at({ ...doubled, items: again }, 0, 40),
      ...at(wide, setting.box.textWidthPt - 10, 60),
      ...at(deep, 0, setting.box.textHeightPt - 5),
      ...at({ ...cut, items: halved }, 0, 80),
    ]);
    expect(checkPrinted(setting.ledger, [page]).map((passage) => passage.text.split(' ')[0])).toEqual(['rơi', 'đôi', 'ngoài', 'dưới', 'cụt']);
  });
});

describe('a picture', () => {
  const picture = (inside: string): string => `<?xml version="1.0" encoding="utf-8" ?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90">${inside}</svg>`;
  const printed = (svg: string): Promise<Uint8Array> => {
    const setting = newSetting();
    return setting.press.print([pageOf(setting, [{ type: 'svg', item: { svg, x: 90, y: 90, widthPt: 90, heightPt: 90 } }])]);
  };

  it.each([
    '<image href="/etc/hostname" width="9" height="9"/>',
    '<IMAGE width="9" height="9"/>',
    '<svg:image width="9"/>',
    '<use xlink:href="other.svg#a"/>',
    '<a href="https://example.invalid/"><rect/></a>',
    '<foreignObject></foreignObject>',
    '<script>1</script>',
    '<rect fill="url(https://example.invalid/a.svg#b)"/>',
    "<rect style='fill: URL( file:///etc/hostname )'/>",
    '<style>@import "a.css";</style>',
    '<rect fill="&#117;rl(a.svg)"/>',
    '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
  ])('that reaches out of itself is refused: %s', async (inside) => {
    await expect(printed(picture(inside))).rejects.toThrow(/denied/);
  });

  it('may refer to its own parts', async () => {
    const clip = '<defs><clipPath id="c1"><rect width="50" height="50"/></clipPath></defs><rect clip-path="url(#c1)" width="90" height="90" fill="#336699"/>';
    expect((await printed(picture(clip))).length).toBeGreaterThan(500);
  });
});
