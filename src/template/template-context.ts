/** What a template can say: figures and lists by name, periods, the agency. The scope is checked before a template runs, the context mirrors it. */
import type { ExpressionScope } from '../statistics/expression.js';
import type { Form } from '../statistics/form.js';
import { datePieces, formatDate } from '../statistics/format-figure.js';
import { followingPeriod, periodDates, shiftPeriod, type Period } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import { PROVINCES, provinceCount, provincesOn } from '../statistics/provinces.js';
import type { TemplateScope } from './compile.js';
import type { DocumentData, NamedFigure } from './document-data.js';
import { figureScope, ruleFigure, tableFigure, unitFigure } from './figure-lookup.js';
import { namedList } from './lists.js';
import type { Manifest } from './manifest.js';
import type { RemediedDocument } from './remedied-document.js';

/** Names a body may print: every table's figures, the manifest's figures and lists, and what the engine knows of period and agency. */
export function templateScope(manifest: Manifest, forms: ReadonlyMap<string, Form>): TemplateScope {
  const named = [...Object.keys(manifest.figures), ...Object.keys(manifest.lists), PROVINCES];
  return {
    ...figureScope(manifest, forms).tables,
    ...Object.fromEntries(named.map((name) => [name, true as const])),
    ...TEXT_NAMES,
    ...(manifest.remedy === undefined ? {} : REMEDY_NAMES),
  };
}

const PERIOD_NAMES = ['name', 'short', 'from', 'to', 'year'] as const;
const TEXT_NAMES = { period: PERIOD_NAMES, previous: PERIOD_NAMES, next: PERIOD_NAMES, agency: ['name', 'shortName', 'place'], unit: ['name'] } as const;

const REMEDY_NAMES = { issued: ['kind', 'symbol', 'date', 'shortDate', 'subject'], corrections: ['reasons', 'bases'] } as const;

/** The context object a compiled template runs on; mirrors `templateScope`. */
export function templateContext(data: DocumentData): Record<string, unknown> {
  const { manifest, tables } = data;
  const scope: ExpressionScope = figureScope(manifest, data.forms);
  const context: Record<string, unknown> = {
    period: periodTexts(data, data.period),
    previous: periodTexts(data, shiftPeriod(data.period, -1)),
    next: periodTexts(data, followingPeriod(data.period)),
    agency: { name: data.identity.name, shortName: data.identity.shortName, place: data.agency.place },
    unit: { name: data.unit?.name ?? '' },
    ...(data.remedied ? remedyTexts(data.remedied) : {}),
    [PROVINCES]: { name: PROVINCES, quantity: provinceCount(provincesOn(data.dates.to)), format: 'count' } satisfies NamedFigure,
  };
  for (const [name, columns] of Object.entries(scope.tables)) {
    context[name] = Object.fromEntries(
      columns.map((column) => [column, tableFigure(tables[name], column) ?? unitFigure(data, name, column) ?? { name: `${name}.${column}`, quantity: undefined, format: 'count' }]),
    );
  }
  for (const [name, { rule, as, decimals }] of Object.entries(manifest.figures)) {
    context[name] = { name, format: as, ...(decimals === undefined ? {} : { decimals }), ...ruleFigure(data, rule, scope) } satisfies NamedFigure;
  }
  for (const [name, use] of Object.entries(manifest.lists)) context[name] = namedList(data, name, use, scope);
  return context;
}

/** «Báo cáo», «15/BC-TTHC», «18 tháng 01 năm 2021», «18/01/2021». */
function remedyTexts({ kind, symbol, issuedOn, subject, reasons, bases }: RemediedDocument): Record<keyof typeof REMEDY_NAMES, Record<string, string>> {
  const { day, month, year } = datePieces(issuedOn);
  return { issued: { kind, symbol, date: `${day} tháng ${month} năm ${year}`, shortDate: formatDate(issuedOn), subject }, corrections: { reasons: reasons.join('; '), bases: bases.join('; ') } };
}

/** «tháng 02 năm 2021», «tháng 02», «16/01/2021», «15/02/2021». A month or quarter of another year keeps its year; «6 tháng đầu» alone says too little. */
function periodTexts({ calendar, period: own }: DocumentData, period: Period): Record<(typeof PERIOD_NAMES)[number], string> {
  const { from, to } = periodDates(period, calendar);
  const name = periodName(period);
  const isShort = (period.kind === 'month' || period.kind === 'quarter') && period.year === own.year;
  return { name, short: isShort ? name.replace(/ năm \d+$/, '') : name, from: formatDate(from), to: formatDate(to), year: String(period.year) };
}
