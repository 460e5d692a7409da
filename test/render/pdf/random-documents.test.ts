/** Random documents of paragraphs, lists, headings, notes and tables: what holds for every PDF holds for them. */
import fc from 'fast-check';
import { it } from 'vitest';
import type { Block, Inline, OfficialDocument, TableRow } from '../../../src/document/tree.js';
import { openPdf, text, withBody } from './open-pdf.js';
import { expectSound } from './sound-pages.js';

/** Counts of words, and of the words of a note: 0 = none. */
const run = fc.record({ words: fc.integer({ min: 1, max: 90 }), note: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 120 }) }, { weight: 1, arbitrary: fc.integer({ min: 300, max: 900 }) }) });
const cellRun = fc.record({ words: fc.integer({ min: 0, max: 12 }), note: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }) }) });
const role = fc.constantFrom<TableRow['role']>('item', 'item', 'item', 'item', 'group', 'subtotal', 'total', 'ratio');
const block = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), run }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 3 }), run: cellRun }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('list' as const), runs: fc.array(cellRun, { minLength: 1, maxLength: 6 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'pageBreak' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('table' as const),
      caption: fc.boolean(),
      formulas: fc.boolean(),
      headerNote: fc.constantFrom(0, 0, 20),
      rows: fc.array(fc.record({ role, span: fc.constantFrom(1, 1, 1, 1, 2, 7, 40), first: cellRun, others: fc.array(cellRun, { minLength: 2, maxLength: 2 }), tall: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 400, 900) }), { minLength: 1, maxLength: 60 }),
      notes: fc.array(cellRun, { maxLength: 2 }),
    }),
  },
);
type Drawn = typeof block extends fc.Arbitrary<infer T> ? T : never;

/** Every word another, notes numbered in reading order. */
function toDocument(blocks: readonly Drawn[], contents: boolean): OfficialDocument {
  let word = 0;
  let number = 0;
  const some = (count: number): string => Array.from({ length: count }, () => `${'từ'.slice(0, 1 + (word % 2))}${word++}`).join(' ');
  const inlines = ({ words, note }: { readonly words: number; readonly note: number }): Inline[] => [
    ...text(some(words)),
    ...(note > 0 ? [{ type: 'note', number: ++number, inlines: text(some(note)) } as const, ...text(` ${some(2)}`)] : []),
  ];
  const toBlock = (one: Drawn): Block => {
    switch (one.kind) {
      case 'paragraph':
        return { type: 'paragraph', role: 'body', inlines: inlines(one.run) };
      case 'heading':
        return { type: 'heading', level: one.level, inlines: inlines({ ...one.run, words: one.run.words + 1 }) };
      case 'list':
        return { type: 'list', items: one.runs.map((item) => ({ mark: '- ', level: 0, inlines: inlines(item) })) };
      case 'pageBreak':
        return { type: 'pageBreak' };
      case 'table': {
        const caption = one.caption ? { caption: inlines({ words: 6, note: 0 }) } : {};
        const header = ['Cột một', 'Cột hai', 'Cột ba'].map((name, at) => ({ inlines: [...text(`${name} `), ...inlines({ words: 1, note: at === 1 ? one.headerNote : 0 })] }));
        const formulaRow = one.formulas ? { formulaRow: ['(1)', '(2)=(1)+(3)', '(3)'].map((value) => ({ inlines: text(value) })) } : {};
        let covered = 0;
        const rows = one.rows.map(({ role: rowRole, span, first, others, tall }): TableRow => {
          const begins = covered === 0;
          covered = begins ? span - 1 : covered - 1;
          const [second, third] = others as [typeof first, typeof first];
          return { role: rowRole, cells: [...(begins ? [{ inlines: inlines(first), rowSpan: span }] : []), { inlines: inlines({ ...second, words: second.words + tall }) }, { inlines: inlines(third) }] };
        });
        return { type: 'table', id: 'bang', columns: ['a', 'b', 'c'].map((id, at) => ({ id, align: 'left', weight: 1 + at })), ...caption, header: [header], ...formulaRow, rows, notes: one.notes.map(inlines) };
      }
    }
  };
  return { ...withBody(...blocks.map(toBlock), { type: 'paragraph', role: 'body', inlines: text('Hết./.') }), ...(contents ? { contents: { title: 'MỤC LỤC', levels: 2 } } : {}) };
}

it('random documents have every word once, notes at their marks, nothing over anything else, and the same bytes again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 14 }), fc.boolean(), async (blocks, contents) => {
      const document = toDocument(blocks, contents);
      const pdf = await openPdf(document);
      expectSound(document, pdf);
      const again = await openPdf(document);
      if (!Buffer.from(pdf.bytes).equals(Buffer.from(again.bytes))) throw new Error('other bytes the second time');
    }),
    { numRuns: Number(process.env['PDF_RUNS'] ?? 30), seed: Number(process.env['PDF_SEED'] ?? 7) },
  );
}, 240_000);
