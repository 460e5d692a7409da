/** What was read otherwise than it is written, because there is one reading: said once for a file and kind, never a warning. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { isNumeric, keyColumn } from '../statistics/form.js';
import { findUnit, type Unit } from '../statistics/unit-list.js';
import type { FoundTable } from './found-table.js';
import { parseFigure } from './parse-figure.js';
import { cellAt, cellText, placeOf, type RawCell } from './raw-sheet.js';

const KINDS = {
  'text-digits': 'Số nhập dạng chữ',
  'thousands-sign': 'Số có dấu phẩy hoặc dấu cách ngăn hàng nghìn',
  'full-width': 'Chữ số độ rộng đôi',
  'sum-without-result': 'Công thức cộng chưa có kết quả (phần mềm tự cộng)',
  decomposed: 'Chữ Việt ở dạng tổ hợp (NFD)',
  blanks: 'Tên thừa dấu cách hoặc có dấu cách cứng',
  spelling: 'Tên viết khác cách viết hoa, gạch nối hoặc vị trí dấu thanh',
  invisible: 'Tiêu đề có ký tự không nhìn thấy',
  'date-form': 'Ngày không viết theo dạng năm-tháng-ngày',
} as const;

export type NormalisationKind = keyof typeof KINDS;

export interface Normalisation {
  readonly kind: NormalisationKind;
  readonly place: Place;
  readonly text: string;
}

/** One note for each kind, at its first place, in the order they come. */
export function normalisationNotes(normalisations: readonly Normalisation[]): readonly Finding[] {
  const byKind = new Map<NormalisationKind, Normalisation[]>();
  for (const one of normalisations) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  return [...byKind].map(([kind, all]) => {
    const [first] = all as [Normalisation];
    return found('normalised', first.place, { what: KINDS[kind], count: all.length, example: first.text.trim() }, { seen: String(all.length) });
  });
}

export function findNormalisations(table: FoundTable, units: readonly Unit[], date: string): readonly Normalisation[] {
  const { sheet, form, match, top, bottom, left, right, firstRow, lastRow } = table;
  const seen: Normalisation[] = [];
  const look = (row: number, column: number, kindsOf: (cell: RawCell) => readonly NormalisationKind[]): void => {
    const cell = cellAt(sheet, row, column);
    for (const kind of kindsOf(cell)) seen.push({ kind, place: placeOf(sheet, row, column), text: cellText(cell) });
  };
  const key = match.columns.get(keyColumn(form).id);
  const figures = form.columns.filter(isNumeric).flatMap(({ id }) => match.columns.get(id) ?? []);
  const isData = sheet.origin.in === 'csv';
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) look(row, column, headerKinds);
  for (let row = firstRow; row <= lastRow; row++) {
    if (key !== undefined && form.rows !== 'listed') look(row, key, (cell) => nameKinds(cell, form.rows === 'units' ? units : [], date));
    for (const column of figures) look(row, column, (cell) => figureKinds(cell, isData));
  }
  return seen;
}

function headerKinds(cell: RawCell): readonly NormalisationKind[] {
  if (cell.kind !== 'text') return [];
  return [...(isDecomposed(cell.text) ? ['decomposed' as const] : []), ...(/\p{Default_Ignorable_Code_Point}/u.test(cell.text) ? ['invisible' as const] : [])];
}

/** Only what was recognised was normalised: an unknown name has its own finding. */
function nameKinds(cell: RawCell, units: readonly Unit[], date: string): readonly NormalisationKind[] {
  if (cell.kind !== 'text') return [];
  const unit = findUnit(units, cell.text, date);
  if (units.length > 0 && !unit) return [];
  const tidy = cell.text.normalize('NFC').replace(/[\s\u00A0]+/g, ' ').trim();
  const names = unit ? [unit.name, ...unit.aliases.map(({ name }) => name)].map((name) => name.normalize('NFC')) : [tidy];
  return [
    ...(isDecomposed(cell.text) ? ['decomposed' as const] : []),
    ...(cell.text.normalize('NFC') === tidy ? [] : ['blanks' as const]),
    ...(names.includes(tidy) ? [] : ['spelling' as const]),
  ];
}

/** In a CSV every figure is text, and Vietnamese ones part thousands by a dot. */
function figureKinds(cell: RawCell, isData: boolean): readonly NormalisationKind[] {
  if (cell.kind === 'formula-without-result') return ['sum-without-result'];
  if (cell.kind !== 'text' || parseFigure(cell.text, 'decimal').kind === 'unreadable') return [];
  if (/[\uFF10-\uFF19]/.test(cell.text)) return ['full-width'];
  if (!isData) return ['text-digits'];
  return /^\s*\d{1,3}(?:[,\s\u00A0\u2007\u2009\u202F]\d{3})+\s*$/.test(cell.text) && parseFigure(cell.text, 'count').kind === 'value' ? ['thousands-sign'] : [];
}

/** Some writers put the marks of Vietnamese letters behind them as characters of their own. */
function isDecomposed(text: string): boolean {
  return text !== text.normalize('NFC');
}
