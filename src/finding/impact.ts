/** What a correction changes, as plain data. Here because terminal, JSON and the sheet for a leader tell the same. */
import type { Finding } from './finding.js';

export interface Impact {
  readonly cells: readonly CorrectedCell[];
  /** Printed figures that change, in the order of jobs and of reading. */
  readonly figures: readonly FigureImpact[];
  /** Sentences, captions and lines outside tables whose text changes. */
  readonly sentences: readonly SentenceImpact[];
  /** Tables whose rows come in another order, and charts that are drawn anew. */
  readonly exhibits: readonly ExhibitImpact[];
  readonly jobs: readonly JobImpact[];
  readonly findings: { readonly new: readonly Finding[]; readonly gone: readonly Finding[] };
}

/** Exact decimal texts; null for no figure. */
export interface CorrectedCell {
  readonly form: string;
  /** Name of the form. */
  readonly table: string;
  readonly period: string;
  readonly row: string;
  readonly label: string;
  readonly column: string;
  /** Header path of the column. */
  readonly header: string;
  readonly was: string | null;
  readonly now: string;
}

export interface FigureImpact {
  readonly job: string;
  readonly where: string;
  /** The sentence, or «row · column», as it will be. */
  readonly context: string;
  readonly rule: string | null;
  /** As printed; null where the figure is not printed at all. */
  readonly old: string | null;
  readonly new: string | null;
}

export interface SentenceImpact {
  readonly job: string;
  readonly where: string;
  readonly old: string | null;
  readonly new: string | null;
  /** Other words than figures change: a threshold was crossed, a ranking changed, somebody is named or named no more. */
  readonly reworded: boolean;
}

export interface ExhibitImpact {
  readonly job: string;
  readonly where: string;
  readonly kind: 'order' | 'chart';
  /** Caption of the chart, or what the rows are now. */
  readonly what: string;
}

export interface JobImpact {
  readonly id: string;
  /** Subject of the document (trích yếu), where its data allow one. */
  readonly subject?: string;
  readonly issued: boolean;
  /** «57/BC-TTHC» of the issued document. */
  readonly symbol?: string;
  readonly state: 'fresh' | 'stale' | 'edited' | 'never-built';
  /** appears · vanishes: a document of one unit that the figures call for, or no more · refused: it would say the new figures, but findings stop it · waits: it stays as it is, because the period it compares with is in error. */
  readonly change: 'changes' | 'appears' | 'vanishes' | 'refused' | 'waits' | 'unchanged';
  readonly figures: number;
}

/** What the sheet for a leader says beside the impact. */
export interface ImpactSheet {
  /** Name of the agency. */
  readonly agency: string;
  readonly reason: string;
  readonly basis: string;
  readonly by: string;
  readonly impact: Impact;
  /** ISO date of the file. */
  readonly date: string;
}
