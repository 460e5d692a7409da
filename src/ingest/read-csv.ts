/** CSV → RawSheet with the true line of every row; the delimiter is the one that cuts most lines into equally many fields. */
import { CsvError, parse } from 'csv-parse/sync';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Outcome } from '../finding/finding.js';
import { decodeBytes } from './decode-text.js';
import { BLANK, type RawCell, type RawSheet } from './raw-sheet.js';

/** Semicolon first: a Vietnamese Excel writes it, the comma being its decimal sign. */
const DELIMITERS = [';', ',', '\t'] as const;

interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Findings: encoding-unknown, file-unreadable (an opening quote without its closing one). */
export function readCsv(file: string, bytes: Uint8Array): Outcome<RawSheet> {
  const decoded = decodeBytes(file, bytes);
  if (!decoded.ok) return decoded;
  // One kind of line end, or a lone \n in a file of \r\n would stay inside a field.
  const text = decoded.value.replace(/\r\n?/g, '\n');

  const attempts = DELIMITERS.map((delimiter) => parseRecords(text, delimiter));
  const openQuote = attempts.find((attempt) => typeof attempt === 'number');
  if (openQuote !== undefined) {
    return refused([
      found('file-unreadable', { in: 'csv', file, line: openQuote }, { reason: `dòng ${openQuote} có dấu ngoặc kép mở mà không đóng` }),
    ]);
  }
  const best = attempts
    .filter((attempt) => typeof attempt !== 'number')
    .reduce((chosen, records) => (isMoreRegular(records, chosen) ? records : chosen));
  return accepted({
    file,
    origin: { in: 'csv', lines: best.map(({ line }) => line) },
    rows: best.map(({ fields }) => fields.map(toCell)),
    merges: [],
  });
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
