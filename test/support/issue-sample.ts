/** February of the sample, issued as the văn thư would, and what a ledger holds of it afterwards. */
import { issue, type IssueReport } from '../../src/pipeline/issue.js';
import type { IssueRequest } from '../../src/pipeline/issue-arguments.js';
import { loadLedger, type Ledger } from '../../src/store/ledger.js';
import type { Entry, NewEntry } from '../../src/store/ledger-entry.js';
import { createMapHost, sampleFiles, text, type MapHost } from './map-host.js';

export const AGENCY = 'ttpvhcc-soc-trang';
export const JANUARY = `${AGENCY}/2021-01/bao-cao-thang`;
export const FEBRUARY = `${AGENCY}/2021-02/bao-cao-thang`;
export const PROGRAM = 'p1';
const MARCH = `data/${AGENCY}/2021-03/`;

/** January and February. */
export function issueHost(): MapHost {
  return createMapHost(new Map([...sampleFiles()].filter(([path]) => !path.startsWith(MARCH))));
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
