/** Writes the table of finding codes from the compiled catalogue: npm run docs */
import { writeFileSync } from 'node:fs';
import { FAMILIES, FINDINGS_FILE, findingsTable } from './findings-table.mjs';

const root = new URL('../../', import.meta.url);
const families = [];
for (const [file, title] of FAMILIES) {
  const { [`${file}Entries`]: entries } = await import(new URL(`dist/finding/catalog/${file}.js`, root).href);
  families.push({ title, entries });
}
writeFileSync(new URL(FINDINGS_FILE, root), findingsTable(families));
process.stdout.write(`${FINDINGS_FILE}\n`);
