/** Do two folders hold the same documents? Word by word in the DOCX, page by page in the PDF: a floor that says less would be no floor. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reading a PDF takes longer than writing it. */
const COMPARED = 3;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Lines to print. `ours` and `floor` give the path of a document in a format. */
export function compareDocuments(names, ours, floor) {
  const pages = { ours: 0, floor: 0 };
  for (const name of names) {
    pages.ours += pagesOf(ours(name, 'pdf'));
    pages.floor += pagesOf(floor(name, 'pdf'));
  }
  return [...compareWords(names, 'ours', ours, floor), `Pages of the PDF, all documents: ours ${pages.ours}, floor ${pages.floor}.`];
}

/** The DOCX of a lane against the floor's. */
export function compareWords(names, lane, files, floor) {
  const differences = new Map();
  for (const name of names) {
    for (const [word, count] of difference(wordsOf(files(name, 'docx')), wordsOf(floor(name, 'docx')))) {
      const known = differences.get(word) ?? { documents: 0, count };
      differences.set(word, { ...known, documents: known.documents + 1 });
    }
  }
  const lines = [...differences].map(([word, { count, documents }]) => `  «${word}»: ${count > 0 ? lane : 'floor'} has ${Math.abs(count)} more, in ${documents} of ${names.length}`);
  return [differences.size === 0 ? `Words of the DOCX: the same in ${lane} and the floor's, ${names.length} of ${names.length} documents.` : `Words of the DOCX that differ, ${lane}:`, ...lines];
}

/** The PDF of a lane against the floor's, by letters: narrow columns break words in their own places. Where pages end elsewhere a header row comes again once more or less. */
export async function comparePdfWords(names, lane, files, floor) {
  const more = { lane: 0, floor: 0, all: 0 };
  for (const name of names.slice(0, COMPARED)) {
    const letters = await pdfLetters(floor(name, 'pdf'));
    more.all += letters.length;
    for (const [, count] of difference(await pdfLetters(files(name, 'pdf')), letters)) more[count > 0 ? 'lane' : 'floor'] += Math.abs(count);
  }
  return [`Letters of the PDF, ${COMPARED} documents: of ${more.all} of the floor ${more.floor} are not in ${lane}'s, which has ${more.lane} others (page numbers and repeated headers among them).`];
}

async function pdfLetters(file) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const letters = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const { str = '' } of items) letters.push(...str.normalize('NFC').replace(/\s/g, ''));
  }
  await document.destroy();
  return letters;
}

function wordsOf(file) {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml']);
  return xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text = ' ']) => text).join(''))
    .flatMap((text) => text.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all).match(/\S+/g) ?? []);
}

/** Word → how many more there are in `left` (negative: in `right`); equal counts are left out. */
function difference(left, right) {
  const counts = new Map();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of right) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0);
}

/** pdfkit writes page objects uncompressed. */
function pagesOf(file) {
  return readFileSync(file, 'latin1').match(/\/Type \/Page\b/g).length;
}
