/** Lane «typst»: a peer's PDF of the same content. `node typst.mjs PACKAGE CONTENT.json OUTDIR FONTS…` */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { typstSource } from './typst-source.mjs';

const [packageFolder, contentFile, outFolder, ...fontPaths] = process.argv.slice(2);
const { NodeCompiler } = createRequire(import.meta.url)(packageFolder);
mkdirSync(outFolder, { recursive: true });

const compiler = NodeCompiler.create({ workspace: outFolder, fontArgs: [{ fontPaths }] });
for (const content of JSON.parse(readFileSync(contentFile, 'utf8'))) {
  writeFileSync(path.join(outFolder, `${content.name}.pdf`), compiler.pdf({ mainFileContent: typstSource(content) }));
  compiler.evictCache(10);
}
