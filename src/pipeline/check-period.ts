/** All findings of one period folder, whether a document uses its tables or not. */
import type { Finding } from '../finding/finding.js';
import type { UntracedFigure } from '../finding/check-sheet.js';
import { checkReportingPeriod } from '../check/reporting-period.js';
import { sortFindings } from '../finding/order.js';
import type { Waiver } from '../finding/waiver.js';
import { formatPeriodId, shiftPeriod, type Period } from '../statistics/period.js';
import { ABSENT, type Reads } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import { checkFigures } from './check-figures.js';
import { correctionsOf } from './correct-tables.js';
import { deriveTables, soundTables, tableReads } from './period-tables.js';
import type { PeriodReader } from './read-period.js';
import { rolledTables, soundRollUps } from './rolled-tables.js';
import type { Workspace } from './workspace.js';

export interface CheckedPeriod {
  /** «snv-soc-trang/2022». */
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly untraced: readonly UntracedFigure[];
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
  readonly reads: Reads;
}

export async function checkPeriod(agency: Agency, period: Period, workspace: Workspace, readPeriod: PeriodReader, waivers: readonly Waiver[] = []): Promise<CheckedPeriod> {
  const forms = [...workspace.forms.values()].map(({ value }) => value);
  const sources = await readPeriod(agency, period);
  const earlier = await readPeriod(agency, shiftPeriod(period, -1));
  const rolled = await rolledTables(agency, period, forms, readPeriod, waivers);
  const rolledBefore = await rolledTables(agency, shiftPeriod(period, -1), forms, readPeriod, waivers);
  const tables = [...deriveTables(sources, forms, agency), ...rolled.forms.flatMap(({ table }) => table ?? [])];
  const checked = checkFigures({
    agency,
    period,
    forms,
    tables: tables.map((table) => ({ table, codes: [], named: [] })),
    previous: [...soundTables(earlier, forms, agency, shiftPeriod(period, -1), waivers), ...soundRollUps(rolledBefore, waivers)],
    written: sources.written,
    legalBases: [],
    rates: [],
  });
  const corrections = correctionsOf(sources, Object.keys(sources.corrections));
  const findings = [...sources.findings, ...corrections.findings, ...rolled.forms.flatMap((one) => one.findings), ...checkReportingPeriod(agency.calendar, period, agency.file), ...checked.findings];
  return {
    id: `${agency.id}/${formatPeriodId(period)}`,
    findings: sortFindings(findings),
    untraced: checked.untraced,
    sources: Object.entries(sources.reads)
      .filter(([path, sha256]) => !path.endsWith('/') && sha256 !== ABSENT)
      .map(([path, sha256]) => ({ path, sha256 })),
    reads: { ...sources.reads, ...tableReads(earlier.reads), ...rolled.reads, ...rolledBefore.reads, ...corrections.reads },
  };
}
