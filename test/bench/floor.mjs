/**
 * Lane «floor»: what a competent developer writes who has the finished words and calls docx and pdfmake by hand. The least
 * that these two libraries cost for these documents. `node floor.mjs CONTENT.json OUTDIR docx|pdf|both`
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [contentFile, outFolder, mode = 'both'] = process.argv.slice(2);
const documents = JSON.parse(readFileSync(contentFile, 'utf8'));
mkdirSync(outFolder, { recursive: true });

const writers = [];
if (mode !== 'pdf') writers.push(['docx', (await import('./floor-docx.mjs')).floorDocx]);
if (mode !== 'docx') writers.push(['pdf', (await import('./floor-pdf.mjs')).floorPdf]);

for (const content of documents) {
  for (const [format, write] of writers) writeFileSync(path.join(outFolder, `${content.name}.${format}`), await write(content));
}
