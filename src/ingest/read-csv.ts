/** CSV → RawSheet with the true line of every row; the delimiter is the one that cuts most lines into equally many fields. */
import { CsvError, parse } from 'csv-parse/sync';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { decodeBytes } from './decode-text.js';
import type { LegacyEncoding } from './encodings/legacy-encoding.js';
import { BLANK, type RawCell, type RawSheet } from './raw-sheet.js';

/** Semicolon first: a Vietnamese Excel writes it, the comma being its decimal sign. */
const DELIMITERS = [';', ',', '\t'] as const;

interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** First line by which Excel is told the delimiter: «sep=;». */
const SEPARATOR_LINE = /^"?sep=(.)"?[ ;,\t]*(?:\n|$)/i;

/** More fields in one line are no table. */
const MOST_FIELDS = 1_000;
const MOST_LINES = 100_000;

/** Findings: encoding-unknown, reserved-character (control characters), file-unreadable (nothing in it, a quote never closed, no table's size). */
export function readCsv(file: string, bytes: Uint8Array, answer?: LegacyEncoding): Outcome<RawSheet> {
  const decoded = decodeBytes(file, bytes, answer);
  if (!decoded.ok) return decoded;
  // One kind of line end, or a lone \n in a file of \r\n would stay inside a field.
  const text = decoded.value.replace(/\r\n?/g, '\n');

  const unreadable = (line: number, reason: string): Outcome<never> => refused([found('file-unreadable', { in: 'csv', file, line }, { reason })]);
  if (text.trim() === '') {
    return refused([found('file-unreadable', { in: 'file', file }, { reason: 'tệp rỗng', cure: 'Chép lại tệp có số liệu của kỳ, hoặc xóa tệp này, rồi chạy lại.' })]);
  }
  const size = sizeOf(text);
  if (size.lines > MOST_LINES) return unreadable(MOST_LINES + 1, `có ${size.lines} dòng, quá ${MOST_LINES} dòng một bảng số liệu có thể có`);
  if (size.fields > MOST_FIELDS) return unreadable(size.longest, `dòng ${size.longest} có ${size.fields} ô, quá ${MOST_FIELDS} ô một bảng số liệu có thể có`);
  const controls = controlCharacters(file, text);
  if (controls.length > 0) return refused(controls);

  const declared = SEPARATOR_LINE.exec(text)?.[1];
  const attempts = (declared === undefined ? DELIMITERS : [declared]).map((delimiter) => parseRecords(text, delimiter));
  const openQuote = attempts.find((attempt) => typeof attempt === 'number');
  if (openQuote !== undefined) return unreadable(openQuote, `dòng ${openQuote} có dấu ngoặc kép mở mà không đóng`);
  const best = attempts
    .filter((attempt) => typeof attempt !== 'number')
    .reduce((chosen, records) => (isMoreRegular(records, chosen) ? records : chosen))
    .map(({ fields, line }) => ({ fields: declared !== undefined && line === 1 ? [] : fields, line }));
  return accepted({
    file,
    origin: { in: 'csv', lines: best.map(({ line }) => line) },
    rows: best.map(({ fields }) => fields.map(toCell)),
    merges: [],
  });
}

/** Those of ASCII but the tab; the others (80–9F) are what spoilt letters look like, and have a finding that says so. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Control characters are looked for here already: one NUL inside a header would hide the table, and the fault with it. */
function controlCharacters(file: string, text: string): readonly Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const control = CONTROL.exec(line);
    if (!control) return [];
    const name = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return [found('reserved-character', { in: 'csv', file, line: index + 1 }, { character: name }, { seen: name })];
  });
}

/** Number of lines, and of the fields of the longest: any delimiter counts, for the right one is not known yet. */
function sizeOf(text: string): { readonly lines: number; readonly longest: number; readonly fields: number } {
  const size = { lines: 1, longest: 1, fields: 1 };
  let fields = 1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x0a) {
      size.lines++;
      fields = 1;
    } else if (code === 0x3b || code === 0x2c || code === 0x09) fields++;
    if (fields > size.fields) Object.assign(size, { fields, longest: size.lines });
  }
  return size;
}

/** The records, or the line of the record whose quote is never closed. */
function parseRecords(text: string, delimiter: string): readonly CsvRecord[] | number {
  const records: CsvRecord[] = [];
  // `lines` is where a record ends: the next begins behind it.
  let nextLine = 1;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: (fields: string[], { lines }) => {
        records.push({ fields, line: nextLine });
        nextLine = lines + 1;
        return null;
      },
    });
    return records;
  } catch (error) {
    if (error instanceof CsvError) return nextLine;
    throw error;
  }
}

function isMoreRegular(one: readonly CsvRecord[], other: readonly CsvRecord[]): boolean {
  const a = regularity(one);
  const b = regularity(other);
  return a.lines !== b.lines ? a.lines > b.lines : a.width > b.width;
}

/** The commonest number of fields above one, and how many lines have it. */
function regularity(records: readonly CsvRecord[]): { width: number; lines: number } {
  const linesByWidth = new Map<number, number>();
  for (const { fields } of records) linesByWidth.set(fields.length, (linesByWidth.get(fields.length) ?? 0) + 1);
  let best = { width: 1, lines: 0 };
  for (const [width, lines] of linesByWidth) {
    if (width > 1 && (lines > best.lines || (lines === best.lines && width > best.width))) best = { width, lines };
  }
  return best;
}

function toCell(field: string): RawCell {
  return field.trim() === '' ? BLANK : { kind: 'text', text: field };
}
