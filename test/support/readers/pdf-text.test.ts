/** Page numbers and repeated header rows are taken out by their places, and nothing else is. The PDFs are written by hand. */
import { expect, test } from 'vitest';
import { handWrittenPdf, type Placed } from './hand-written-pdf.js';
import { bodyLines, marksOf, noteLines, pdfWords, readPdfPages } from './pdf-text.js';

const words = async (...pages: readonly (readonly Placed[])[]): Promise<string> =>
  pdfWords(await readPdfPages(handWrittenPdf(...pages)))
    .map(({ text, page }) => `${page}:${text}`)
    .join(' ');

const HEADER = (y: number): readonly Placed[] => [
  [90, y, 'STT'],
  [150, y, 'Unit'],
  [300, y, 'Total'],
  [300, y - 14, 'number'],
];

test('lines are read from the top, words from the left, cells apart', async () => {
  expect(await words([[300, 700, 'right'], [90, 700, 'left side'], [90, 720, 'above']])).toBe('1:above 1:left 1:side 1:right');
});

test('a word in pieces is one word', async () => {
  // «17» is 13.3 points wide at 12 points.
  expect(await words([[90, 700, '17'], [103.4, 700, '8'], [114, 700, '9']])).toBe('1:178 1:9');
});

test('the page number is taken out, figures elsewhere stay', async () => {
  expect(await words([[294, 810, '2'], [90, 760, 'text 3']])).toBe('1:text 1:3');
  expect(await words([[90, 810, '2'], [90, 760, 'text']])).toBe('1:2 1:text');
  expect(await words([[294, 760, '2'], [90, 740, 'text']])).toBe('1:2 1:text');
  expect(await words([[280, 810, '2 (3)'], [90, 760, 'text']])).toBe('1:2 1:(3) 1:text');
});

test('a header row that comes again is taken out, on every page after the first', async () => {
  const first: readonly Placed[] = [[90, 780, 'Table'], ...HEADER(700), [90, 670, '1'], [150, 670, 'one'], [300, 670, '5']];
  const second: readonly Placed[] = [[294, 810, '2'], ...HEADER(770), [90, 740, '2'], [150, 740, 'two'], [300, 740, '5']];
  const third: readonly Placed[] = [[294, 810, '3'], ...HEADER(770), [90, 740, '3'], [150, 740, 'three'], [300, 740, '5']];
  expect(await words(first, second, third)).toBe('1:Table 1:STT 1:Unit 1:Total 1:number 1:1 1:one 1:5 2:2 2:two 2:5 3:3 3:three 3:5');
});

test('the same words in other columns, or a line of running text, are not a header', async () => {
  const moved = HEADER(770).map(([x, y, text]): Placed => [x + 20, y, text]);
  expect(await words(HEADER(700), moved)).toBe('1:STT 1:Unit 1:Total 1:number 2:STT 2:Unit 2:Total 2:number');
  expect(await words([[90, 700, 'same line']], [[90, 770, 'same line']])).toBe('1:same 1:line 2:same 2:line');
});

test('the number of a note is no word and parts none; notes stand behind the text of all pages', async () => {
  // «word» is 26.0 points wide at 12 points, «7» 4.3 at 7.8.
  const first: readonly Placed[] = [[90, 700, 'word'], [116.1, 705.5, '7', 7.8], [120.5, 700, ', more'], [85, 104, '7', 6.5], [91, 100, 'note', 10], [85, 88, 'of it', 10]];
  const pages = await readPdfPages(handWrittenPdf(first, [[294, 810, '2'], [90, 760, 'text'], [85, 88, 'rest', 10]]));
  expect(pdfWords(pages).map(({ text, page }) => `${page}:${text}`).join(' ')).toBe('1:word, 1:more 2:text 1:note 1:of 1:it 2:rest');
  expect(marksOf(bodyLines(pages[0]!))).toEqual([7]);
  expect(marksOf(noteLines(pages[0]!))).toEqual([7]);
});

test('small figures that stand on the line, or apart from every word, stay words', async () => {
  expect(await words([[90, 700, 'word'], [116.1, 700, '7', 7.8], [300, 706, '8', 7.8]])).toBe('1:8 1:word7');
});

test('the page number of an entry of the contents is taken out, a figure at the end of a stretched line is not', async () => {
  // The right margin is at 552.8 points; «12» is 13.3 points wide, «I.» 6.7.
  expect(await words([[90, 700, 'I.'], [100, 700, 'Entry'], [539.4, 700, '12']])).toBe('1:I. 1:Entry');
  expect(await words([[90, 700, 'figures'], [300, 700, 'of'], [539.4, 700, '12']])).toBe('1:figures 1:of 1:12');
  expect(await words([[90, 700, 'cell'], [535, 700, '12']])).toBe('1:cell 1:12');
});
