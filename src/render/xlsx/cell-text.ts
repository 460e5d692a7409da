/** Inlines as the text of a workbook cell: plain where all of it looks alike, rich text where strong or emphasised parts differ. */
import type { Inline } from '../../document/tree.js';
import { blankText } from '../../document/walk.js';

export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The mark of a note. */
  readonly raised?: true;
}

/** How the mark of a note is written: Excel has no footnotes, its number alone would read as a digit of the text. */
export function noteMark(number: number): string {
  return `(${number})`;
}

/** Runs of like text; neighbours that look alike are one. A heading or total row makes everything in it bold by `bold`. */
export function toTextRuns(inlines: readonly Inline[], look: { bold: boolean; italic: boolean }): readonly TextRun[] {
  const runs: TextRun[] = [];
  const add = (text: string, bold: boolean, italic: boolean): void => {
    const last = runs.at(-1);
    if (last && last.bold === bold && last.italic === italic && !last.raised) runs[runs.length - 1] = { text: last.text + text, bold, italic };
    else if (text !== '') runs.push({ text, bold, italic });
  };
  const visit = (children: readonly Inline[], bold: boolean, italic: boolean): void => {
    for (const inline of children) {
      switch (inline.type) {
        case 'text':
        case 'figure':
        case 'reference':
          add(inline.text, bold, italic);
          break;
        case 'strong':
          visit(inline.children, true, italic);
          break;
        case 'emphasis':
          visit(inline.children, bold, true);
          break;
        case 'blank':
          add(blankText(inline.characters), bold, italic);
          break;
        case 'note':
          runs.push({ text: noteMark(inline.number), bold, italic, raised: true });
          break;
        case 'break':
          add('\n', bold, italic);
          break;
      }
    }
  };
  visit(inlines, look.bold, look.italic);
  return runs;
}

/** Excel reads `_x0041_` in a stored text as the letter A; the underscore itself is written so that the text comes back as it is. */
export function escapeStoredText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Controls but tab and line breaks, halves of a surrogate pair and non-characters: XML cannot hold them, and exceljs 4.4.0 drops the first in silence. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu;

export function unwritableCharacters(text: string): readonly string[] {
  return [...new Set(text.match(UNWRITABLE))].map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
}

export function withoutUnwritable(text: string): string {
  return text.replace(UNWRITABLE, '');
}

/** A text that Excel would take for a formula when someone opens the cell and confirms it, or saves the sheet as CSV and opens that: a tab or a line end first hides the sign behind it. */
export function looksLikeFormula(text: string): boolean {
  return /^(?:[\t\r\n]|\s*[=+\-@])/.test(text);
}
