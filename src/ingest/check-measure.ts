/** The unit of measure a source declares: one that multiplies («nghìn hồ sơ») makes every figure another, and only a person knows which was typed. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { keyColumn } from '../statistics/form.js';
import type { FoundTable } from './found-table.js';
import { measureColumn } from './read-row.js';
import { cellAt, cellText, placeOf } from './raw-sheet.js';

const MULTIPLIER = String.raw`(?:nghìn|ngàn|chục|trăm|triệu|tỷ|tỉ|1[. ]?0{2,3}(?:[. ]?000)*)(?![\p{L}\p{M}\d])`;

/** «Đơn vị tính: nghìn hồ sơ», «(ĐVT: 1.000 hồ sơ)». */
const LINE = /(?:đơn vị tính|đvt)\s*:\s*([^;\n]*)/;

/** Money is named by its multiples («triệu đồng»): they are its own units. */
const MONEY = 'đồng';

/** Findings: measure-differs at the line above the header, at the JSON's key, or at the cell of a single figure. */
export function checkMeasure(table: FoundTable): readonly Finding[] {
  return measureColumn(table.form) ? checkRows(table) : checkDeclared(table);
}

function checkDeclared(table: FoundTable): readonly Finding[] {
  const { name, unit } = table.form;
  return declaredMeasures(table).flatMap(({ measure, place }) => {
    const own = multipliersIn(unit ?? '%');
    if (multipliersIn(measure).every((word) => own.includes(word))) return [];
    return [differs(place, `Bảng «${name}»`, measure, unit ?? withoutMultiplier(measure))];
  });
}

/** In the rows above the header and in what a JSON says of its table. */
function declaredMeasures({ sheet, titleRow, top }: FoundTable): readonly { readonly measure: string; readonly place: Place }[] {
  const { file, origin, declared } = sheet;
  if (origin.in === 'json') {
    return declared?.measure === undefined ? [] : [{ measure: plain(declared.measure), place: { in: 'json', file, path: `${origin.base}.don_vi_tinh` } }];
  }
  return sheet.rows.slice(titleRow - 1, top - 1).flatMap((cells, index) =>
    cells.flatMap((cell, column) => {
      const written = cell.kind === 'text' ? LINE.exec(plain(cell.text))?.[1]?.replace(/\)$/, '').trim() : undefined;
      if (written === undefined) return [];
      // The line may end behind its colon, the unit standing in the next cell.
      const measure = written === '' ? plain(cellText(cells.slice(column + 1).find((next) => cellText(next) !== '') ?? { kind: 'blank' })) : written;
      return [{ measure, place: placeOf(sheet, titleRow + index, column + 1) }];
    }),
  );
}

function checkRows({ sheet, form, match, firstRow, lastRow }: FoundTable): readonly Finding[] {
  const at = match.columns.get(measureColumn(form)!.id);
  const units = form.countUnits.map(plain).filter((unit) => unit !== MONEY);
  if (at === undefined || units.length === 0) return [];
  const multiplied = new RegExp(`(?<![\\p{L}\\p{M}\\d])${MULTIPLIER} (?:${units.map(escaped).join('|')})(?![\\p{L}\\p{M}])`, 'u');
  const findings: Finding[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const measure = plain(cellText(cellAt(sheet, row, at)));
    const key = cellText(cellAt(sheet, row, match.columns.get(keyColumn(form).id)!));
    if (multiplied.test(measure)) findings.push(differs(placeOf(sheet, row, at), `Dòng «${key}»`, measure, withoutMultiplier(measure)));
  }
  return findings;
}

function differs(place: Place, what: string, seen: string, expected: string): Finding {
  const choices = [`số đã ghi theo «${seen}»`, `số đã ghi theo «${expected}»`];
  return found('measure-differs', place, { what, seen, expected }, { seen, expected, choices });
}

const MULTIPLIERS = new RegExp(`(?<![\\p{L}\\p{M}\\d])${MULTIPLIER}|%`, 'gu');

function multipliersIn(measure: string): readonly string[] {
  return plain(measure).match(MULTIPLIERS) ?? [];
}

function withoutMultiplier(measure: string): string {
  return measure.replace(MULTIPLIERS, '').replace(/\s+/g, ' ').trim() || 'đơn vị';
}

/** «phần trăm» is no hundred. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[\s\u00A0]+/g, ' ').replaceAll('phần trăm', '%').trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
