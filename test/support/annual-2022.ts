/** The annual report of 2022 for tests: its workspace without the other agencies, its golden tables, and numbers as it prints them. Shares no code with the engine. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { REPOSITORY, sampleFiles } from './map-host.js';

export const ANNUAL_JOB = 'snv-soc-trang/2022/bao-cao-cai-cach-hanh-chinh';
export const ANNUAL_FOLDER = 'data/snv-soc-trang/2022';
export const ANNUAL_LEDGER = 'data/snv-soc-trang/ledger.jsonl';

export type GoldenRow = Readonly<Record<string, string>>;

/** The workspace of the one agency: nothing else is read. */
export function annualFiles(): Map<string, Uint8Array> {
  return new Map([...sampleFiles('all')].filter(([file]) => !file.startsWith('data/') || file.startsWith('data/agencies/') || file.startsWith('data/snv-soc-trang/')));
}

/** A table of the original report as clean CSV. */
export function annualTable(name: string): readonly GoldenRow[] {
  return goldenRows('test/ingest/expected/annual', name);
}

/** What the report must print. `line` of figures.csv: where the original report prints the figure; blank where only ours does. */
export function annualGolden(name: string): readonly GoldenRow[] {
  return goldenRows('test/golden/bao-cao-cai-cach-hanh-chinh-2022', name);
}

function goldenRows(folder: string, name: string): readonly GoldenRow[] {
  return parse(readFileSync(path.join(REPOSITORY, folder, `${name}.csv`)), { columns: true });
}

/** «-23.38», 2 → «-23,38»; «89098», 0 → «89.098»; blank stays blank. */
export function withDecimals(value: string, decimals: number): string {
  if (value === '') return '';
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === '' || fraction.replace(/0+$/, '').length > decimals) throw new Error(`${value} has no ${decimals} decimals`);
  const dotted = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return sign + dotted + (decimals === 0 ? '' : `,${fraction.padEnd(decimals, '0').slice(0, decimals)}`);
}

/** Counts below ten have two digits, 0 stays plain: «01», «0», «894.541». */
export function padded(value: string): string {
  return /^[1-9]$/.test(value) ? `0${value}` : withDecimals(value, 0);
}
