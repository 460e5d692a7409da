/** How far a sentence names the row and the column of a known figure: the evidence without which a near value proves nothing. */
import type { Sentence } from './parse-sentences.js';
import type { KnownFigure } from './subject.js';

/** Words of headers that tell no column from another. */
const GENERAL = /^(?:tổng số|tổng cộng|tổng|cộng|hồ sơ|số hồ sơ|số lượng|trong đó|đơn vị|kết quả|kết quả giải quyết|tỷ lệ|tỷ lệ %|giá trị|số liệu|)$/u;
const OPENING = /^(?:tổng số |số lượng |số |tỷ lệ |các )+/u;

/**
 * full: the sentence names row and column, or one by a long name · slight: all that tells is a short header, «trực tuyến» ·
 * part: the row or the column · none.
 */
export type NameEvidence = 'full' | 'slight' | 'part' | 'none';

/** Syllables from which a name is no chance phrase. */
const LONG_NAME = 4;

export function nameEvidence(sentence: Sentence, known: KnownFigure): NameEvidence {
  const text = plainText(sentence.text);
  const parts = tellingParts(known.name);
  const hits = parts.filter((part) => contains(text, part));
  if (hits.length === 0) return 'none';
  if (hits.length < parts.length) return 'part';
  const syllables = hits.filter((part) => !/^(?:năm|tháng|quý) /u.test(part)).flatMap((part) => part.split(' '));
  return syllables.length >= LONG_NAME ? 'full' : 'slight';
}

/** «sở công thương», «đã giải quyết» of «Sở Công Thương, Số hồ sơ đã giải quyết: Tổng số». */
function tellingParts(name: string): readonly string[] {
  return plainText(name)
    .replace(/\([^)]*\)/g, ' ')
    .split(/[,:;]/)
    .map((part) => part.trim().replace(OPENING, '').replace(/^hồ sơ (?=\S)/u, '').replace(/^(?:bị|nhận qua) /u, ''))
    .filter((part) => !GENERAL.test(part) && !/^[\d\s]*$/.test(part));
}

export function plainText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/tỉ lệ/g, 'tỷ lệ');
}

export function contains(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (!/\p{L}/u.test((text[at - 1] ?? ' ') + (text[at + part.length] ?? ' '))) return true;
  }
  return false;
}
