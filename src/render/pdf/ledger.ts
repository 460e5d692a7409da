/** Everything that must get onto the pages, word by word, to be compared with what did (check-printed) and with the font (check-glyphs). */
import type { SourceLine } from '../../document/tree.js';
import type { Face } from './fonts.js';

/** A paragraph, a heading, a cell…: what a finding quotes. */
export interface Passage {
  readonly text: string;
  readonly source?: SourceLine;
}

export interface ExpectedText {
  readonly text: string;
  readonly face: Face;
  readonly passage: Passage;
}

/** The index of an entry is the `printId` of its letters. */
export type Ledger = ExpectedText[];

export function expectPrinted(ledger: Ledger, text: string, face: Face, passage: Passage): number {
  return ledger.push({ text, face, passage }) - 1;
}
