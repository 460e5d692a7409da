/** Child process of the determinism test: writes the check sheet given on standard input from the compiled program, prints the SHA-256. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

const { writeCheckSheet } = await import(pathToFileURL(join(import.meta.dirname, '../../../dist/render/xlsx/write-check-sheet.js')).href);
process.stdout.write(createHash('sha256').update(await writeCheckSheet(JSON.parse(await text(process.stdin)))).digest('hex'));
