/** A corrected workbook, or a list of single cells, against what the agency holds → the cells that a correction would move, and everything else that differs. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { findNumericColumn } from '../ingest/match-columns.js';
import { readCellList, type ListedCell } from '../ingest/read-cell-list.js';
import { readRawSheets, readSources } from '../ingest/read-sources.js';
import { titlePeriods } from '../ingest/title-periods.js';
import type { WorkbookReader } from '../ingest/workbook-reader.js';
import { checkTable } from '../check/check.js';
import { closest } from '../statistics/closest.js';
import { textOf } from '../statistics/correction.js';
import type { Row, Table } from '../statistics/dataset.js';
import { deriveTable } from '../statistics/derive.js';
import { exact, isWhole, toDecimalText } from '../statistics/exact.js';
import { numericColumns, type Form, type FormColumn } from '../statistics/form.js';
import { formatPeriodId, parsePeriod, periodDates, type Period } from '../statistics/period.js';
import { changedCells, type CellChange, type OtherChange } from '../statistics/table-changes.js';
import { findUnit, nameKey } from '../statistics/unit-list.js';
import type { Agency } from '../template/agency.js';
import type { PeriodReader } from './read-period.js';

export interface CorrectedFile {
  /** As the user knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WantedCell extends CellChange {
  readonly period: string;
}

export interface Corrected {
  readonly cells: readonly WantedCell[];
  readonly findings: readonly Finding[];
  /** The file does not say of which period it is; ids it names, where it names several. */
  readonly needsPeriod?: readonly string[];
}

export interface CorrectedContext {
  readonly agency: Agency;
  readonly forms: readonly Form[];
  /** `--period`; it holds for cells that name none. */
  readonly period: string | undefined;
  readonly readPeriod: PeriodReader;
  readonly workbooks: WorkbookReader;
}

export async function readCorrected(file: CorrectedFile, context: CorrectedContext): Promise<Corrected> {
  if (/\.json$/i.test(file.name)) {
    const list = readCellList(file.name, file.bytes);
    if (!list.ok) return { cells: [], findings: list.findings };
    if (list.value) return fromList(list.value, context);
  }
  return fromTables(file, context);
}

async function fromTables(file: CorrectedFile, { agency, forms, period, readPeriod, workbooks }: CorrectedContext): Promise<Corrected> {
  const source = { path: file.name, bytes: file.bytes };
  const { answers, units } = agency;
  const sheets = await readRawSheets(source, answers, workbooks);
  if (!sheets.ok) return { cells: [], findings: sheets.findings };
  const stated = period === undefined ? titlePeriods(sheets.value) : [period];
  const chosen = stated.length === 1 ? parsePeriod(stated[0]!) : undefined;
  if (!chosen) return { cells: [], findings: [], needsPeriod: stated };
  const { from, to } = periodDates(chosen, agency.calendar);
  const read = await readSources([source], { agency: agency.id, period: chosen, from, to, units, forms, answers }, workbooks);
  const present = await readPeriod(agency, chosen);
  const findings: Finding[] = [...read.findings];
  const cells: WantedCell[] = [];
  for (const table of read.tables) {
    const form = forms.find(({ id }) => id === table.form)!;
    const held = present.tables.find((one) => one.form === table.form);
    if (!held) {
      findings.push(found('correction-unknown', table.place, { what: 'biểu', seen: form.name, nearest: '', where: present.folder }, { seen: form.id }));
      continue;
    }
    const checked = (one: Table): readonly Finding[] => checkTable({ table: deriveTable(form, one, units.map(({ id }) => id)), units, date: to, codes: [], named: [] });
    // A fault that the received table has too is known, and asked about where it stands.
    const known = new Set(checked(held).map(sameFault));
    findings.push(...checked(table).filter((finding) => !known.has(sameFault(finding))));
    const { cells: changed, others } = changedCells(form, held, table);
    cells.push(...changed.map((cell) => ({ ...cell, period: formatPeriodId(chosen) })));
    findings.push(...others.map(otherFinding));
  }
  return { cells, findings };
}

function sameFault({ code, message, seen = '', expected = '' }: Finding): string {
  return JSON.stringify([code, message, seen, expected]);
}

/** What moved and is no correction of a figure is said: it will not be taken over. */
function otherFinding({ kind, row, column, was, now, place }: OtherChange): Finding {
  const words = { row, column, was, now };
  switch (kind) {
    case 'text':
      return found('correction-text-moved', place, words, { seen: now, expected: was });
    case 'figure-missing':
      return found('correction-figure-missing', place, words, { expected: was });
    case 'row-added':
      return found('correction-row-moved', place, { row, how: 'có thêm dòng' }, { seen: row });
    case 'row-missing':
      return found('correction-row-moved', place, { row, how: 'thiếu dòng' }, { expected: row });
  }
}

async function fromList(list: readonly ListedCell[], context: CorrectedContext): Promise<Corrected> {
  const findings: Finding[] = [];
  const cells: WantedCell[] = [];
  const unplaced = list.filter(({ period }) => period === undefined);
  if (context.period === undefined && unplaced.length > 0) return { cells, findings, needsPeriod: [] };
  const seen = new Map<string, Place>();
  for (const listed of list) {
    const result = await toWanted(listed, context);
    if ('code' in result) {
      findings.push(result);
      continue;
    }
    const key = JSON.stringify([result.form, result.period, result.row, result.column]);
    const first = seen.get(key);
    if (first) findings.push(found('correction-cell-twice', listed.place, { row: result.label, column: listed.column }, { related: [first] }));
    else if (result.was === result.now) findings.push(found('correction-unchanged', listed.place, { row: result.label, column: listed.column, value: result.now }, { seen: result.now }));
    else cells.push(result);
    seen.set(key, first ?? listed.place);
  }
  return { cells, findings };
}

/** The cell of a list by the names people use; a finding at the first name that is not known. */
async function toWanted(listed: ListedCell, { agency, forms, period: wide, readPeriod }: CorrectedContext): Promise<WantedCell | Finding> {
  const { place, value } = listed;
  const unknown = (what: string, typed: string, names: readonly string[], where = ''): Finding => found('correction-unknown', place, { what, seen: typed, nearest: closest(typed, names) ?? '', where }, { seen: typed });
  const periodId = listed.period ?? wide!;
  const period = parsePeriod(periodId);
  if (!period) return unknown('kỳ', periodId, []);
  const form = forms.find(({ id, name }) => id === listed.form || nameKey(name) === nameKey(listed.form));
  if (!form) return unknown('biểu', listed.form, forms.map(({ id }) => id));
  const { tables, folder } = await readPeriod(agency, period);
  const table = tables.find((one) => one.form === form.id);
  if (!table) return unknown('biểu', form.name, [], folder);
  const rows = table.rows.filter(({ role }) => role !== 'total' && role !== 'ratio');
  const row = findRow(rows, listed.row, agency, period);
  if (!row) return unknown('dòng', listed.row, rows.map(({ label }) => label));
  const column = findNumericColumn(form, listed.column);
  if (!column) return unknown('cột', listed.column, numericColumns(form).flatMap(({ id, path }) => [id, path.join(': ')]));
  const reason = faultOf(column, row, table, value);
  if (reason !== undefined) return found('correction-value', place, { row: row.label, column: column.path.join(': '), value, reason }, { seen: value });
  const cell = row.cells[column.id];
  const illustrative = cell?.kind === 'number' && cell.quantity.origin.kind !== 'derivation' && cell.quantity.origin.illustrative;
  return { form: form.id, period: periodId, row: row.id, label: row.label, column: column.id, was: textOf(cell), now: toDecimalText(exact(value)), illustrative, place };
}

function findRow(rows: readonly Row[], typed: string, agency: Agency, period: Period): Row | undefined {
  const unit = findUnit(agency.units, typed, periodDates(period, agency.calendar).to);
  return rows.find(({ id }) => id === typed || id === unit?.id) ?? rows.find(({ label }) => nameKey(label) === nameKey(typed));
}

/** undefined where the value can stand in the column. */
function faultOf(column: FormColumn, row: Row, table: Table, value: string): string | undefined {
  const number = exact(value);
  if (column.type === 'count' && (!isWhole(number) || number.s < 0n)) return 'cột này là số đếm, phải là số nguyên không âm';
  if (row.cells[column.id]?.kind === 'text') return `ô này trong «${table.form}» là chữ`;
  return undefined;
}
