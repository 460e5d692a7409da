/** One hostile or broken input and what must become of it: the table every file of this folder fills in, and the runner that holds it. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { catalog } from '../../../src/finding/catalog.js';
import { readSources, type ReadSources, type SourceContext, type SourceFile } from '../../../src/ingest/read-sources.js';
import { createWorkbookReader } from '../../../src/ingest/workbook-reader.js';
import { readForm } from '../../../src/statistics/read-form.js';
import { readAgency } from '../../../src/template/agency.js';
import { encode, placeBrief } from '../context.js';
import { changed, withCells, type CellValue } from '../workbooks.js';

export type Outcome = 'accepted' | 'question' | 'refused';

export interface HostileCase {
  readonly name: string;
  /** Bytes of one file, or the files of the folder. */
  readonly input: Uint8Array | string | readonly SourceFile[];
  readonly outcome: Outcome;
  /** «code place» of every finding, in order: nothing more may be said. */
  readonly says: readonly string[];
  /** Parts of what the first finding says. */
  readonly words?: readonly string[];
  readonly context?: Partial<SourceContext>;
}

const FOLDER = 'data/ttpvhcc-soc-trang/2021-02';
const WORKBOOK = 'phu luc bao cao thang 02.xlsx';
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** The workbook the office sent, both tables in it. */
export const february = read(`${FOLDER}/${WORKBOOK}`);

const outcomeOf = <T>(outcome: { ok: boolean; value?: T }): T => outcome.value!;
const formFile = (id: string) => outcomeOf(readForm(`templates/forms/${id}.yaml`, readFileSync(`templates/forms/${id}.yaml`, 'utf8')));
export const agency = outcomeOf(readAgency('data/agencies/ttpvhcc-soc-trang.yaml', readFileSync('data/agencies/ttpvhcc-soc-trang.yaml', 'utf8')));

export const context: SourceContext = {
  agency: agency.id,
  period: { kind: 'month', year: 2021, month: 2 },
  from: '2021-01-16',
  to: '2021-02-15',
  units: agency.units,
  forms: ['ket-qua-giai-quyet', 'muc-do-hai-long', 'so-lieu-khac'].map(formFile),
};

/** The satisfaction table of the month as CSV of column ids: header, units, total, ratio. */
export const csvLines: readonly string[] = readFileSync('test/ingest/expected/phu-luc-2.csv', 'utf8').trim().split(/\r?\n/);
const UNIT_LINES = csvLines.slice(1, 18);

/** The CSV with some lines (1-based) changed. */
export function csv(lines: Readonly<Record<number, string | ((line: string) => string)>> = {}): string {
  const edited = csvLines.map((line, index) => {
    const edit = lines[index + 1];
    return edit === undefined ? line : typeof edit === 'string' ? edit : edit(line);
  });
  return `${edited.join('\n')}\n`;
}

/** The single figures of the month as CSV, the value of «cccd» and perhaps another row given. */
export const singleFigures = (value: string, ...more: readonly string[]): string =>
  ['Mã;Diễn giải;Giá trị;Đơn vị tính;Ghi chú', `ty_le;Tỷ lệ;${value};%;`, ...more].join('\n');

/** Rows of the satisfaction table as JSON objects. */
export const jsonRows: readonly Readonly<Record<string, string | number>>[] = UNIT_LINES.map((line) => {
  const ids = csvLines[0]!.split(',');
  const values = line.match(/"[^"]*"|[^,]+/g)!.map((value) => value.replaceAll('"', ''));
  return Object.fromEntries(ids.map((id, index) => [id, /^\d+$/.test(values[index]!) ? Number(values[index]) : values[index]!] as const).filter(([id]) => id !== 'loai_dong'));
});

/** The satisfaction table as JSON, some of its keys changed. */
export const json = (extra: object = {}): string =>
  JSON.stringify({ ky: '2021-02', tu_ngay: '2021-01-16', den_ngay: '2021-02-15', bang: 'muc-do-hai-long', hang: jsonRows, ...extra });

/** The workbook with cells of sheet 1 or 2 changed. */
export const cells = (edits: Readonly<Record<string, CellValue>>, sheet = 1): Uint8Array => withCells(february, sheet, edits);

/** The workbook with the XML of a sheet changed. */
export function sheetXml(edit: (xml: string) => string, sheet = 1): Uint8Array {
  return changed(february, (parts) => {
    const name = `xl/worksheets/sheet${sheet}.xml`;
    const after = edit(parts[name]!);
    if (after === parts[name]) throw new Error('the edit changed nothing');
    parts[name] = after;
  });
}

/** The rows of a sheet's XML, to leave some out, repeat or reorder them. */
export function rowsXml(edit: (rows: readonly string[]) => readonly string[], sheet = 1): Uint8Array {
  return sheetXml((xml) => {
    const [head, data, tail] = xml.split(/<sheetData>|<\/sheetData>/) as [string, string, string];
    const rows = edit(data.match(/<row .*?<\/row>/g)!).map((row, index) => renumbered(row, index + 1));
    return `${head}<sheetData>${rows.join('')}</sheetData>${tail}`;
  }, sheet);
}

/** A row moved to another number; row 4 is blank and not written. */
function renumbered(row: string, index: number): string {
  const number = index < 4 ? index : index + 1;
  return row.replace(/(<row r=")\d+/, `$1${number}`).replace(/(<c r="[A-Z]+)\d+/g, `$1${number}`);
}

const workbooks = createWorkbookReader();

export async function readCase({ input, context: own = {} }: Pick<HostileCase, 'input' | 'context'>, name = 'so lieu.csv'): Promise<ReadSources> {
  const files = typeof input === 'string' ? [{ path: name, bytes: encode(input) }] : input instanceof Uint8Array ? [{ path: name, bytes: input }] : input;
  return readSources(files, { ...context, ...own }, workbooks);
}

/** Runs every line of a table. `name`: of a file given as bytes or text. */
export function runCases(name: string, cases: readonly HostileCase[]): void {
  afterAll(() => workbooks.close());
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const started = performance.now();
    const { findings } = await readCase(one, name);
    expect(findings.map(({ code, place }) => `${code} ${placeBrief(place)}`)).toEqual(one.says);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const outcome = errors.length === 0 ? 'accepted' : errors.every(({ question }) => question) ? 'question' : 'refused';
    expect(outcome).toBe(one.outcome);
    for (const word of one.words ?? []) expect(`${findings[0]!.message} ${findings[0]!.remedy} ${findings[0]!.question?.choices.join(' | ') ?? ''}`).toContain(word);
    for (const { code, severity, question, message, remedy } of findings) {
      const declared = catalog[code as keyof typeof catalog];
      expect([code, severity === 'error' ? (question ? 'question' : 'refused') : 'accepted']).toEqual([code, declared.outcome]);
      expect(question === undefined || question.choices.length > 0).toBe(true);
      expect(message).not.toMatch(/undefined|\[object/);
      expect(remedy).not.toBe('');
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
}
