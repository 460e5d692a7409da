/**
 * What a text must hold before Markdown or Handlebars see it: both take time that grows with the square of what is nested or
 * paired, so a hostile or broken text must end in a finding before they begin. The numbers lie far above any real report.
 */

/** Why a text cannot be taken, and its line (from 1). */
export interface TextFault {
  readonly line: number;
  readonly reason: string;
}

/** About seventy printed pages; the longest part that a person writes for a report has two. */
export const MOST_CHARACTERS = 200_000;
/** Nested lists of so many lines take micromark 4 two seconds, of four times as many half a minute; a report has some hundreds. */
export const MOST_LINES = 5_000;
/** «*» and «_» between two blank lines are paired with one another: a thousand take 50 ms, ten thousand six seconds; a paragraph has a dozen. */
const MOST_MARKS = 1_000;
/** A dozen pages without a blank line; pdfmake 0.3.11 takes half a minute for five times as much in one paragraph. */
const LONGEST_PARAGRAPH = 40_000;
/** pdfmake breaks a word that is wider than its line letter by letter, measuring the rest each time: minutes for 20.000 letters, one second for these. */
const LONGEST_WORD = 1_000;
/** «- - - a» opens three lists: thousands of levels exhaust the stack, and Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5 knows seven at most. */
const MOST_LEVELS = 10;
/** Two columns of indent open a level more. */
const WIDEST_INDENT = 40;

/** Controls but tab and line ends, private use (the marks of slots.ts), halves of surrogate pairs, non-characters: as refused in data. */
export const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\uE000-\uF8FF\uFFFD-\uFFFF]|\p{Cs}/u;

const LIST_MARKS = /^[ \t]*((?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+)/;

export function checkText(text: string): readonly TextFault[] {
  if (text.length > MOST_CHARACTERS) return [{ line: 1, reason: `dài quá ${count(MOST_CHARACTERS)} ký tự` }];
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return [{ line: MOST_LINES, reason: `dài quá ${count(MOST_LINES)} dòng` }];
  const faults: TextFault[] = [];
  const overlong = new RegExp(`\\S{${LONGEST_WORD + 1}}`);
  let marks = 0;
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const fault = (reason: string): void => void faults.push({ line: index + 1, reason });
    const character = UNPRINTABLE.exec(line)?.[0];
    if (character !== undefined) fault(`có ký tự không in được U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
    const before = marks;
    marks = line.trim() === '' ? 0 : marks + countMarks(line);
    if (marks > MOST_MARKS && before <= MOST_MARKS) fault(`đoạn có quá ${count(MOST_MARKS)} dấu * và _`);
    if (overlong.test(line)) fault(`có một từ dài quá ${count(LONGEST_WORD)} ký tự`);
    const shorter = length;
    length = line.trim() === '' ? 0 : length + line.length;
    if (length > LONGEST_PARAGRAPH && shorter <= LONGEST_PARAGRAPH) fault(`đoạn dài quá ${count(LONGEST_PARAGRAPH)} ký tự không có dòng trống`);
    const list = LIST_MARKS.exec(line);
    if (!list) continue;
    if (list[1]!.trim().split(/[ \t]+/).length > MOST_LEVELS) fault(`có quá ${MOST_LEVELS} dấu gạch đầu dòng trên một dòng`);
    if (line.slice(0, line.search(/\S/)).replaceAll('\t', '    ').length > WIDEST_INDENT) fault(`dấu gạch đầu dòng lùi vào quá ${WIDEST_INDENT} ký tự`);
  }
  return faults;
}

/** Runs of «*» and «_» that Markdown tries to pair; those in the names of a template's tags it never sees. */
export function countMarks(text: string): number {
  return text.replace(/\{\{[^}]*\}\}/g, '').match(/[*_]+/g)?.length ?? 0;
}

function count(limit: number): string {
  return String(limit).replace(/\B(?=(\d{3})+$)/g, '.');
}
