/** Footnotes as Word has them: the mark in the text, the note in the part of its own, numbered by Word in the order of the text. */
import { FootnoteReferenceRun, Paragraph, type TextRun } from 'docx';
import type { OfficialDocument } from '../../document/tree.js';
import { notesIn, walkInlines } from '../../document/walk.js';
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import type { StyleId } from './paragraph-styles.js';

/** docx gives the note its id in the order of the document and sets the mark before its text. */
export function footnoteRun(text: readonly TextRun[]): FootnoteReferenceRun {
  return new FootnoteReferenceRun({ children: [new Paragraph({ style: 'FootnoteText' satisfies StyleId, children: text })] });
}

/** Word counts by itself from 1: a note of the tree with another number would be printed under a wrong one. */
export function misnumberedNotes(document: OfficialDocument): readonly Finding[] {
  let count = 0;
  const wrong: number[] = [];
  for (const { where, inlines } of walkInlines(document)) {
    if (where.startsWith('note-')) continue;
    for (const { number } of notesIn(inlines)) if (number !== ++count) wrong.push(number);
  }
  return wrong.map((number) => found('not-expressible', { in: 'file', file: document.properties.title }, { what: `số ${number} của chú thích cuối trang (Word tự đánh số theo thứ tự)`, format: 'DOCX' }));
}

/** Marks of notes before the lines over the notes; no mark belongs to a line. */
const MARK_OF_SEPARATOR = /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteRef\/><\/w:r>(?=<w:r><w:(?:separator|continuationSeparator)\/>)/g;

/**
 * docx 9.15.2 sets the mark of a note before both separators, which Word does not, and does not name the separators in the
 * settings (ECMA-376, part 1, 17.11.9), as Word does. No longer needed when a document of docx has neither fault.
 */
export function withWordSeparators(name: string, text: string): string {
  if (name === 'word/footnotes.xml') return text.replace(MARK_OF_SEPARATOR, '');
  if (name === 'word/settings.xml') return text.replace('<w:compat>', '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>');
  return text;
}
