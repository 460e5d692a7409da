/** Lane «carbone»: the peer that fills a DOCX template, on texts that are ready. `node carbone.mjs PACKAGE TEMPLATE.docx DATA.json OUTDIR` */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const [packageFolder, template, dataFile, outFolder] = process.argv.slice(2);
const carbone = createRequire(import.meta.url)(packageFolder);
const render = promisify(carbone.render);
mkdirSync(outFolder, { recursive: true });

for (const { name, texts } of JSON.parse(readFileSync(dataFile, 'utf8'))) {
  writeFileSync(path.join(outFolder, `${name}.docx`), await render(path.resolve(template), texts, {}));
}
