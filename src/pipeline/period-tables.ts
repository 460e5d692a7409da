/** The tables of a period as they are used: derived; to be compared with or added up only where they are sound. Shared by documents, checks and roll-up. */
import { checkTable } from '../check/check.js';
import { applyWaivers } from '../check/waivers.js';
import { hasError } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { Waiver } from '../finding/waiver.js';
import { deriveTable, type DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { periodDates, type Period } from '../statistics/period.js';
import type { Reads } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import { correctionsOf } from './correct-tables.js';
import type { PeriodSources } from './read-period.js';

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

/** A file, sheet or table was refused as a whole. */
const UNREAD = ['file-unreadable', 'file-too-slow', 'encoding-unknown', 'text-mojibake', 'json-invalid', 'fields-shifted', 'table-too-large', 'table-ambiguous'];

/** The first file of a period that could not be read: it may hold any table. */
export function unreadPlace({ findings }: PeriodSources): Place | undefined {
  return findings.find(({ code }) => UNREAD.includes(code))?.place;
}
