/** Trees no office would write: nothing is lost silently, nothing reaches for a file or the network, nothing throws. */
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { checkPrinted } from '../../../src/render/pdf/check-printed.js';
import { toDefinition } from '../../../src/render/pdf/definition.js';
import { REGULAR } from '../../../src/render/pdf/fonts.js';
import type { Ledger } from '../../../src/render/pdf/ledger.js';
import type { Node } from '../../../src/render/pdf/nodes.js';
import { pageBox } from '../../../src/render/pdf/page-box.js';
import { print } from '../../../src/render/pdf/print.js';
import { setText, textNode, type SetText } from '../../../src/render/pdf/text-node.js';
import { pageStyle } from '../../../src/render/style.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { sampleDocument } from '../../support/sample-document.js';
import { cell, linesOf, openPdf, paragraph, table, text, withBody, words } from './open-pdf.js';

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

describe('pdfmake', () => {
  const withNode = async (node: object): Promise<unknown> => {
    const { definition } = toDefinition(withBody(), pageStyle('A'), new Set());
    definition.content[0]!.section.stack = [node as Node];
    return print(definition);
  };

  it('is not trusted: what it drops, doubles or sets beyond the margin is found', async () => {
    const style = pageStyle('A');
    const setting = { style, box: pageBox(style, 'portrait'), ledger: [] as Ledger, loose: new Set<string>() };
    const set = (value: string): SetText => setText(text(value), { sizePt: 14, face: REGULAR, alignment: 'left', widthPt: setting.box.textWidthPt });
    const { definition } = toDefinition(withBody(), style, new Set());
    const doubled = textNode(setting, set('đôi'));
    definition.content[0]!.section.stack = [
      textNode(setting, set('tốt')),
      { unbreakable: true, stack: [textNode(setting, set(words(2500, 'rơi')))] },
      { ...textNode(setting, set('ngoài')), margin: [setting.box.textWidthPt - 10, 0, 0, 0] },
      { ...textNode(setting, set('cụt cụt')), maxHeight: 0.1 },
      doubled,
      structuredClone(doubled),
    ];
    const { pages } = await print({ ...definition, content: definition.content.slice(0, 1) });
    expect(checkPrinted(setting.ledger, pages).map((passage) => passage.text.split(' ')[0])).toEqual(['đôi', 'rơi0', 'ngoài', 'cụt']);
  });

  it('is refused every file and address', async () => {
    await expect(withNode({ image: '/etc/hostname' })).rejects.toThrow(/denied/);
    const { definition } = toDefinition(withBody(), pageStyle('A'), new Set());
    await expect(print({ ...definition, images: { x: 'https://example.invalid/x.png' } } as typeof definition)).rejects.toThrow(/denied/);
    await expect(print({ ...definition, files: { x: { src: '/etc/hostname' } } } as typeof definition)).rejects.toThrow(/denied/);
    await expect(withNode({ image: 'file:///etc/hostname' })).rejects.toThrow(/denied/);
    await expect(withNode({ stack: [{ svg: '<svg width="9" height="9"><image href="/etc/hostname" width="9" height="9"/></svg>' }] })).rejects.toThrow(/denied/);
  });
});
