/** The words of the DOCX are the words of the tree, in its order, and nothing else. */
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/document/tree.js';
import { longDocument } from '../../support/long-document.js';
import { readDocxText, wordsInOrder } from '../../support/readers/docx-text.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { sampleDocument } from '../../support/sample-document.js';
import { openDocx } from './open-docx.js';

const docxWords = (bytes: Uint8Array): readonly string[] => wordsInOrder(readDocxText(bytes));

describe('words', () => {
  it('are those of the tree in the order of the tree', async () => {
    const document = sampleDocument();
    const { bytes, findings } = await openDocx(document);
    expect(docxWords(bytes)).toEqual(treeWords(document));
    expect(findings).toEqual([]);
  });

  it('of a long document come with its notes, captions, formula rows and contents, and without page numbers', async () => {
    const { bytes, findings } = await openDocx(longDocument(), 'A', { contentsPages: [2, 2, 2, 3, 3, 4] });
    expect(docxWords(bytes)).toEqual(treeWords(longDocument()));
    expect(findings).toEqual([]);
  });

  it('leave out what the document does not have', async () => {
    const { illustrativeNotice: _notice, ...rest } = sampleDocument();
    const document = { ...rest, addressees: [], recipients: [], appendices: [], signature: { authority: ['GIÁM ĐỐC'] } };
    expect(docxWords((await openDocx(document)).bytes)).toEqual(treeWords(document));
  });

  it('keep what looks like a field of docx, a placeholder or markup', async () => {
    const hostile = ['CURRENT', 'TOTAL_PAGES', '{image.png}', '{{x}}', '<w:p/>', '&amp; & "q" \'a\'', ']]>', '__x__', '1 < 2 > 0'];
    for (const one of hostile) {
      const inlines: Inline[] = [{ type: 'figure', text: one, trace: 't' }];
      const document = { ...sampleDocument(), body: [{ type: 'paragraph', role: 'body', inlines } as const], appendices: [] };
      expect(docxWords((await openDocx(document)).bytes)).toEqual(treeWords(document));
    }
  });

  it('blanks for number and date are non-breaking', async () => {
    const { bytes } = await openDocx(sampleDocument());
    expect(readDocxText(bytes).body.some(({ text }) => text === `Số: ${'\u00A0'.repeat(6)}/BC-TTHC`)).toBe(true);
  });
});

describe('characters that XML cannot hold', () => {
  it.each(['\u0000', '\u000B', '\u001F', '\uFFFE', '\uD800', '\uDC00'])('%j is left out and told', async (character) => {
    const source = { file: 'body.md', line: 7 };
    const inlines: Inline[] = [{ type: 'text', text: `trước${character}sau 😀` }];
    const { bytes, findings } = await openDocx({ ...sampleDocument(), body: [{ type: 'paragraph', role: 'body', inlines, source }] });
    expect(docxWords(bytes)).toContain('trướcsau');
    expect(docxWords(bytes)).toContain('😀');
    expect(findings.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: 'not-expressible', place: { in: 'text', ...source } },
    ]);
    expect(findings[0]!.message).toContain(`U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  });
});
