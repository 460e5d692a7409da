/** The comparison of two trees: taking the old sides gives the issued document, the new sides the draft; what stayed is not marked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../src/document/compare.js';
import { compareInlines } from '../../src/document/compare-inlines.js';
import type { RevisedBlock, RevisedInlines, RevisedTable } from '../../src/document/revision.js';
import { storedDocument } from '../../src/document/stored-document.js';
import type { Inline, OfficialDocument, TableBlock } from '../../src/document/tree.js';
import { inlineText } from '../../src/document/walk.js';
import { applyEdits, edits } from '../support/document-edits.js';
import { longDocument } from '../support/long-document.js';
import { pictureOf, pictureOfSide } from '../support/resolve-revision.js';
import { sampleChart } from '../support/sample-charts.js';
import { sampleDocument } from '../support/sample-document.js';
import { sampleLetter } from '../support/sample-letter.js';

const SAMPLES: readonly (readonly [string, OfficialDocument])[] = [
  ['a monthly report', sampleDocument()],
  ['a long report with notes and a chart', longDocument()],
  ['a letter', sampleLetter()],
];

/** «kept», «-struck-», «+new+». */
function marks(inlines: RevisedInlines): string {
  return inlines
    .map((piece) => {
      if (piece.change === 'deleted') return `-${inlineText(piece.issued)}-`;
      if (piece.change === 'inserted') return `+${inlineText(piece.draft)}+`;
      return inlineText(piece.draft) + (piece.note ? `[${marks(piece.note)}]` : '');
    })
    .join('');
}

const words = (text: string): Inline => ({ type: 'text', text });
const figure = (text: string, trace = 't'): Inline => ({ type: 'figure', text, trace });
const note = (text: string, number = 1): Inline => ({ type: 'note', number, inlines: [words(text)] });

describe.each(SAMPLES)('%s', (_, document) => {
  it('against itself has no change, before and after JSON', () => {
    const stored = storedDocument(JSON.parse(JSON.stringify(document)) as OfficialDocument);
    for (const revised of [compareDocuments(document, document), compareDocuments(stored, document)]) {
      expect(JSON.stringify(revised)).not.toMatch(/"change":"(?:deleted|inserted)"|"note":\[|"redrawn":true/);
      expect(pictureOfSide(revised, 'draft')).toEqual(pictureOf(document));
    }
  });

  it('gives both sides back after any edits', () => {
    fc.assert(
      fc.property(edits, edits, (before, after) => {
        const issued = applyEdits(document, before);
        const draft = applyEdits(document, after);
        const revised = compareDocuments(issued, draft);
        expect(pictureOfSide(revised, 'issued')).toEqual(pictureOf(issued));
        expect(pictureOfSide(revised, 'draft')).toEqual(pictureOf(draft));
      }),
      { numRuns: 40 },
    );
  });
});

describe('words', () => {
  it.each([
    ['a figure is one word', [words('đạt '), figure('89,69%'), words(' số hồ sơ')], [words('đạt '), figure('89,92%', 'u'), words(' số hồ sơ')], 'đạt -89,69%-+89,92%+ số hồ sơ'],
    ['a number in a text is one word', [words('nhận 8.605 hồ sơ')], [words('nhận 8.615 hồ sơ')], 'nhận -8.605-+8.615+ hồ sơ'],
    ['a date and a symbol are one word each', [words('số 191/QĐ-UBND ngày 22/01/2021.')], [words('số 192/QĐ-UBND ngày 23/01/2021.')], 'số -191/QĐ-UBND-+192/QĐ-UBND+ ngày -22/01/2021-+23/01/2021+.'],
    ['a figure that took the place of the same text is no change', [words('nhận 5 hồ sơ')], [words('nhận '), figure('5'), words(' hồ sơ')], 'nhận 5 hồ sơ'],
    ['a blank between two changes goes with them', [words('giảm 4 bậc')], [words('tăng 31 bậc')], '-giảm 4-+tăng 31+ bậc'],
    ['signs stay', [words('Sở Tư pháp (6 hồ sơ); Sở Y tế.')], [words('Sở Tư pháp (7 hồ sơ); Sở Y tế.')], 'Sở Tư pháp (-6-+7+ hồ sơ); Sở Y tế.'],
    ['another weight is a change', [words('trước ngày 20/3')], [words('trước '), { type: 'strong', children: [words('ngày 20/3')] }], 'trước -ngày 20/3-+ngày 20/3+'],
    ['an empty line gets words', [], [words('Nguyễn Văn A')], '+Nguyễn Văn A+'],
  ] as const)('%s', (_, issued, draft, expected) => {
    expect(marks(compareInlines(issued, draft))).toBe(expected);
  });

  it('a footnote whose text changed keeps its mark', () => {
    const revised = compareInlines([words('cơ cấu'), note('Gồm bốn phần.'), words(' mới')], [words('cơ cấu'), note('Gồm năm phần.', 3), words(' mới')]);
    expect(marks(revised)).toBe('cơ cấu[Gồm -bốn-+năm+ phần.] mới');
  });

  it('of several footnotes the right one goes', () => {
    const revised = compareInlines([words('a'), note('Xã Đại Tâm.'), words('b'), note('Phường 2.', 2)], [words('a'), words('b'), note('Phường 2.')]);
    expect(revised.map(({ change }) => change)).toEqual(['kept', 'deleted', 'kept']);
    expect(revised[1]).toEqual({ change: 'deleted', issued: [note('Xã Đại Tâm.')] });
  });

  it('keep the traces of their own side', () => {
    const [piece] = compareInlines([figure('5', 'f9')], [figure('5', 'f1')]);
    expect(piece).toEqual({ change: 'kept', issued: [figure('5', 'f9')], draft: [figure('5', 'f1')] });
  });
});

const table = (document: OfficialDocument): TableBlock => document.appendices[0]!.blocks.find((block): block is TableBlock => block.type === 'table')!;
const withTable = (change: (table: TableBlock) => TableBlock): OfficialDocument => {
  const document = sampleDocument();
  return { ...document, appendices: document.appendices.map((appendix, at) => (at === 0 ? { ...appendix, blocks: appendix.blocks.map((block) => (block.type === 'table' ? change(block) : block)) } : appendix)) };
};

function revisedTable(draft: OfficialDocument): RevisedBlock[] {
  const [appendix] = compareDocuments(sampleDocument(), draft).appendices;
  return (appendix as Extract<typeof appendix, { change: 'kept' }>).inside.blocks.filter((block) => ('issued' in block ? block.issued : block.draft).type === 'table');
}

describe('tables', () => {
  it('find a row again by its name after rows before it went', () => {
    const [block] = revisedTable(withTable((given) => ({ ...given, rows: given.rows.slice(2).map((row, at) => (row.role === 'item' ? { ...row, cells: row.cells.map((cell, column) => (column === 0 ? { ...cell, inlines: [words(String(at + 1))] } : cell)) } : row)) })));
    const { rows } = (block as Extract<RevisedBlock, { change: 'kept' }>).inside as RevisedTable;
    expect(rows.slice(0, 3).map(({ change }) => change)).toEqual(['deleted', 'deleted', 'kept']);
    const third = rows[2] as Extract<(typeof rows)[number], { change: 'kept' }>;
    const old = table(sampleDocument()).rows[2]!.cells;
    expect(third.inside.map(marks)).toEqual([`-3-+1+`, ...old.slice(1).map(({ inlines }) => inlineText(inlines))]);
  });

  it('mark one cell where one cell changed', () => {
    const [block] = revisedTable(withTable((given) => ({ ...given, rows: given.rows.map((row, at) => (at === 4 ? { ...row, cells: row.cells.map((cell, column) => (column === 2 ? { ...cell, inlines: [figure('9.999')] } : cell)) } : row)) })));
    const changed = JSON.stringify((block as Extract<RevisedBlock, { change: 'kept' }>).inside).match(/"change":"(?:deleted|inserted)"/g);
    expect(changed).toHaveLength(2);
  });

  it('with other columns are replaced whole', () => {
    const blocks = revisedTable(withTable((given) => ({ ...given, columns: given.columns.map((column, at) => (at === 3 ? { ...column, id: 'khac' } : column)) })));
    expect(blocks.map(({ change }) => change)).toEqual(['deleted', 'inserted']);
  });
});

describe('charts', () => {
  const chart = (value: string, text: string) => sampleChart({ kind: 'columns', categories: ['Huyện A', 'Huyện B'], series: [{ name: '2022', points: [{ value: '50', figure: { type: 'figure', text: '50%', trace: 'c1' } }, { value, figure: { type: 'figure', text, trace: 'c2' } }] }] });
  const withChart = (block: ReturnType<typeof chart>): OfficialDocument => ({ ...sampleDocument(), body: [block] });

  it('name the figures that differ', () => {
    const [block] = compareDocuments(withChart(chart('60', '60%')), withChart(chart('61', '61%'))).body;
    expect((block as Extract<RevisedBlock, { change: 'kept' }>).inside).toMatchObject({ redrawn: true, points: [{ category: 'Huyện B', series: '2022', issued: '60%', draft: '61%' }] });
  });

  it('without a figure are the same after JSON, where it is null', () => {
    const gap = sampleChart({ kind: 'columns', categories: ['Huyện A', 'Huyện B'], series: [{ name: '2022', points: [undefined, { value: '50', figure: { type: 'figure', text: '50%', trace: 'c1' } }] }] });
    const document = withChart(gap as ReturnType<typeof chart>);
    const sealed = JSON.parse(JSON.stringify(document)) as OfficialDocument;
    expect(compareDocuments(sealed, document).body).toMatchObject([{ change: 'kept', inside: { redrawn: false, points: [] } }]);
    expect(storedDocument(sealed)).toEqual(document);
  });
});

describe('components', () => {
  it('of one addressee and of several share no line', () => {
    const revised = compareDocuments(sampleDocument(), { ...sampleDocument(), addressees: ['Ủy ban nhân dân tỉnh Sóc Trăng'] });
    expect(revised.addressees.map(({ change }) => change)).toEqual(['deleted', 'deleted', 'inserted']);
  });

  it('close their lists anew', () => {
    const document = sampleDocument();
    const revised = compareDocuments(document, { ...document, recipients: document.recipients.slice(0, -1) });
    const last = revised.recipients.at(-2) as Extract<(typeof revised.recipients)[number], { change: 'kept' }>;
    expect(marks(last.inside)).toBe('- Công chức Sở, ngành làm việc tại Trung tâm-;-+.+');
    expect(revised.recipients.at(-1)!.change).toBe('deleted');
  });
});
