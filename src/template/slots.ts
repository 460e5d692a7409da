/**
 * Values never pass through Markdown: a template prints two private-use characters around a slot's index, and after
 * Markdown is parsed the marks become the value's inlines. Hostile text («**», «| a |», newlines) cannot change the
 * structure, and every printed number keeps its cells. The same trick marks each literal chunk with its template line.
 */
import type { Block, Inline, SourceLine } from '../document/tree.js';
import { lineCounter } from './line-counter.js';

const SLOT_OPEN = '\uE000';
const SLOT_CLOSE = '\uE001';
const LINE_OPEN = '\uE002';
const LINE_CLOSE = '\uE003';

/** What a slot stands for: a run of inlines, or whole blocks where it stands alone in its paragraph. */
export type SlotValue =
  | { readonly kind: 'inlines'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] };

export function slotMark(index: number): string {
  return SLOT_OPEN + String(index) + SLOT_CLOSE;
}

export function lineMark(file: number, line: number): string {
  return `${LINE_OPEN}${file}:${line}${LINE_CLOSE}`;
}

/** Splits a text node at its slot marks. */
export function splitSlots(text: string): readonly (string | number)[] {
  return text
    .split(/\uE000(\d+)\uE001/)
    .map((part, index) => (index % 2 === 1 ? Number(part) : part))
    .filter((part) => part !== '');
}

export interface MarkedText {
  readonly text: string;
  /** Template file and line of an offset in `text`. */
  lineAt(offset: number): SourceLine;
}

/** Takes the line marks out of rendered text and keeps where they stood. */
export function takeLineMarks(marked: string, files: readonly string[]): MarkedText {
  const marks: { at: number; file: number; line: number }[] = [];
  let text = '';
  for (const [index, part] of marked.split(/\uE002(\d+:\d+)\uE003/).entries()) {
    if (index % 2 === 0) text += part;
    else {
      const [file, line] = part.split(':').map(Number) as [number, number];
      marks.push({ at: text.length, file, line });
    }
  }
  const linesBefore = lineCounter(text);
  return {
    text,
    lineAt: (offset) => {
      let low = 0;
      for (let high = marks.length - 1; low < high; ) {
        const middle = Math.ceil((low + high) / 2);
        if (marks[middle]!.at <= offset) low = middle;
        else high = middle - 1;
      }
      const mark = marks[low] ?? { at: 0, file: 0, line: 1 };
      return { file: files[mark.file] ?? '', line: mark.line + linesBefore(offset) - linesBefore(mark.at) };
    },
  };
}
