/** February of the sample, issued as the văn thư would, and what a ledger holds of it afterwards. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { issue, type IssueReport } from '../../src/pipeline/issue.js';
import type { IssueRequest } from '../../src/pipeline/issue-arguments.js';
import { loadLedger, type Ledger } from '../../src/store/ledger.js';
import type { Entry, NewEntry } from '../../src/store/ledger-entry.js';
import { createMapHost, REPOSITORY, sampleFiles, text, type MapHost } from './map-host.js';

export const AGENCY = 'ttpvhcc-soc-trang';
export const JANUARY = `${AGENCY}/2021-01/bao-cao-thang`;
export const FEBRUARY = `${AGENCY}/2021-02/bao-cao-thang`;
export const PROGRAM = 'p1';

/** February alone, its tables as CSV: no workbook is opened, so that these tests do not hang on how busy the machine is. */
export function issueHost(): MapHost {
  const other = new RegExp(`^data/${AGENCY}/(?:2021-01/|2021-03/|.*\\.xlsx$)`);
  const host = createMapHost(new Map([...sampleFiles()].filter(([path]) => !other.test(path))));
  for (const table of ['phu-luc-1', 'phu-luc-2']) host.files.set(`data/${AGENCY}/2021-02/${table}.csv`, text(withoutRoles(readFileSync(path.join(REPOSITORY, `test/ingest/expected/${table}.csv`), 'utf8'))));
  return host;
}

/** January too, from its workbook. */
export function twoMonths(): MapHost {
  const host = issueHost();
  for (const [file, bytes] of sampleFiles()) if (file.startsWith(`data/${AGENCY}/2021-01/`)) host.files.set(file, bytes);
  return host;
}

/** The expected tables carry the role of each row in a last column that no office sends; rates are not received. */
function withoutRoles(csv: string): string {
  const rows = csv.trim().split('\n').filter((row) => !row.endsWith(',ty_le'));
  return `${rows.map((row) => row.replace(/,[^,]*$/, '')).join('\n')}\n`;
}

export function onPaper(host: MapHost): void {
  const file = `data/agencies/${AGENCY}.yaml`;
  host.files.set(file, text(new TextDecoder().decode(host.files.get(file)).replace('hinh_thuc: dien_tu', 'hinh_thuc: giay')));
}

export async function issueSample(host: MapHost, change: Partial<IssueRequest> = {}): Promise<IssueReport> {
  return (await issue(host, { job: FEBRUARY, number: '57', date: '2021-02-18', by: 'Nguyễn Văn A', edited: 'refuse', program: PROGRAM, ...change }))!;
}

export async function issuedEntry(host: MapHost, change: Partial<IssueRequest> = {}): Promise<Entry<'issued'>> {
  const report = await issueSample(host, change);
  if (report.kind === 'refused') throw new Error(JSON.stringify(report));
  return report.entry;
}

export function codesOf(report: IssueReport): readonly string[] {
  return report.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
}

export function ledgerOf(host: MapHost): Promise<Ledger> {
  return loadLedger(host, AGENCY);
}

/** A figure of a sentence that no identity holds: 1.699 → 1.799. */
export const CORRECTION: NewEntry = {
  type: 'correction',
  ...{ form: 'so-lieu-khac', period: '2021-02', row: 'cccd', label: 'Hồ sơ cấp căn cước công dân đã tiếp nhận', column: 'gia_tri', was: '1699', now: '1799' },
  ...{ reason: 'Đếm thiếu', basis: 'Công văn số 12/CAT-PC06 ngày 10/3/2021', by: 'Trần Thị B', date: '2021-03-10' },
};

/** Files of the seals with their bytes. */
export function seals(host: MapHost): ReadonlyMap<string, Uint8Array> {
  return new Map([...host.files].filter(([path]) => path.includes('/issued/')));
}
