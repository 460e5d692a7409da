/** Everything an office received for one period: tables and written paragraphs, read once and kept for the jobs that share it. */
import { LRUCache } from 'lru-cache';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { answeredEncoding, checkAnswers } from '../ingest/answers.js';
import { decodeText } from '../ingest/decode-text.js';
import { readSources } from '../ingest/read-sources.js';
import type { WorkbookReader } from '../ingest/workbook-reader.js';
import type { Table } from '../statistics/dataset.js';
import type { Form } from '../statistics/form.js';
import { formatPeriodId, periodDates, type Period } from '../statistics/period.js';
import type { Host } from '../store/host.js';
import { noLedger, type LedgerReader } from '../store/ledger.js';
import { recordReads, type Reads } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import { correctTables, type TableCorrections } from './correct-tables.js';
import { readWritten, type WrittenParagraph } from '../template/written.js';

export interface PeriodSources {
  readonly folder: string;
  readonly tables: readonly Table[];
  /** The tables as they came, before any correction. */
  readonly received: readonly Table[];
  readonly written: readonly WrittenParagraph[];
  readonly findings: readonly Finding[];
  readonly corrections: TableCorrections;
  /** Files of the folder. */
  readonly reads: Reads;
}

export type PeriodReader = (agency: Agency, period: Period) => Promise<PeriodSources>;

/** A year is made up from at most 18 smaller periods, and compared with the year before; what is not there takes no room. */
const KEPT_PERIODS = 40;

const TABLE_FILE = /\.(xlsx|xlsm|xls|csv|json)$/i;

/** Files that are not read and may hold figures; the others (pictures, letters) lie beside them for people. */
const LIKELY_TABLE = /\.(ods|xlsb|numbers|tsv|txt|xml|html?)$/i;

export function createPeriodReader(host: Host, forms: readonly Form[], workbooks: WorkbookReader, readLedger: LedgerReader = noLedger): PeriodReader {
  const kept = new LRUCache<string, Promise<PeriodSources>>({ max: KEPT_PERIODS });
  return (agency, period) => {
    const folder = periodFolder(agency.id, period);
    const reading = kept.get(folder) ?? readPeriod(host, folder, agency, period, forms, workbooks, readLedger);
    kept.set(folder, reading);
    return reading;
  };
}

export function periodFolder(agency: string, period: Period): string {
  return `data/${agency}/${formatPeriodId(period)}`;
}

async function readPeriod(
  host: Host,
  folder: string,
  agency: Agency,
  period: Period,
  forms: readonly Form[],
  workbooks: WorkbookReader,
  readLedger: LedgerReader,
): Promise<PeriodSources> {
  const recording = recordReads(host);
  const sources: { path: string; bytes: Uint8Array }[] = [];
  const written: WrittenParagraph[] = [];
  const { answers } = agency;
  const findings: Finding[] = [...checkAnswers(answers, forms, agency.file)];
  for (const { name, kind } of await recording.host.list(folder)) {
    // «~$…» is what Excel and Word leave beside a file that is open.
    if (kind !== 'file' || name.startsWith('~$') || name.startsWith('.')) continue;
    const path = `${folder}/${name}`;
    const isTable = TABLE_FILE.test(name);
    if (!isTable && !/\.md$/i.test(name)) {
      findings.push(found('file-ignored', { in: 'file', file: path }, { name }, { severity: LIKELY_TABLE.test(name) ? 'warning' : 'note' }));
      continue;
    }
    const bytes = (await recording.host.read(path)) ?? new Uint8Array();
    if (isTable) sources.push({ path, bytes });
    else {
      const text = decodeText(path, bytes, answeredEncoding(answers, path));
      const paragraph = text.ok ? readWritten(path, text.value) : text;
      findings.push(...paragraph.findings);
      if (paragraph.ok) written.push(paragraph.value);
    }
  }
  const { from, to } = periodDates(period, agency.calendar);
  const read = await readSources(sources, { agency: agency.id, period, from, to, units: agency.units, forms, answers }, workbooks);
  const { tables, corrections } = correctTables(read.tables, forms, await readLedger(agency.id), agency.id, formatPeriodId(period), folder);
  return { folder, tables, received: read.tables, written, findings: [...read.findings, ...findings], corrections, reads: recording.reads() };
}
