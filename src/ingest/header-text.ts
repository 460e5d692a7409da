/** The texts above a column, level by level, in a form in which two spellings of one header are equal. */
import { nameKey } from '../statistics/unit-list.js';
import { cellAt, cellText, mergeAt, type RawSheet } from './raw-sheet.js';

/** Footnote marks and column numbers behind a header: «Quá hạn (*)», «Tổng số (3)=(4)+(5)». */
const MARK_BEHIND = /\s*\((?:\*+|\d{1,2})\)(?:\s*=[\s\d()+-]*)?$/;

export function headerKey(text: string): string {
  return nameKey(text.trim().replace(MARK_BEHIND, '').replace(/[\s:.]+$/, ''));
}

/** Words a header may leave out: «Đã giải quyết» = «Số hồ sơ đã giải quyết». */
const OPENING_WORDS = `${nameKey('Số hồ sơ')} `;

export function withoutOpeningWords(key: string): string {
  return key.startsWith(OPENING_WORDS) ? key.slice(OPENING_WORDS.length) : key;
}

/** A path of header texts as keys; a text with colons names several levels («Đã giải quyết: Tổng số»). */
export function pathKeys(path: readonly string[]): readonly string[] {
  return path.flatMap((text) => text.split(':')).map(headerKey).filter((key) => key !== '');
}

/**
 * For each column from 1: the texts above it in rows `top` to `bottom`, merges expanded, each merge once. A column whose lowest text
 * is another's (one header merged over two columns) has none. Index 0 is unused.
 */
export function headerPaths(sheet: RawSheet, top: number, bottom: number): readonly (readonly string[])[] {
  const merges = sheet.merges.filter((merge) => merge.top <= bottom && merge.bottom >= top);
  const header = { ...sheet, merges };
  const width = Math.max(0, ...sheet.rows.slice(top - 1, bottom).map((row) => row.length));
  const paths: string[][] = [[]];
  for (let column = 1; column <= width; column++) {
    const path: string[] = [];
    let previous: object | undefined;
    let owner = column;
    for (let row = top; row <= bottom; row++) {
      const merge = mergeAt(header, row, column);
      if (merge && merge === previous) continue;
      previous = merge;
      const text = cellText(merge ? cellAt(sheet, merge.top, merge.left) : cellAt(sheet, row, column));
      if (text === '') continue;
      path.push(text.replace(/\s+/g, ' '));
      owner = merge?.left ?? column;
    }
    paths.push(owner === column ? path : []);
  }
  return paths;
}
