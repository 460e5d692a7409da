/** January's report issued, and the corrections that two units sent in March: what a replacement is drafted from. */
import { issue } from '../../src/pipeline/issue.js';
import { appendEntries } from '../../src/store/ledger.js';
import type { NewEntry } from '../../src/store/ledger-entry.js';
import { createMapHost, sampleFiles, text, type MapHost } from './map-host.js';

export const AGENCY = 'ttpvhcc-soc-trang';
export const JANUARY = `${AGENCY}/2021-01/bao-cao-thang`;
export const CAUSE = `data/${AGENCY}/2021-01/nguyen nhan.md`;

const all = sampleFiles();
const wanted = (path: string): boolean => !path.startsWith('data/') || path.startsWith('data/agencies/') || path.includes('/2021-01/');
/** January alone: every run reads all there is. */
export const januaryFiles: ReadonlyMap<string, Uint8Array> = new Map([...all].filter(([path]) => wanted(path)));

export async function issueDocument(host: MapHost, job: string, number: string, date: string): Promise<void> {
  const report = await issue(host, { job, number, date, by: 'Bà B, văn thư', edited: 'refuse', program: 'test' });
  if (report?.kind !== 'issued') throw new Error(`not issued: ${JSON.stringify(report)}`);
}

export async function issuedJanuary(): Promise<MapHost> {
  const host = createMapHost(januaryFiles);
  await issueDocument(host, JANUARY, '15', '2021-01-18');
  return host;
}

const entry = { type: 'correction', form: 'ket-qua-giai-quyet', period: '2021-01', by: 'Ông C', date: '2021-03-10' } as const;
const TRADE = { row: 'so-cong-thuong', label: 'Sở Công Thương', reason: 'Đếm hai lần hồ sơ trực tuyến chuyển sang trực tiếp', basis: 'Công văn số 321/SCT-VP ngày 08/3/2021' } as const;
const JUSTICE = { row: 'so-tu-phap', label: 'Sở Tư pháp', reason: 'Hai hồ sơ quá hạn ghi nhầm là trước hạn', basis: 'Công văn số 145/STP-VP ngày 09/3/2021' } as const;

/** The cells that differ in the corrected workbook of January. */
export const CORRECTIONS: readonly NewEntry[] = [
  { ...entry, ...TRADE, column: 'truc_tuyen', was: '547', now: '507' },
  { ...entry, ...JUSTICE, column: 'gq_truoc_han', was: '351', now: '349' },
  { ...entry, ...JUSTICE, column: 'gq_qua_han', was: '0', now: '2' },
];

export async function correctJanuary(host: MapHost): Promise<void> {
  await appendEntries(host, AGENCY, () => CORRECTIONS);
  // Late files need their cause.
  host.files.set(CAUSE, text('---\nmuc: nguyen-nhan-da-giai-quyet-qua-han\ndon_vi: Sở Tư pháp\nminh_hoa: true\n---\nphải xác minh lý lịch tư pháp ở nhiều nơi\n'));
}
