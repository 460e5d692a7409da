/** The words of the PDF are the words of the tree, in its order, and nothing else. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Inline, OfficialDocument } from '../../../src/document/tree.js';
import { pdfWords } from '../../support/readers/pdf-text.js';
import { treeRuns, treeWords } from '../../support/readers/tree-text.js';
import { compareWords, findRunsInOrder, wordsOf } from '../../support/readers/words.js';
import { sampleDocument } from '../../support/sample-document.js';
import { openPdf, paragraph, text, withBody } from './open-pdf.js';

/** Words in the order in which the page is painted, which is the order of copying and of reading aloud. */
async function paintedWords(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false }).promise;
  let painted = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    let end = { x: 0, y: 0 };
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str === '') continue;
      const [x, y] = item.transform.slice(4) as [number, number];
      // Page numbers are painted last, in the top margin.
      if (height - y < 45 && /^\d+$/.test(item.str)) continue;
      painted += (Math.abs(y - end.y) < 0.1 && Math.abs(x - end.x) < 1 ? '' : ' ') + item.str;
      end = { x: x + item.width, y };
    }
  }
  await document.destroy();
  return wordsOf(painted);
}

async function expectSameWords(document: OfficialDocument): Promise<void> {
  const { pages, findings } = await openPdf(document);
  expect(findings).toEqual([]);
  const read = pdfWords(pages).map(({ text: word }) => word);
  expect(compareWords({ name: 'PDF', words: read }, { name: 'tree', words: treeWords(document) })).toEqual([]);
  const flows = treeRuns(document).filter(({ kind }) => kind === 'flow');
  expect(findRunsInOrder(flows.map((run) => wordsOf(run.text)), { name: 'PDF', words: read })).toEqual([]);
}

describe('words', () => {
  it('are those of the tree', async () => {
    await expectSameWords(sampleDocument());
  });

  it('are painted in the order of the tree', async () => {
    const document = { ...sampleDocument(), appendices: [sampleDocument().appendices[1]!] };
    const { bytes } = await openPdf(document);
    expect(await paintedWords(bytes)).toEqual(treeWords(document));
  });

  it('leave out what the document does not have', async () => {
    const { illustrativeNotice: _notice, ...rest } = sampleDocument();
    await expectSameWords({ ...rest, addressees: [], recipients: [], appendices: [], signature: { authority: ['GIÁM ĐỐC'] } });
  });

  it('keep what looks like markup, code or a path', async () => {
    const hostile = ['CURRENT', '{{x}}', '<w:p/>', '&amp; & "q" \'a\'', ']]>', '__x__ **y**', '1 < 2 > 0', 'a | b', '(\\) )(', '/etc/passwd', 'https://example.invalid/a.png', '%PDF-1.7 endstream endobj'];
    for (const one of hostile) {
      const inlines: Inline[] = [...text('trước '), { type: 'figure', text: one, trace: 't' }, ...text(' sau')];
      await expectSameWords({
        ...withBody({ type: 'paragraph', role: 'body', inlines }, paragraph('Hết.')),
        recipients: [one],
        addressees: [one, one],
        properties: { title: one, subject: one, author: one, date: '2021-02-15' },
      });
    }
  });

  it('are composed where the tree holds decomposed letters', async () => {
    const { pages, findings } = await openPdf(withBody(paragraph('Tie\u0302\u0301ng Vie\u0302\u0323t')));
    expect(findings).toEqual([]);
    expect(pdfWords(pages).map(({ text: word }) => word)).toEqual(expect.arrayContaining(['Tiếng', 'Việt']));
  });
});

describe('a character without a glyph', () => {
  it('is told with its code and its place', async () => {
    const source = { file: 'body.md', line: 7 };
    const { findings } = await openPdf(withBody({ type: 'paragraph', role: 'body', inlines: text('trước 😀 giữa 😀 sau'), source }));
    expect(findings.map(({ code, severity, place }) => ({ code, severity, place }))).toEqual([
      { code: 'glyph-missing', severity: 'error', place: { in: 'text', ...source } },
    ]);
    expect(findings[0]!.message).toContain('😀 (U+1F600)');
  });

  it.each(['\u0000', '\u001B', '\u202E', '\uFFFE', '\uD800', '中'])('%j, too, and no control character gets into the message', async (character) => {
    const { findings } = await openPdf(withBody(paragraph(`x${character}y`)));
    expect(findings.map(({ code }) => code)).toEqual(['glyph-missing']);
    expect(findings[0]!.message).toContain(`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
    expect(findings[0]!.message).not.toMatch(/\p{Cc}/u);
  });

  it('is none of the letters and signs of Vietnamese texts', async () => {
    const letters = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
    const all = `${letters} ${letters.toUpperCase()} 0123456789 .,;:!?…-–—()[]“”‘’"'/%‰+−±×÷=<>≤≥*§°²³½₫€`;
    const faces: Inline[] = [...text(all), { type: 'strong', children: [...text(all), { type: 'emphasis', children: text(all) }] }, { type: 'emphasis', children: text(all) }];
    expect((await openPdf(withBody({ type: 'paragraph', role: 'body', inlines: faces }))).findings).toEqual([]);
  });
});
