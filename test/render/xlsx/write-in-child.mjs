/** Child process of the determinism test: writes the document given on standard input from the compiled program, prints the SHA-256. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

const dist = pathToFileURL(join(import.meta.dirname, '../../../dist/')).href;
const { writeXlsx } = await import(`${dist}render/xlsx/write-xlsx.js`);
const { pageStyle } = await import(`${dist}render/style.js`);
const { bytes } = await writeXlsx(JSON.parse(await text(process.stdin)), pageStyle('A'));
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
