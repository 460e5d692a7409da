/** Documents a sentence cites: kind, number, symbol, date, issuer, subject. Apart from their checks, because the scanner of figures sets them aside too. */
import { findDates, type ProseDate } from './prose-dates.js';
import { DOCUMENT_NAMES } from './document-kinds.js';

export interface Citation {
  /** Where the kind of document, or «số», stands. */
  readonly opening: number;
  readonly start: number;
  /** End of number and symbol; the date stands behind it. */
  readonly end: number;
  /** Number and symbol as written: «293 /UBND - VP». */
  readonly written: string;
  /** «quyết định», in small letters. */
  readonly type: string | undefined;
  readonly number: string;
  readonly year: string | undefined;
  /** Without blanks: «QĐ-BNV». */
  readonly symbol: string;
  readonly date: ProseDate | undefined;
  readonly issuer: string | undefined;
  readonly subject: string | undefined;
}

/** Capitals and «&»; the small letters of CTr, TTg, QyĐ; the term of QH15. */
const GROUP = '(?:Qy[ĐD]|\\p{Lu}[\\p{Lu}&]+(?:[a-z]\\p{Lu}*)?\\d{0,2})(?![\\p{L}\\p{N}])';
/** «QĐ.UBND» is a slip for «QĐ-UBND». «UBND - VP» with blanks only where it is the one hyphen: behind «QĐ-UBND - » the sentence goes on. */
const SYMBOL = `${GROUP}(?:[-–._]${GROUP})+|${GROUP}\\s*[-–]\\s*${GROUP}|${GROUP}(?!-\\p{L})`;
const SMALL = '[a-zđ&]{2,8}(?:-[a-zđ&]{2,8})+(?!\\p{L})';
const CITATION = new RegExp(`(?<![\\p{L}\\p{N}./,])(\\d{1,5})\\s*/\\s*(?:((?:19|20)\\d{2})\\s*/\\s*)?(${SYMBOL}|${SMALL})`, 'gu');
const BEFORE = new RegExp(`(?:(?<!\\p{L})(${DOCUMENT_NAMES})\\s+)?(?<!\\p{L})(số)?\\s*:?\\s*$`, 'iu');
/** «Thông tư liên tịch số : » and the letter before it. */
const LONGEST_OPENING = 40;
const ISSUER_ENDS = '(?=\\s+(?:về|ban hành|quy định|phê duyệt|công bố|sửa đổi|hướng dẫn|triển khai|v/v|yêu cầu)(?!\\p{L})|[,;.()]|$)';
const ISSUER = new RegExp(`^\\s*của\\s+([^,;.()]+?)${ISSUER_ENDS}`, 'iu');
const SUBJECT = /^\s*(?:về việc|về|v\/v|phê duyệt|ban hành|quy định|công bố)\s+([^,;.()]{15,})/iu;

export function parseCitations(text: string): readonly Citation[] {
  // Most texts are cells without any; the pattern below looks back and ahead at every letter.
  if (!/\d\s*\//.test(text)) return [];
  return [...text.matchAll(CITATION)].flatMap((match) => {
    const [written, number, year, letters] = match;
    const before = BEFORE.exec(text.slice(Math.max(0, match.index - LONGEST_OPENING), match.index));
    const type = before?.[1]?.toLowerCase();
    const announced = type !== undefined || before?.[2] !== undefined;
    const small = letters! === letters!.toLowerCase();
    // «5/TTHC» alone may be a rate, «hồ sơ/ngày-đêm» no symbol.
    if (!announced && (small || (!year && !/[-–]/.test(letters!)))) return [];
    const end = match.index + written.length;
    return [{ opening: match.index - (before?.[0].length ?? 0), start: match.index, end, written, type, number: number!, year, symbol: letters!.replace(/\s/g, '').replace(/[–._]/g, '-'), ...behind(text, end) }];
  });
}

function behind(text: string, end: number): Pick<Citation, 'date' | 'issuer' | 'subject'> {
  const lead = /^\s*,?\s*\(?\s*(?=ngày\s)/iu.exec(text.slice(end))?.[0];
  const date = lead === undefined ? undefined : findDates(text).find(({ start }) => start === end + lead.length || start === end + lead.length + 'ngày '.length);
  let rest = text.slice(date?.end ?? end);
  const issuer = ISSUER.exec(rest);
  if (issuer) rest = rest.slice(issuer[0].length);
  return { date, issuer: issuer?.[1]?.trim(), subject: SUBJECT.exec(rest)?.[1]?.trim().toLowerCase() };
}

/** «61/2018/NĐ-CP»: number, year and symbol as they should stand. */
export function rightSymbol({ number, year, symbol }: Citation): string {
  const padded = /^[1-9]$/.test(number) ? `0${number}` : number;
  return [padded, ...(year === undefined ? [] : [year]), symbol].join('/');
}
