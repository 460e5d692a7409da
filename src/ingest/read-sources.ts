/** The entry of ingest: the files of one period's folder → tables and findings; each file is recognised by its content. */
import { found } from '../finding/catalog.js';
import type { Finding, Outcome } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import type { Table } from '../statistics/dataset.js';
import type { Form } from '../statistics/form.js';
import { answeredEncoding, NO_ANSWERS, withHeaderAnswers, type SourceAnswers } from './answers.js';
import { describePlace } from '../finding/describe.js';
import { normalisationNotes } from './normalisations.js';
import type { RawSheet } from './raw-sheet.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readRawSheet } from './read-raw-sheet.js';
import type { TableContext } from './read-table.js';
import type { WorkbookReader } from './workbook-reader.js';

export interface SourceFile {
  /** Relative to the root, with «/». */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SourceContext extends TableContext {
  readonly forms: readonly Form[];
  /** What a person has answered about these sources. */
  readonly answers?: SourceAnswers;
}

export interface ReadSources {
  /** Each form at most once: of two tables of a form the first is kept and the second is a question. */
  readonly tables: readonly Table[];
  /** By file, sheet, row, column. */
  readonly findings: readonly Finding[];
}

export async function readSources(files: readonly SourceFile[], context: SourceContext, workbooks: WorkbookReader): Promise<ReadSources> {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const answers = context.answers ?? NO_ANSWERS;
  const forms = withHeaderAnswers(context.forms, answers);
  const outcomes = await Promise.all(ordered.map((file) => readRawSheets(file, answers, workbooks)));
  const findings: Finding[] = [];
  const tables = new Map<string, Table>();
  for (const outcome of outcomes) {
    findings.push(...outcome.findings);
    const sheets = (outcome.ok ? outcome.value : []).map((sheet) => readRawSheet(sheet, forms, context));
    findings.push(...sheets.flatMap((sheet) => sheet.findings), ...normalisationNotes(sheets.flatMap((sheet) => sheet.normalisations)));
    for (const table of sheets.flatMap((sheet) => sheet.tables)) {
      const first = tables.get(table.form);
      if (first) findings.push(tableTwice(first, table, forms));
      else tables.set(table.form, table);
    }
  }
  return { tables: [...tables.values()], findings: sortFindings(findings) };
}

/** Any file of figures as sheets, recognised by its content. */
export async function readRawSheets({ path, bytes }: SourceFile, answers: SourceAnswers, workbooks: WorkbookReader): Promise<Outcome<readonly RawSheet[]>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || /\.xls[a-z]?$/i.test(path)) return workbooks.read(path, bytes);
  const encoding = answeredEncoding(answers, path);
  if (/\.json$/i.test(path)) return readJson(path, bytes, encoding);
  const sheet = readCsv(path, bytes, encoding);
  return sheet.ok ? { ok: true, value: [sheet.value], findings: sheet.findings } : sheet;
}

function tableTwice(first: Table, second: Table, forms: readonly Form[]): Finding {
  const name = forms.find(({ id }) => id === second.form)!.name;
  const choices = [first.place, second.place].map(describePlace);
  return found('table-twice', second.place, { name, first: choices[0]! }, { related: [first.place], choices });
}
