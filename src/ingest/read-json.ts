/** JSON tables (`{ "ky", "bang", "hang": [ … ] }`, or a list of them) → RawSheets whose first row is the column ids. */
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { toPlainDecimal } from './decimal-text.js';
import { decodeBytes } from './decode-text.js';
import type { LegacyEncoding } from './encodings/legacy-encoding.js';
import { parseJson, type JsonNode } from './parse-json.js';
import { BLANK, jsonStep, type DeclaredTable, type RawCell, type RawSheet } from './raw-sheet.js';

type JsonObject = Extract<JsonNode, { kind: 'object' }>;

/** Keys no column may have: they are names of JavaScript, not of a form; ignored like other unknown keys. */
const IGNORED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Findings: encoding-unknown, json-invalid at the path of each fault. Any fault refuses the file. */
export function readJson(file: string, bytes: Uint8Array, answer?: LegacyEncoding): Outcome<readonly RawSheet[]> {
  const text = decodeBytes(file, bytes, answer);
  if (!text.ok) return text;
  const findings: Finding[] = [];
  const fault = (path: string, reason: string): void => {
    findings.push(found('json-invalid', { in: 'json', file, path }, { reason }));
  };

  const parsed = parseJson(text.value);
  if (!parsed.ok) {
    fault(parsed.fault.path, parsed.fault.reason);
    return refused(findings);
  }
  const { node } = parsed;
  const tables =
    node.kind === 'array' ? node.items.map((item, index) => ({ item, base: `$[${index}]` })) : [{ item: node, base: '$' }];
  const sheets = tables.flatMap(({ item, base }) => {
    if (item.kind === 'object') return readTableObject(file, item, base, fault);
    fault(base, 'phải là một đối tượng { "bang": …, "hang": [ … ] }');
    return [];
  });
  return findings.length > 0 ? refused(findings) : accepted(sheets);
}

type Report = (path: string, reason: string) => void;

function readTableObject(file: string, node: JsonObject, base: string, fault: Report): readonly RawSheet[] {
  const fields = fieldsOf(node, base, fault);
  const text = (key: string): string | undefined => {
    const value = fields.get(key);
    if (value === undefined || value.kind === 'null') return undefined;
    if (value.kind === 'string') return value.text.trim();
    fault(base + jsonStep(key), 'phải là chuỗi trong dấu ngoặc kép');
    return undefined;
  };
  const period = text('ky');
  const from = text('tu_ngay');
  const to = text('den_ngay');
  const measure = text('don_vi_tinh');
  const form = text('bang');
  if (!fields.has('bang')) fault(base, 'thiếu "bang" (mã biểu)');
  const mark = fields.get('minh_hoa');
  if (mark !== undefined && mark.kind !== 'boolean') fault(`${base}.minh_hoa`, 'phải là true hoặc false');

  const rows = fields.get('hang');
  if (rows?.kind !== 'array') {
    fault(rows ? `${base}.hang` : base, rows ? 'phải là danh sách [ … ]' : 'thiếu "hang" (danh sách các dòng)');
    return [];
  }
  const { columns, cells } = readRows(rows.items, `${base}.hang`, fault);
  const declared: DeclaredTable = {
    form: form ?? '',
    ...(period === undefined ? {} : { period }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(measure === undefined ? {} : { measure }),
    illustrative: mark?.kind === 'boolean' && mark.value,
  };
  const header = columns.map((id): RawCell => ({ kind: 'text', text: id }));
  return [{ file, origin: { in: 'json', base, columns }, rows: [header, ...cells], merges: [], declared }];
}

/** Columns are the keys of all rows in order of first appearance; a row without a key is blank there. */
function readRows(items: readonly JsonNode[], path: string, fault: Report): { columns: string[]; cells: RawCell[][] } {
  const columns = new Map<string, number>();
  const cells = items.map((item, index) => {
    const row: RawCell[] = [];
    const rowPath = `${path}[${index}]`;
    if (item.kind !== 'object') {
      fault(rowPath, 'mỗi dòng phải là một đối tượng { "tên cột": giá trị }');
      return row;
    }
    for (const [key, value] of fieldsOf(item, rowPath, fault)) {
      if (!columns.has(key)) columns.set(key, columns.size);
      const cell = toCell(value, rowPath + jsonStep(key), fault);
      const column = columns.get(key)!;
      while (row.length < column) row.push(BLANK);
      row[column] = cell;
    }
    return row;
  });
  return { columns: [...columns.keys()], cells };
}

function toCell(value: JsonNode, path: string, fault: Report): RawCell {
  switch (value.kind) {
    case 'null':
      return BLANK;
    case 'boolean':
      return { kind: 'boolean', value: value.value };
    case 'string':
      return value.text.trim() === '' ? BLANK : { kind: 'text', text: value.text };
    case 'number': {
      const decimal = toPlainDecimal(value.written);
      if (decimal === undefined) fault(path, `số «${value.written}» quá lớn hoặc quá nhỏ`);
      return decimal === undefined ? BLANK : { kind: 'number', value: decimal, written: value.written };
    }
    case 'object':
    case 'array':
      fault(path, 'phải là một số hoặc một chuỗi');
      return BLANK;
  }
}

/** The entries of an object by key; a key that stands twice is a fault, the first is kept. */
function fieldsOf(node: JsonObject, path: string, fault: Report): Map<string, JsonNode> {
  const fields = new Map<string, JsonNode>();
  for (const { key, value } of node.entries) {
    if (IGNORED_KEYS.has(key)) continue;
    if (fields.has(key)) fault(path + jsonStep(key), `khóa "${key}" có hai lần`);
    else fields.set(key, value);
  }
  return fields;
}
