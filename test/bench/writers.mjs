/** Lane «writers»: our two writers alone, on trees composed beforehand. `node writers.mjs TREES.json OUTDIR docx|pdf|both` */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [treesFile, outFolder, mode = 'both'] = process.argv.slice(2);
const { style, documents } = JSON.parse(readFileSync(treesFile, 'utf8'));
mkdirSync(outFolder, { recursive: true });

/** Loaded as the pipeline loads them: one that is not asked for costs nothing. */
const writers = [];
if (mode !== 'pdf') writers.push(['docx', (await import('../../dist/render/docx/write-docx.js')).writeDocx]);
if (mode !== 'docx') writers.push(['pdf', (await import('../../dist/render/pdf/write-pdf.js')).writePdf]);

for (const { name, tree } of documents) {
  for (const [format, write] of writers) {
    const { bytes } = await write(tree, style);
    writeFileSync(path.join(outFolder, `${name}.${format}`), bytes);
  }
}
