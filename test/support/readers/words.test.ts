/** The readers agree: what the tree says, the DOCX says and the PDF says, word for word and number for number. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../../src/render/docx/write-docx.js';
import { writePdf } from '../../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../../src/render/style.js';
import { sampleDocument } from '../sample-document.js';
import { readDocxText } from './docx-text.js';
import { lintPackage } from './package-lint.js';
import { pdfWords, readPdfPages } from './pdf-text.js';
import { treeRuns, treeWords } from './tree-text.js';
import { compareWords, findRunsInOrder, numbersOf, wordsOf, type NamedWords } from './words.js';

describe('words', () => {
  test('are parted by blanks of every kind and composed', () => {
    expect(wordsOf('Số:\u00A0\u00A0 /BC\u2011TTHC\n nga\u0300y\u200B')).toEqual(['Số:', '/BC-TTHC', 'ngày']);
  });

  test('have numbers with their dots and commas', () => {
    expect(numbersOf(['8.605', '(89,69%)', '1216/QĐ-UBND', '16/01/2021.'])).toEqual(['8.605', '89,69', '1216', '16', '01', '2021']);
  });

  test('are compared by how often they stand', () => {
    const a = { name: 'A', words: ['một', 'hai', 'hai'] };
    expect(compareWords(a, { name: 'B', words: ['hai', 'một', 'hai'] })).toEqual([]);
    expect(compareWords(a, { name: 'B', words: ['hai', 'ba', 'một'] })).toEqual([
      '«hai» 1× more in A than in B: … một hai hai …',
      '«ba» 1× more in B than in A: … hai ba một …',
    ]);
  });

  test('are looked for in order', () => {
    const words = { name: 'B', words: ['a', 'b', 'x', 'c', 'd'] };
    expect(findRunsInOrder([['a', 'b'], ['c', 'd']], words)).toEqual([]);
    expect(findRunsInOrder([['c', 'd'], ['a', 'b']], words)).toEqual(['not found in B in this order (it stands earlier): a b']);
    expect(findRunsInOrder([['b', 'c']], words)).toEqual(['not found in B in this order: b c']);
  });
});

describe('the sample document', () => {
  const document = sampleDocument();
  const tree: NamedWords = { name: 'the tree', words: treeWords(document) };
  const flow = treeRuns(document)
    .filter(({ kind }) => kind === 'flow')
    .map(({ text }) => wordsOf(text));
  let docx: NamedWords;
  let pdf: NamedWords;

  beforeAll(async () => {
    const { bytes } = await writeDocx(document, pageStyle('A'));
    expect(lintPackage(bytes)).toEqual([]);
    const text = readDocxText(bytes);
    docx = { name: 'the DOCX', words: [...text.body.map((paragraph) => paragraph.text), ...text.notes].flatMap(wordsOf) };
    const written = await writePdf(document, pageStyle('A'));
    pdf = { name: 'the PDF', words: pdfWords(await readPdfPages(written.bytes)).map((word) => word.text) };
  });

  test('has the same words and numbers in the tree, the DOCX and the PDF', () => {
    expect(compareWords(tree, docx)).toEqual([]);
    expect(compareWords(tree, pdf)).toEqual([]);
    const numbers = ({ name, words }: NamedWords): NamedWords => ({ name, words: numbersOf(words) });
    expect(compareWords(numbers(tree), numbers(docx))).toEqual([]);
    expect(compareWords(numbers(tree), numbers(pdf))).toEqual([]);
  });

  test('has its paragraphs in the same order', () => {
    expect(findRunsInOrder(flow, docx)).toEqual([]);
    expect(findRunsInOrder(flow, pdf)).toEqual([]);
  });
});
