/** What every writer is: one document tree and one style in, bytes and findings out. A writer reports what it cannot express and drops nothing silently. */
import type { OfficialDocument } from '../document/tree.js';
import type { Finding } from '../finding/finding.js';
import type { PageStyle } from './style.js';

export type Format = 'docx' | 'pdf' | 'xlsx';

export interface Written {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

export type Writer = (document: OfficialDocument, style: PageStyle) => Promise<Written>;
