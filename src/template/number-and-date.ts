/** Number, symbol and date of a document wherever they are printed: at its head, above its phụ lục, where another document cites it. Blank until the văn thư gives them. */
import type { Inline } from '../document/tree.js';
import { capitalise } from '../finding/capitalise.js';
import { datePieces } from '../statistics/format-figure.js';
import type { Period } from '../statistics/period.js';
import type { Agency } from './agency.js';
import type { Manifest } from './manifest.js';

/** What the văn thư gives at issue. */
export interface NumberAndDate {
  readonly number: number;
  /** ISO. */
  readonly date: string;
}

/** What is printed of a document where it is named; without `issue` its number and date are blank. */
export interface NamedDocument {
  readonly manifest: Manifest;
  readonly agency: Agency;
  readonly period: Period;
  /** Of the period. */
  readonly dates: { readonly to: string };
  readonly issue?: NumberAndDate;
  /** There where it puts an issued document right. */
  readonly remedied?: object;
}

export const LETTER = 'Công văn';

/** «57», «05»: numbers under 10 with a 0 before them (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3.a). */
export function printedNumber(number: number): string {
  return String(number).padStart(2, '0');
}

/** «BC-TTHC»: abbreviation of the tên loại, then of the agency; of a công văn the agency, then the drafting unit, which nobody may know (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3). */
export function symbolOf({ manifest, agency }: Pick<NamedDocument, 'manifest' | 'agency'>): string | undefined {
  if (manifest.typeSymbol !== undefined) return `${manifest.typeSymbol}-${agency.symbol}`;
  const unit = agency.documents[manifest.id]?.draftingUnit;
  return unit === undefined ? undefined : `${agency.symbol}-${unit}`;
}

/** «57/BC-TTHC». */
export function numberInlines(named: NamedDocument): readonly Inline[] {
  const { issue } = named;
  const symbol = symbolOf(named);
  // One text where nothing is blank: what is split may be broken over two lines.
  const behind = `${issue ? printedNumber(issue.number) : ''}/${symbol ?? ''}`;
  return [
    ...(issue ? [] : [{ type: 'blank', of: 'number', characters: 7 } as const]),
    { type: 'text', text: behind },
    ...(symbol === undefined ? [{ type: 'blank', of: 'number', characters: 12 } as const] : []),
  ];
}

/** «18 tháng 02 năm 2021», with room for day and month before issue. The year too where the period is one: its report is written in the next, nobody knows when; so is what puts a document right. */
export function dateInlines({ dates, period, issue, remedied }: NamedDocument): readonly Inline[] {
  if (issue) {
    const { day, month, year } = datePieces(issue.date);
    return [{ type: 'text', text: `${day} tháng ${month} năm ${year}` }];
  }
  const yearOpen = period.kind === 'year' || remedied !== undefined;
  return [
    { type: 'blank', of: 'day', characters: 5 },
    { type: 'text', text: ' tháng ' },
    { type: 'blank', of: 'month', characters: 5 },
    { type: 'text', text: yearOpen ? ' năm ' : ` năm ${datePieces(dates.to).year}` },
    ...(yearOpen ? [{ type: 'blank', of: 'year', characters: 8 } as const] : []),
  ];
}

/** «Báo cáo số 57/BC-TTHC ngày 18 tháng 02 năm 2021». */
export function citationInlines(named: NamedDocument): readonly Inline[] {
  const { typeName } = named.manifest;
  const name = typeName === undefined ? LETTER : capitalise(typeName.toLocaleLowerCase('vi'));
  return [{ type: 'text', text: `${name} số ` }, ...numberInlines(named), { type: 'text', text: ' ngày ' }, ...dateInlines(named)];
}

/** «(Kèm theo Báo cáo số … ngày … của …)»: number and date are filled in on paper; in an electronic document they stay blank (Phụ lục I, III.1.c). */
export function attachedToInlines(named: NamedDocument, issuer: string): readonly Inline[] {
  const { issue, remedied: _remedied, ...blank } = named;
  const onPaper = named.agency.hinh_thuc === 'giay';
  // The year that is printed is that of issue in any case.
  const shown = onPaper || !issue ? named : { ...blank, dates: { to: issue.date } };
  return [{ type: 'text', text: '(Kèm theo ' }, ...citationInlines(shown), { type: 'text', text: ` của ${issuer})` }];
}
