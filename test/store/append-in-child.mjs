/** Child process of the append tests: appends waivers one after the other with the compiled program and prints the id of each when it is done. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const dist = pathToFileURL(join(import.meta.dirname, '../../dist/')).href;
const { appendWaiver } = await import(`${dist}store/ledger.js`);
const { createNodeHost } = await import(`${dist}store/node-host.js`);
const [root, agency, prefix, count] = process.argv.slice(2);
const host = createNodeHost(root);
for (let at = 0; at < Number(count); at++) {
  const finding = prefix + at.toString(16).padStart(11, '0');
  await appendWaiver(host, agency, { finding, code: 'row-sum', place: { file: 'a.xlsx' }, message: 'm', reason: 'r', by: 'b', date: '2021-03-15' });
  process.stdout.write(`${finding}\n`);
}
