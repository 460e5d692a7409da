/** Bytes of a text file → text, because offices save CSV in whatever their Excel offers: UTF-8 or UTF-16 is read, anything else is a question. */
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { reservedCharacters } from './reserved-character.js';

/** Texts a person may mean by bytes that are neither UTF-8 nor UTF-16. */
const LEGACY_ENCODINGS = ['UTF-8', 'TCVN3', 'VNI', 'windows-1258'] as const;

/** Text without its byte order mark, line ends as they are. Findings: encoding-unknown, reserved-character (at line and column). */
export function decodeText(file: string, bytes: Uint8Array): Outcome<string> {
  const decoded = decodeBytes(file, bytes);
  if (!decoded.ok) return decoded;
  const findings: Finding[] = [];
  decoded.value.split(/\r\n?|\n/).forEach((line, index) => {
    for (const { name, offset } of reservedCharacters(line)) {
      findings.push(found('reserved-character', { in: 'text', file, line: index + 1, column: offset + 1 }, { character: name }, { seen: name }));
    }
  });
  return findings.length > 0 ? refused(findings) : decoded;
}

/** As `decodeText`, for readers that check characters cell by cell. Findings: encoding-unknown. */
export function decodeBytes(file: string, bytes: Uint8Array): Outcome<string> {
  try {
    return accepted(new TextDecoder(guessEncoding(bytes), { fatal: true }).decode(bytes));
  } catch {
    return refused([found('encoding-unknown', { in: 'file', file }, {}, { choices: LEGACY_ENCODINGS })]);
  }
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
