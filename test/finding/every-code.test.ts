/** The catalogue holds what the source reports and nothing else, in sentences fit for an official. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/finding/catalog.js';
import { REPOSITORY } from '../support/map-host.js';
import { sample, type Entry } from '../tools/findings-table.mjs';

const entries = Object.entries(catalog as unknown as Readonly<Record<string, Entry>>);

/** Text of every file below a folder of the repository, the catalogue left out. */
function textsBelow(folder: string): readonly string[] {
  return readdirSync(path.join(REPOSITORY, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('catalog'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

/** A code stands in quotes of any kind: in `found('…')`, or in a table from which one is chosen. */
const mentions = (texts: readonly string[], code: string): boolean => texts.some((text) => text.includes(`'${code}'`) || text.includes(`[${code}]`));

describe('every code', () => {
  const source = textsBelow('src');

  test('is reported somewhere in the source', () => {
    expect(entries.map(([code]) => code).filter((code) => !mentions(source, code)), 'take the entry out of the catalogue, or report it').toEqual([]);
  });

  test('is kebab-case and stands in one family only', () => {
    for (const [code] of entries) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    const families = readdirSync(path.join(REPOSITORY, 'src/finding/catalog')).map((name) => readFileSync(path.join(REPOSITORY, 'src/finding/catalog', name), 'utf8'));
    const declared = families.flatMap((text) => [...text.matchAll(/^ {2}'?([a-z-]+)'?: (?:entry|\w+)[<(]/gm)].map(([, code]) => code!));
    expect(declared.filter((code, index) => declared.indexOf(code) !== index), 'a code of two families hides one of the two entries').toEqual([]);
  });

  test('goes with its outcome: what is accepted is no error, what is asked or refused is one', () => {
    const faults = entries.filter(([, { severity, outcome }]) => (outcome === 'accepted') !== (severity !== 'error')).map(([code]) => code);
    expect(faults).toEqual([]);
  });
});

/** Words a person who knows no programming cannot read. Names they type (json, alias, waive, output) are words of the tool. */
const ENGLISH = /\b(?:error|invalid|missing|unknown|expected|failed|file|sheet|cell|row|column|value|must|should|not|found|parse|string|number|object|array|null|true|false|the|of|and|is)\b/i;
/** Commands, options, keys and paths stand as they are typed. */
const TYPED = /«[^»]*»|`[^`]*`|--[a-z-]+|\{[^}]*\}|\b(?:data|output|templates)(?:\/[\w./-]+)?|\.[a-z]{2,4}\b/g;

describe('every sentence', () => {
  const sentences = entries.flatMap(([code, { meaning, message, remedy }]) => [
    [code, 'meaning', meaning] as const,
    [code, 'message', sample(message)] as const,
    [code, 'remedy', sample(remedy)] as const,
  ]);

  test.each(sentences)('%s: %s', (_, __, sentence) => {
    expect(sentence).toBe(sentence.normalize('NFC'));
    expect(sentence).toBe(sentence.trim());
    // «…» alone: the whole sentence is handed in.
    if (sentence !== '…') expect(sentence).toMatch(/[.?!][»)]?$/u);
    expect(sentence).not.toMatch(/undefined|NaN|\[object|\bfunction\b|  /);
    expect(sentence).toMatch(/^(?:[\p{Lu}\p{N}«…"]|answers ›)/u);
    expect(sentence.replace(TYPED, '')).not.toMatch(ENGLISH);
  });
});
