/** `src/docs/findings.md` is what the catalogue says: generated, never written by hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalog } from '../../src/finding/catalog.js';
import { REPOSITORY } from '../support/map-host.js';
import { COMMAND, FAMILIES, FINDINGS_FILE, findingsTable, type Family } from '../tools/findings-table.mjs';

async function families(): Promise<readonly Family[]> {
  return Promise.all(
    FAMILIES.map(async ([file, title]) => {
      const module = (await import(`../../src/finding/catalog/${file}.ts`)) as Readonly<Record<string, Family['entries']>>;
      return { title, entries: module[`${file}Entries`]! };
    }),
  );
}

test('every family of the catalogue has its table', async () => {
  const listed = (await families()).flatMap(({ entries }) => Object.keys(entries));
  expect(listed.toSorted(), 'name the new file of src/finding/catalog/ under FAMILIES in test/tools/findings-table.mjs').toEqual(Object.keys(catalog).toSorted());
});

test('the document is what the catalogue generates', async () => {
  const written = readFileSync(path.join(REPOSITORY, FINDINGS_FILE), 'utf8');
  expect(written === findingsTable(await families()), `${FINDINGS_FILE} is not what the catalogue generates: run «${COMMAND}»`).toBe(true);
});
