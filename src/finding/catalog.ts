/** Every sentence the user can be shown, by code. A code is permanent: it is never renamed or reused. */
import { createHash } from 'node:crypto';
import type { CatalogEntry } from './catalog/entry.js';
import { checkEntries } from './catalog/check.js';
import { correctionEntries } from './catalog/correction.js';
import { formEntries } from './catalog/form.js';
import { ingestEntries } from './catalog/ingest.js';
import { issueEntries } from './catalog/issue.js';
import { pipelineEntries } from './catalog/pipeline.js';
import { previousEntries } from './catalog/previous.js';
import { proseEntries } from './catalog/prose.js';
import { remedyEntries } from './catalog/remedy.js';
import { renderEntries } from './catalog/render.js';
import { rolledEntries } from './catalog/rolled.js';
import { rowEntries } from './catalog/row.js';
import { templateEntries } from './catalog/template.js';
import type { Finding, Severity } from './finding.js';
import type { Place } from './place.js';

export const catalog = {
  ...ingestEntries,
  ...rowEntries,
  ...checkEntries,
  ...previousEntries,
  ...rolledEntries,
  ...templateEntries,
  ...proseEntries,
  ...formEntries,
  ...renderEntries,
  ...pipelineEntries,
  ...correctionEntries,
  ...issueEntries,
  ...remedyEntries,
} as const;

export type FindingCode = keyof typeof catalog;
type Params<C extends FindingCode> = (typeof catalog)[C] extends CatalogEntry<infer P> ? P : never;

/** An exact figure, as far as a digest needs it. */
interface FigureText {
  toFraction(): string;
}

export interface FindingDetails {
  readonly related?: readonly Place[];
  readonly seen?: string;
  readonly expected?: string;
  readonly choices?: readonly string[];
  readonly cause?: string | undefined;
  /** Every figure the finding rests on, whatever it shows: a person's acceptance dies with any of them. */
  readonly basis?: readonly FigureText[];
  /** Where a rule is sharper or milder than its catalogue entry for a reason the caller knows. */
  readonly severity?: Severity;
}

/** A finding of the catalogue at a place. */
export function found<C extends FindingCode>(code: C, place: Place, params: Params<C>, details: FindingDetails = {}): Finding {
  const definition = catalog[code] as unknown as CatalogEntry<Params<C>>;
  return {
    code,
    severity: details.severity ?? definition.severity,
    place,
    message: definition.message(params),
    remedy: definition.remedy(params),
    related: details.related ?? [],
    ...(details.seen === undefined ? {} : { seen: details.seen }),
    ...(details.expected === undefined ? {} : { expected: details.expected }),
    ...(details.choices === undefined ? {} : { question: { choices: details.choices } }),
    ...(details.cause === undefined ? {} : { cause: details.cause }),
    ...(details.basis === undefined ? {} : { basis: digestOf(details.basis) }),
  };
}

function digestOf(figures: readonly FigureText[]): string {
  return createHash('sha256').update(figures.map((one) => one.toFraction()).join(' ')).digest('hex').slice(0, 12);
}

/** Whether a person may accept a finding of this code with a reason. */
export function isWaivable(code: string): boolean {
  return (catalog as Readonly<Record<string, { readonly waivable?: true }>>)[code]?.waivable === true;
}
