/** All findings of one period folder, whether a document uses its tables or not. */
import { hasError, type Finding } from '../finding/finding.js';
import { applyWaivers } from '../check/waivers.js';
import { checkTable } from '../check/check.js';
import type { UntracedFigure } from '../finding/check-sheet.js';
import { checkReportingPeriod } from '../check/reporting-period.js';
import { sortFindings } from '../finding/order.js';
import type { Waiver } from '../finding/waiver.js';
import { deriveTable, type DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { formatPeriodId, periodDates, shiftPeriod, type Period } from '../statistics/period.js';
import { ABSENT, type Reads } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import { checkFigures } from './check-figures.js';
import { correctionsOf } from './correct-tables.js';
import type { PeriodReader, PeriodSources } from './read-period.js';
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
  const checked = checkFigures({
    agency,
    period,
    forms,
    tables: deriveTables(sources, forms, agency).map((table) => ({ table, codes: [], named: [] })),
    previous: soundTables(earlier, forms, agency, shiftPeriod(period, -1), waivers),
    written: sources.written,
    legalBases: [],
    rates: [],
  });
  const corrections = correctionsOf(sources, Object.keys(sources.corrections));
  const findings = [...sources.findings, ...corrections.findings, ...checkReportingPeriod(agency.calendar, period, agency.file), ...checked.findings];
  return {
    id: `${agency.id}/${formatPeriodId(period)}`,
    findings: sortFindings(findings),
    untraced: checked.untraced,
    sources: Object.entries(sources.reads)
      .filter(([path, sha256]) => !path.endsWith('/') && sha256 !== ABSENT)
      .map(([path, sha256]) => ({ path, sha256 })),
    reads: { ...sources.reads, ...tableReads(earlier.reads), ...corrections.reads },
  };
}

/** The tables of a period, derived. */
export function deriveTables(sources: PeriodSources, forms: readonly Form[], agency: Agency): readonly DerivedTable[] {
  const units = agency.units.map(({ id }) => id);
  return sources.tables.map((table) => deriveTable(forms.find(({ id }) => id === table.form)!, table, units));
}

/** Tables to compare with: none where anything of their period is in error, for of two files with the same table nobody knows which holds. */
export function soundTables(sources: PeriodSources, forms: readonly Form[], agency: Agency, period: Period, waivers: readonly Waiver[]): readonly DerivedTable[] {
  if (hasError(applyWaivers(sources.findings, waivers))) return [];
  const date = periodDates(period, agency.calendar).to;
  return deriveTables(sources, forms, agency).filter(
    (table) => !hasError(correctionsOf(sources, [table.form.id]).findings) && !hasError(applyWaivers(checkTable({ table, units: agency.units, date, codes: [], named: [] }), waivers)),
  );
}

/** What a comparison rests on: the tables of a period, not what people wrote for its report. */
export function tableReads(reads: Reads): Reads {
  return Object.fromEntries(Object.entries(reads).filter(([path]) => !path.endsWith('.md')));
}
