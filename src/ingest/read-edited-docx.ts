/** A DOCX that somebody may have changed in Word → its text, paragraph by paragraph. Only to look for figures that were typed over: nothing is taken from it into a document. */
import { openPackage } from './open-package.js';
import { decodeEntities, isWellNested, xmlTags } from './xml-tags.js';

export interface EditedText {
  /** Paragraphs and cells in the order of the file; text in boxes behind what they hang on. */
  readonly body: readonly string[];
  readonly notes: readonly string[];
}

export type ReadEdited = { readonly ok: true; readonly text: EditedText } | { readonly ok: false; readonly reason: string };

/** Reasons are words for the user; nothing is thrown, whatever the bytes are. */
export async function readEditedDocx(bytes: Uint8Array): Promise<ReadEdited> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return opened;
  const body = opened.parts.get('word/document.xml');
  if (body === undefined) return { ok: false, reason: 'tệp không phải văn bản Word' };
  const notes = opened.parts.get('word/footnotes.xml') ?? '';
  if (!isWellNested(body) || (notes !== '' && !isWellNested(notes))) return { ok: false, reason: 'nội dung văn bản Word bị hỏng hoặc bị cắt' };
  return { ok: true, text: { body: paragraphsOf(body), notes: paragraphsOf(notes) } };
}

/** What stands for a character without being text. */
const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

function paragraphsOf(xml: string): readonly string[] {
  const done: string[] = [];
  // A text box holds paragraphs inside a paragraph.
  const open: string[] = [];
  let fallback = 0;
  let textFrom: number | undefined;
  const write = (text: string): void => {
    if (open.length > 0 && fallback === 0) open[open.length - 1] += text;
  };
  for (const { kind, name, start, end } of xmlTags(xml)) {
    // The same drawing once more for old programs.
    if (name === 'Fallback') fallback += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    else if (name === 'p' && kind === 'open') open.push('');
    else if (name === 'p' && kind === 'close') done.push(open.pop() ?? '');
    else if (name === 't' && kind === 'open') textFrom = end;
    else if (name === 't' && kind === 'close' && textFrom !== undefined) {
      write(decodeEntities(xml.slice(textFrom, start)));
      textFrom = undefined;
    } else if (name in SIGNS && kind !== 'close') write(SIGNS[name]!);
  }
  return done.filter((text) => text.trim() !== '');
}
