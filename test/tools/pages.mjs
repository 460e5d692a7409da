/** Makes images of the pages of a DOCX, XLSX or PDF, for looking: node test/tools/pages.mjs FILE OUTDIR [DPI] */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { convertWithOffice } from './office.mjs';

const [file, folder, dpi = '100'] = process.argv.slice(2);
if (file === undefined || folder === undefined) {
  process.stderr.write('node test/tools/pages.mjs FILE OUTDIR [DPI]\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const pdf = extname(file).toLowerCase() === '.pdf' ? file : await convertWithOffice('soffice', file, 'pdf', folder);
const prefix = `${basename(file).replaceAll('.', '-')}-page`;
execFileSync('pdftoppm', ['-r', dpi, '-png', pdf, join(folder, prefix)]);
for (const name of readdirSync(folder).sort()) if (name.startsWith(prefix)) process.stdout.write(`${join(folder, name)}\n`);
