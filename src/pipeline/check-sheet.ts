/** What a check gathered, as the check sheet tells it: names for ids, rules for codes, each source and each waiver once. */
import { toHalves } from '../check/halves.js';
import { capitalise } from '../finding/capitalise.js';
import type { CheckedSource, CheckSheet, UntracedFigure } from '../finding/check-sheet.js';
import { findingId, hasError, type Finding } from '../finding/finding.js';
import type { Waiver } from '../finding/waiver.js';
import { periodDates, type Period } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import { identityOn } from '../template/document-data.js';
import type { Workspace } from './workspace.js';

/** A job, or a period without one, after its checks. */
export interface Checked {
  readonly id: string;
  readonly agency: string;
  readonly period: Period;
  /** Of a job. */
  readonly document?: string;
  readonly kind: 'document' | 'period';
  readonly findings: readonly Finding[];
  readonly sources: readonly CheckedSource[];
  readonly untraced: readonly UntracedFigure[];
}

export function toCheckSheet(workspace: Workspace, checked: readonly Checked[], findings: readonly Finding[], waivers: readonly Waiver[]): CheckSheet {
  const dateOf = ({ agency, period }: Checked): string => periodDates(period, workspace.agencies.get(agency)!.value.calendar).to;
  const accepted = new Set(findings.filter(({ waived }) => waived).map(findingId));
  return {
    agencies: [...new Set(checked.map((one) => identityOn(workspace.agencies.get(one.agency)!.value, dateOf(one)).name))],
    subjects: checked.map((one) => ({ id: one.id, name: nameOf(workspace, one), kind: one.kind, passed: !hasError(one.findings) })),
    findings,
    halves: toHalves(findings, waivers.filter(({ finding }) => accepted.has(finding)), checked),
    sources: once(checked.flatMap(({ sources }) => sources), ({ path }) => path).sort((a, b) => (a.path < b.path ? -1 : 1)),
    untraced: once(checked.flatMap(({ untraced }) => untraced), ({ place, text, context }) => JSON.stringify([place, text, context])),
    date: checked.map(dateOf).sort().at(-1) ?? NO_DATE,
  };
}

/** Of a sheet on nothing: the first day a zip can hold. */
const NO_DATE = '1980-01-01';

/** «Báo cáo tháng 02 năm 2021». */
function nameOf({ templates }: Workspace, { document, period }: Checked): string {
  if (document === undefined) return `Số liệu ${periodName(period)}`;
  const manifest = templates.get(document)?.value.manifest;
  const type = manifest ? (manifest.typeName ?? 'CÔNG VĂN').toLocaleLowerCase('vi') : document;
  return `${capitalise(type)} ${periodName(period)}`;
}

function once<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}
