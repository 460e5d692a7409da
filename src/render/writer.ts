/** What every writer is: one document tree and one style in, bytes and findings out. A writer reports what it cannot express and drops nothing silently. */
import type { OfficialDocument } from '../document/tree.js';
import type { Finding } from '../finding/finding.js';
import type { PageStyle } from './style.js';

export type Format = 'docx' | 'pdf' | 'xlsx';

/** Page of each heading of the body that the table of contents lists, in order; appendices count their pages anew and are not among them. */
export type ContentsPages = readonly (number | undefined)[];

export interface Written {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
  /** From a writer that sets pages itself, where the document has a table of contents. */
  readonly contentsPages?: ContentsPages;
}

/** What a writer cannot know by itself. */
export interface WriterContext {
  readonly contentsPages?: ContentsPages;
}

export type Writer = (document: OfficialDocument, style: PageStyle, context?: WriterContext) => Promise<Written>;
