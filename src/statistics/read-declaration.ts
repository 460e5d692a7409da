/** YAML declarations (biểu, mẫu văn bản, cơ quan) → typed data, every fault with its line. Shared because all three are read alike. */
import { LineCounter, isMap, isScalar, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Outcome } from '../finding/finding.js';

// Faults of a declaration are read by officials.
z.config(z.locales.vi());

/** An agency of two thousand units with their other names; ten megabytes take yaml 2 half a gigabyte. */
const MOST_CHARACTERS = 300_000;
/** A file of another kind breaks the schema at every line; the first faults tell it. */
const MOST_FAULTS = 50;
const LONGEST_REASON = 300;

/** The faults of YAML that people make, by yaml's codes; the library's own words are English and speak of tokens. */
const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: 'thụt đầu dòng sai, hoặc thiếu dấu ngoặc đóng',
  TAB_AS_INDENT: 'thụt đầu dòng bằng phím Tab, phải dùng dấu cách',
  MISSING_CHAR: 'thiếu dấu hai chấm, dấu nháy hoặc dấu ngoặc đóng',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký tự đặc biệt, phải đặt trong dấu nháy',
  BAD_DQ_ESCAPE: 'dấu \\ trong dấu nháy kép, hãy dùng dấu nháy đơn',
  BLOCK_AS_IMPLICIT_KEY: 'giá trị có dấu hai chấm phải đặt trong dấu nháy, hoặc dòng thụt vào dưới một giá trị đã ghi',
  MULTIPLE_DOCS: 'có dòng «---» chia tệp làm nhiều phần',
  RESOURCE_EXHAUSTION: 'lồng nhau quá sâu',
};

/** Controls but tab and line ends, private use (the marks of template slots), halves of surrogate pairs, non-characters: as refused in data. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\uE000-\uF8FF\uFFFD-\uFFFF]|\p{Cs}/u;

/** Reads `text` of `file` against a schema. Refused with `declaration-invalid` findings, one a fault. */
export function readDeclaration<T>(file: string, text: string, schema: z.ZodType<T>): Outcome<T> {
  if (text.length > MOST_CHARACTERS) {
    return refused([found('declaration-invalid', { in: 'text', file, line: 1 }, { reason: 'tệp dài quá 300.000 ký tự' })]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: false });
  const invalid = (offset: number, reason: string) => {
    const { line, col } = lines.linePos(offset);
    return found('declaration-invalid', { in: 'text', file, line, column: col }, { reason: reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason });
  };
  if (document.errors.length > 0) {
    return refused(document.errors.slice(0, MOST_FAULTS).map((error) => invalid(error.pos[0], `sai cú pháp YAML (${SYNTAX[error.code] ?? 'không đọc được dòng này'})`)));
  }
  const faults = textFaults(document);
  if (faults.length > 0) return refused(faults.slice(0, MOST_FAULTS).map(({ offset, reason }) => invalid(offset, reason)));
  let data: unknown;
  try {
    // Aliases are refused: a declaration is read by people, and a few lines of YAML aliases can grow without bound.
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    return refused([invalid(0, 'không dùng bí danh (&, *) của YAML')]);
  }
  const result = schema.safeParse(data);
  if (result.success) return accepted(result.data);
  return refused(
    result.error.issues.slice(0, MOST_FAULTS).map((issue) =>
      invalid(offsetOf(document, issue.path), `${issue.path.join('.') || 'toàn tệp'}: ${issue.message}`),
    ),
  );
}

/**
 * Texts that no document may print, looked for behind the parser since YAML writes such characters as «\\u0001» too; and names
 * written twice, which yaml 2 itself compares pair by pair: half a minute for a map of 25.000.
 */
function textFaults(document: Document.Parsed): readonly { readonly offset: number; readonly reason: string }[] {
  const faults: { offset: number; reason: string }[] = [];
  visit(document, {
    Scalar: (_, { value, range }) => {
      const character = typeof value === 'string' ? UNPRINTABLE.exec(value)?.[0] : undefined;
      const code = character?.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      if (code !== undefined) faults.push({ offset: range?.[0] ?? 0, reason: `có ký tự không in được U+${code}` });
    },
    Map: (_, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) faults.push({ offset: key.range?.[0] ?? 0, reason: `tên «${String(key.value)}» được ghi hai lần` });
        known.add(key.value);
      }
    },
  });
  return faults;
}

/** Offset of the deepest node of a path that exists, so that a missing key is shown at its parent. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const keys = path.slice(0, length);
    const parent = document.getIn(keys.slice(0, -1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1));
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
