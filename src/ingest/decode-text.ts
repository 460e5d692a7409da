/** Bytes of a text file → text, because offices save CSV in whatever their Excel offers: UTF-8 or UTF-16 is read, anything else is a question, which the agency file answers. */
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { decodeLegacy, firstVietnameseWords, legacyEncodings, type LegacyEncoding } from './encodings/legacy-encoding.js';
import { reservedCharacters } from './reserved-character.js';

/** A text larger than this is no table of an office, and no paragraph. */
const LARGEST_TEXT = 8 * 1024 * 1024;

/** Text without its byte order mark, line ends as they are. Findings: those of `decodeBytes`, reserved-character (at line and column). */
export function decodeText(file: string, bytes: Uint8Array, answer?: LegacyEncoding): Outcome<string> {
  const decoded = decodeBytes(file, bytes, answer);
  if (!decoded.ok) return decoded;
  const findings: Finding[] = [];
  decoded.value.split(/\r\n?|\n/).forEach((line, index) => {
    for (const { name, offset } of reservedCharacters(line)) {
      findings.push(found('reserved-character', { in: 'text', file, line: index + 1, column: offset + 1 }, { character: name }, { seen: name }));
    }
  });
  return findings.length > 0 ? refused(findings) : decoded;
}

/** As `decodeText`, for readers that check characters cell by cell. `answer`: what a person said the file is. Findings: encoding-unknown, file-unreadable. */
export function decodeBytes(file: string, bytes: Uint8Array, answer?: LegacyEncoding): Outcome<string> {
  if (bytes.length > LARGEST_TEXT) {
    return refused([found('file-unreadable', { in: 'file', file }, { reason: `tệp văn bản quá lớn (trên ${LARGEST_TEXT / 1024 / 1024} MB)`, cure: 'Chỉ giữ lại bảng số liệu của kỳ trong tệp rồi chạy lại.' })]);
  }
  try {
    return accepted(new TextDecoder(guessEncoding(bytes), { fatal: true }).decode(bytes));
  } catch {
    if (answer !== undefined) return accepted(decodeLegacy(bytes, answer));
    const name = file.slice(file.lastIndexOf('/') + 1);
    return refused([found('encoding-unknown', { in: 'file', file }, { file: name, readings: readings(bytes) }, { choices: legacyEncodings })]);
  }
}

/** «TCVN3: «Sở Công Thương»; VNI: …»: the same first words in each encoding. */
function readings(bytes: Uint8Array): string {
  return legacyEncodings.map((encoding) => `${encoding}: «${firstVietnameseWords(decodeLegacy(bytes.subarray(0, 4096), encoding))}»`).join('; ');
}

/** By byte order mark; without one, text that is half NULs is UTF-16 of the side the NULs are not on. */
function guessEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const nuls = [0, 0];
  bytes.subarray(0, 4096).forEach((byte, index) => {
    if (byte === 0) nuls[index % 2]!++;
  });
  const [atEven, atOdd] = nuls as [number, number];
  const several = bytes.length % 2 === 0 && Math.max(atEven, atOdd) * 8 > Math.min(bytes.length, 4096) / 2;
  if (!several) return 'utf-8';
  return atOdd > atEven ? 'utf-16le' : 'utf-16be';
}
