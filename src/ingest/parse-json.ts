/** A strict JSON parser of our own, because JSON.parse rounds long numbers and keeps the last of two equal keys without a word. */
import { jsonStep } from './raw-sheet.js';

export type JsonNode =
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly text: string }
  /** As written: «8605», «1.50», «12345678901234567890». */
  | { readonly kind: 'number'; readonly written: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

export interface JsonEntry {
  readonly key: string;
  readonly value: JsonNode;
}

/** `path` as in «$.hang[3]»: the innermost object or list the fault lies in. */
export interface JsonFault {
  readonly path: string;
  readonly reason: string;
}

export type ParsedJson =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly fault: JsonFault };

/** Deeper nesting is no table, and would exhaust the stack. */
const DEEPEST = 20;

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*"/y;
const WORD = /true|false|null/y;

/** The fault of the text, thrown only inside this file. */
class Fault extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

export function parseJson(text: string): ParsedJson {
  let position = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) position += found.length;
    return found;
  };
  const skipBlanks = (): void => void match(BLANKS);
  const take = (sign: string): boolean => {
    skipBlanks();
    if (text[position] !== sign) return false;
    position++;
    return true;
  };
  const fail = (path: string, wanted: string): never => {
    const before = text.slice(0, position).split('\n');
    const seen = position < text.length ? `gặp «${text.slice(position, position + 12).split('\n')[0]!.trim()}»` : 'hết tệp';
    throw new Fault(path, `dòng ${before.length}, ký tự ${before.at(-1)!.length + 1}: cần ${wanted} nhưng ${seen}`);
  };

  const readValue = (path: string, depth: number): JsonNode => {
    if (depth > DEEPEST) throw new Fault(path, `lồng nhau quá ${DEEPEST} cấp`);
    skipBlanks();
    const sign = text[position];
    if (sign === '{') return readObject(path, depth);
    if (sign === '[') return readArray(path, depth);
    if (sign === '"') return { kind: 'string', text: readString(path) };
    const word = match(WORD);
    if (word !== undefined) return word === 'null' ? { kind: 'null' } : { kind: 'boolean', value: word === 'true' };
    const number = match(NUMBER);
    if (number === undefined) return fail(path, 'một giá trị');
    // «012» and «1.» would leave a rest that reads as a missing comma: say what is wrong instead.
    if (/[\w.]/.test(text[position] ?? '')) return fail(path, `dấu phẩy sau số «${number}»`);
    return { kind: 'number', written: number };
  };

  const readString = (path: string): string => {
    const literal = match(STRING);
    return literal === undefined ? fail(path, 'một chuỗi trong dấu ngoặc kép') : (JSON.parse(literal) as string);
  };

  const readArray = (path: string, depth: number): JsonNode => {
    take('[');
    const items: JsonNode[] = [];
    if (take(']')) return { kind: 'array', items };
    do items.push(readValue(`${path}[${items.length}]`, depth + 1));
    while (take(','));
    if (!take(']')) fail(path, 'dấu «,» hoặc «]»');
    return { kind: 'array', items };
  };

  const readObject = (path: string, depth: number): JsonNode => {
    take('{');
    const entries: JsonEntry[] = [];
    if (take('}')) return { kind: 'object', entries };
    do {
      skipBlanks();
      const key = readString(path);
      if (!take(':')) fail(path, `dấu «:» sau «${key}»`);
      entries.push({ key, value: readValue(path + jsonStep(key), depth + 1) });
    } while (take(','));
    if (!take('}')) fail(path, 'dấu «,» hoặc «}»');
    return { kind: 'object', entries };
  };

  try {
    const node = readValue('$', 0);
    skipBlanks();
    if (position < text.length) fail('$', 'hết tệp');
    return { ok: true, node };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { path: error.path, reason: error.reason } };
    throw error;
  }
}
