/** The entry of ingest: the files of one period's folder → tables and findings; each file is recognised by its content. */
import { found } from '../finding/catalog.js';
import type { Finding, Outcome } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import type { Table } from '../statistics/dataset.js';
import type { Form } from '../statistics/form.js';
import { checkPeriod } from './check-period.js';
import { findTables } from './find-tables.js';
import { describePlace } from '../finding/describe.js';
import { isBlank, type RawSheet } from './raw-sheet.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readTable, type TableContext } from './read-table.js';
import { checkCharacters } from './reserved-character.js';
import type { WorkbookReader } from './workbook-reader.js';

export interface SourceFile {
  /** Relative to the root, with «/». */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SourceContext extends TableContext {
  readonly forms: readonly Form[];
}

export interface ReadSources {
  /** Each form at most once: of two tables of a form the first is kept and the second is a question. */
  readonly tables: readonly Table[];
  /** By file, sheet, row, column. */
  readonly findings: readonly Finding[];
}

export async function readSources(files: readonly SourceFile[], context: SourceContext, workbooks: WorkbookReader): Promise<ReadSources> {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const outcomes = await Promise.all(ordered.map((file) => readFile(file, workbooks)));
  const findings: Finding[] = outcomes.flatMap((outcome) => outcome.findings);
  const tables = new Map<string, Table>();
  for (const outcome of outcomes) {
    for (const sheet of outcome.ok ? outcome.value : []) {
      const read = readSheet(sheet, context);
      findings.push(...read.findings);
      for (const table of read.tables) {
        const first = tables.get(table.form);
        if (first) findings.push(tableTwice(first, table, context.forms));
        else tables.set(table.form, table);
      }
    }
  }
  return { tables: [...tables.values()], findings: sortFindings(findings) };
}

async function readFile({ path, bytes }: SourceFile, workbooks: WorkbookReader): Promise<Outcome<readonly RawSheet[]>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || /\.xls[a-z]?$/i.test(path)) return workbooks.read(path, bytes);
  if (/\.json$/i.test(path)) return readJson(path, bytes);
  const sheet = readCsv(path, bytes);
  return sheet.ok ? { ok: true, value: [sheet.value], findings: sheet.findings } : sheet;
}

function readSheet(sheet: RawSheet, context: SourceContext): { tables: readonly Table[]; findings: readonly Finding[] } {
  const { tables: places, findings } = findTables(sheet, context.forms);
  if (places.length === 0) {
    const isEmpty = sheet.rows.every((row) => row.every(isBlank));
    return { tables: [], findings: findings.length > 0 || isEmpty ? findings : [unrecognised(sheet)] };
  }
  const read = places.map((place) => readTable(place, context));
  return {
    tables: read.map(({ table }) => table),
    findings: [
      ...findings,
      ...checkCharacters(sheet),
      ...places.flatMap((place) => checkPeriod(place, context)),
      ...read.flatMap((one) => one.findings),
    ],
  };
}

function unrecognised({ file, origin }: RawSheet): Finding {
  if (origin.in !== 'sheet') return found('table-unrecognised', { in: 'file', file }, { what: 'Tệp này' });
  return found('table-unrecognised', { in: 'sheet', file, sheet: origin.sheet }, { what: `Trang «${origin.sheet}»` });
}

function tableTwice(first: Table, second: Table, forms: readonly Form[]): Finding {
  const name = forms.find(({ id }) => id === second.form)!.name;
  const choices = [first.place, second.place].map(describePlace);
  return found('table-twice', second.place, { name, first: choices[0]! }, { related: [first.place], choices });
}
