/** What every part of the redline works with: the document that becomes it, whose revisions they are, and what is gathered on the way. */
import type { RevisedInlines } from '../../../document/revision.js';
import type { Document, Element } from './word-elements.js';

export interface Revising {
  /** The main part of the draft, changed in place. */
  readonly part: Document;
  readonly by: { readonly author: string; readonly date: string };
  /** Footnotes whose mark stays and whose text changed, by the ids of both sides. */
  readonly notes: { readonly issued: string; readonly draft: string; readonly inside: RevisedInlines }[];
  /** What no revision can say: a comment at a paragraph. */
  readonly remarks: { readonly paragraph: Element; readonly text: string }[];
}

export type Change = 'deleted' | 'inserted';

/** A paragraph or table in its new place. Its runs and rows are marked already, the mark of a paragraph not yet. */
export interface Placed {
  readonly element: Element;
  readonly change: Change | 'kept';
}
