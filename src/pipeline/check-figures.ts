/** Everything the figures of one agency and period show: each table, the tables against each other, against the period before, and written paragraphs against all of them. */
import { checkAgainstPrevious } from '../check/against-previous.js';
import { checkTable, checkTables } from '../check/check.js';
import { checkProse } from '../check/prose/check-prose.js';
import type { KnownFigure, ProseText } from '../check/prose/subject.js';
import type { Block, Inline } from '../document/tree.js';
import { inlineText } from '../document/walk.js';
import type { UntracedFigure } from '../finding/check-sheet.js';
import type { Finding } from '../finding/finding.js';
import type { DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { adjoinsPrevious, periodDates, shiftPeriod, type Period } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import type { Agency } from '../template/agency.js';
import type { WrittenParagraph } from '../template/written.js';
import { knownFigures } from './known-figures.js';

/** A table with what a document needs of it. */
export interface CheckedTable {
  readonly table: DerivedTable;
  readonly codes: readonly string[];
  readonly named: readonly string[];
}

export interface FiguresSubject {
  readonly agency: Agency;
  readonly period: Period;
  /** All forms of the workspace. */
  readonly forms: readonly Form[];
  readonly tables: readonly CheckedTable[];
  /** Sound tables of the period before. */
  readonly previous: readonly DerivedTable[];
  readonly written: readonly WrittenParagraph[];
  /** Citations of the agency file: the same act must not be cited in two ways. */
  readonly legalBases: readonly string[];
  /** Rates a document prints besides. */
  readonly rates: readonly KnownFigure[];
}

export function checkFigures(subject: FiguresSubject): { readonly findings: readonly Finding[]; readonly untraced: readonly UntracedFigure[] } {
  const { agency, period, forms, previous, written, legalBases, rates } = subject;
  const { from, to } = periodDates(period, agency.calendar);
  const tables = subject.tables.map(({ table }) => table);
  const names = { now: periodName(period), before: periodName(shiftPeriod(period, -1)) };
  const cited = legalBases.map((text): ProseText => ({ text, place: { in: 'file', file: agency.file } }));
  const prose = checkProse({ texts: [...cited, ...written.flatMap(proseTexts)], figures: [...knownFigures(tables), ...rates], from, to });
  const findings = [
    ...subject.tables.flatMap((one) => checkTable({ ...one, units: agency.units, date: to })),
    ...checkTables(tables, forms),
    ...tables.flatMap((table) => {
      const before = previous.find(({ form }) => form.id === table.form.id);
      return before ? checkAgainstPrevious(table, before, names, table.form.previousColumns, adjoinsPrevious(period)) : [];
    }),
    ...prose.findings,
  ];
  return { findings, untraced: prose.untraced };
}

/** Paragraphs and list items as plain text, each at its line. */
function proseTexts({ file, blocks }: WrittenParagraph): readonly ProseText[] {
  const text = (inlines: readonly Inline[], line: number): ProseText => ({ text: inlineText(inlines), place: { in: 'text', file, line } });
  return blocks.flatMap((block: Block): readonly ProseText[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [text(block.inlines, block.source?.line ?? 1)];
      case 'list':
        return block.items.map(({ inlines, source }) => text(inlines, source?.line ?? block.source?.line ?? 1));
      default:
        return [];
    }
  });
}
