/** Child process of the determinism test: writes the document given on standard input from the compiled program, prints the SHA-256. */
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = pathToFileURL(join(import.meta.dirname, '../../../dist/')).href;
const { writePdf } = await import(`${dist}render/pdf/write-pdf.js`);
const { pageStyle } = await import(`${dist}render/style.js`);
const document = JSON.parse(await text(process.stdin));
// The second document of a process must not differ from the first.
await writePdf({ ...document, appendices: [] }, pageStyle('B'));
const { bytes } = await writePdf(document, pageStyle('A'));
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
