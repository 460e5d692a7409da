/** The document tree as bytes: what a seal keeps of a document beside its files, and what two versions are compared by. */
import type { OfficialDocument } from '../document/tree.js';
import { hashBytes } from '../store/recording-host.js';

/** Without the template lines, which move when a comment is added; a chart without a figure at a place holds null there. */
export function writeTree(document: OfficialDocument): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, (key, value: unknown) => (key === 'source' ? undefined : value))}\n`);
}

export function hashTree(document: OfficialDocument): string {
  return hashBytes(writeTree(document));
}
