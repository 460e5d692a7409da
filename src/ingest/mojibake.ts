/** UTF-8 text that was once read as windows-1252 and saved again («Sá»Ÿ CÃ´ng ThÆ°Æ¡ng»): recognised by reading it back. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { placeOf, type RawSheet } from './raw-sheet.js';

/** windows-1252 character → its byte; undefined bytes of the table stand for the control characters of the same number. */
const BYTES: ReadonlyMap<string, number> = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((character, byte) => [character, byte] as const),
);

/** Letters of Vietnamese beyond ASCII. */
const VIETNAMESE = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;

/** Letters nobody writes in Vietnamese: what another text happens to give when it is read back. */
const FOREIGN = /[^\u0000-\u024F\u1E00-\u1EFF\u2000-\u206F\u20AB\u2190-\u21FF\p{M}]/u;

/** The text as it was before; undefined where it reads as nothing else. */
export function beforeMojibake(text: string): string | undefined {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF\u0152-\u2122]/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const character of text) {
    const byte = BYTES.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    const before = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return VIETNAMESE.test(before) && !FOREIGN.test(before) ? before : undefined;
  } catch {
    return undefined;
  }
}

/** Findings: text-mojibake, once for a sheet, at its first cell. */
export function checkMojibake(sheet: RawSheet): readonly Finding[] {
  const spoilt = sheet.rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const meant = cell.kind === 'text' ? beforeMojibake(cell.text) : undefined;
      return meant === undefined ? [] : [{ row: index + 1, column: column + 1, text: cell.kind === 'text' ? cell.text : '', meant }];
    }),
  );
  const [first] = spoilt;
  if (!first) return [];
  const { row, column, text, meant } = first;
  return [found('text-mojibake', placeOf(sheet, row, column), { text, meant, count: spoilt.length }, { seen: text, expected: meant })];
}
