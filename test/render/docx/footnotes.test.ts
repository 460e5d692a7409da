/** Footnotes: Word's own, numbered as the tree numbers them, from text, list items and cells alike. */
import { describe, expect, it } from 'vitest';
import type { Inline, OfficialDocument } from '../../../src/document/tree.js';
import { longDocument, note, text as words } from '../../support/long-document.js';
import { readDocxText, wordsInOrder } from '../../support/readers/docx-text.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { childElements, type XmlElement } from '../../support/readers/xml.js';
import { sampleDocument } from '../../support/sample-document.js';
import { all, has, openDocx, paragraphsOf, property, styleOf, text, type OpenDocx } from './open-docx.js';

const notesOf = ({ parts }: OpenDocx): XmlElement[] => all(parts.get('word/footnotes.xml')!, 'w:footnote').filter((one) => one.attributes['w:type'] === undefined);
const withBody = (...inlines: readonly Inline[]): OfficialDocument => ({ ...sampleDocument(), body: [{ type: 'paragraph', role: 'body', inlines }], appendices: [] });

describe('footnotes', () => {
  it('stand where their marks are, in text, list, strong words, text cell and figure cell, and are numbered in that order', async () => {
    const open = await openDocx(longDocument());
    const marks = all(open.body, 'w:footnoteReference').map((one) => Number(one.attributes['w:id']));
    expect(marks).toEqual([1, 2, 3, 4, 5, 6]);
    expect(notesOf(open).map((one) => Number(one.attributes['w:id']))).toEqual(marks);
    expect(notesOf(open).map((one) => text(one).trim().slice(0, 14))).toEqual(['Nghị định số 0', 'Gồm nhận tại n', 'Trung tâm tiếp', 'Trong đó 12 hồ', 'Thực hiện theo', 'Kể cả hồ sơ li']);
    const carriers = paragraphsOf(open.body).filter((paragraph) => all(paragraph, 'w:footnoteReference').length > 0);
    expect(carriers.map(styleOf)).toEqual(['VanBan', 'GachDauDong', 'BangTrai', 'BangPhai', 'VanBan', 'BangTrai']);
    expect(open.findings).toEqual([]);
  });

  it('are read behind the paragraph they hang on', async () => {
    const { bytes } = await openDocx(longDocument());
    const carrier = readDocxText(bytes).body.find(({ text: one }) => one.startsWith('1.500'))!;
    expect(carrier).toEqual({ text: '1.500', inTable: true, notes: [' Trong đó 12 hồ sơ quá hạn.'] });
    expect(wordsInOrder(readDocxText(bytes))).toEqual(treeWords(longDocument()));
  });

  it('have their mark raised, ten points, justified, black', async () => {
    const open = await openDocx(longDocument());
    const style = (id: string): XmlElement => all(open.parts.get('word/styles.xml')!, 'w:style').find((one) => one.attributes['w:styleId'] === id)!;
    expect(property(style('FootnoteText'), 'w:rPr', 'w:sz', 'w:val')).toBe('20');
    expect(property(style('FootnoteText'), 'w:pPr', 'w:jc', 'w:val')).toBe('both');
    expect(property(style('FootnoteReference'), 'w:rPr', 'w:vertAlign', 'w:val')).toBe('superscript');
    expect(['FootnoteText', 'FootnoteReference'].map((id) => property(style(id), 'w:name', 'w:val'))).toEqual(['footnote text', 'footnote reference']);
    for (const one of notesOf(open)) {
      expect(paragraphsOf(one).map(styleOf)).toEqual(['FootnoteText']);
      const [mark, ...rest] = all(one, 'w:r');
      expect([property(mark!, 'w:rPr', 'w:rStyle', 'w:val'), has(mark!, 'w:footnoteRef')]).toEqual(['FootnoteReference', true]);
      expect(text(rest[0]!).startsWith(' ')).toBe(true);
    }
    for (const reference of all(open.body, 'w:r').filter((run) => has(run, 'w:footnoteReference'))) expect(property(reference, 'w:rPr', 'w:rStyle', 'w:val')).toBe('FootnoteReference');
  });

  it('keep strong and emphasised words, figures and line breaks', async () => {
    const open = await openDocx(
      withBody(words('a'), note(1, { type: 'strong', children: [words('đậm')] }, words(' và '), { type: 'emphasis', children: [words('nghiêng')] }, { type: 'break' }, { type: 'figure', text: '1.234', trace: 't' })),
    );
    const runs = all(notesOf(open)[0]!, 'w:r').slice(1).map((run) => [has(run, 'w:rPr', 'w:b'), has(run, 'w:rPr', 'w:i'), has(run, 'w:br'), text(run)]);
    expect(runs).toEqual([
      [false, false, false, ' '],
      [true, false, false, 'đậm'],
      [false, false, false, ' và '],
      [false, true, false, 'nghiêng'],
      [false, false, true, '1.234'],
    ]);
  });

  it('are parted from the text by lines that bear no mark and that the settings name, as in a document of Word', async () => {
    const { parts } = await openDocx(longDocument());
    const separators = all(parts.get('word/footnotes.xml')!, 'w:footnote').filter((one) => one.attributes['w:type'] !== undefined);
    expect(separators.map((one) => [one.attributes['w:id'], ...all(one, 'w:r').flatMap((run) => childElements(run).map(({ name }) => name))])).toEqual([
      ['-1', 'w:separator'],
      ['0', 'w:continuationSeparator'],
    ]);
    const named = all(parts.get('word/settings.xml')!, 'w:footnotePr').flatMap((one) => childElements(one, 'w:footnote').map(({ attributes }) => attributes['w:id']));
    expect(named).toEqual(['-1', '0']);
  });

  it('lose no character that XML cannot hold without saying so', async () => {
    const open = await openDocx(withBody(words('a'), note(1, words('trước\u0007sau'))));
    expect(text(notesOf(open)[0]!)).toBe(' trướcsau');
    expect(open.findings.map(({ code, message }) => [code, message.includes('U+0007')])).toEqual([['not-expressible', true]]);
  });

  it('within footnotes follow in brackets: Word has no such thing', async () => {
    const open = await openDocx(withBody(words('a'), note(1, words('ngoài'), note(2, words('trong')))));
    expect(notesOf(open).map(text)).toEqual([' ngoài (trong)']);
  });

  it('that the tree numbers otherwise than Word will are told', async () => {
    const { findings } = await openDocx(withBody(words('a'), note(2, words('hai')), words('b'), note(1, words('một'))));
    expect(findings.map(({ message }) => message)).toEqual([
      'DOCX không thể hiện được số 2 của chú thích cuối trang (Word tự đánh số theo thứ tự).',
      'DOCX không thể hiện được số 1 của chú thích cuối trang (Word tự đánh số theo thứ tự).',
    ]);
  });
});
