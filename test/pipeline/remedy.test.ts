/** Remedies of Điều 18: the replacement with its table of figures, the letter of errata, and what is refused. */
import { writeFileSync, mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { remedy } from '../../src/pipeline/remedy.js';
import { correctJanuary, issuedJanuary, JANUARY } from '../support/issued-january.js';
import type { MapHost } from '../support/map-host.js';
import { describeFindings } from '../../src/finding/describe.js';

let host: MapHost;
beforeAll(async () => {
  host = await issuedJanuary();
  await correctJanuary(host);
  console.log(await remedy(host, { job: JANUARY, kind: 'errata' }));
  console.log(await remedy(host, { job: JANUARY, kind: 'replacement' }));
  const report = await build(host, { selection: { jobs: [JANUARY] }, formats: ['docx', 'pdf', 'xlsx'], force: false, dryRun: false, edited: 'refuse', program: 'test' });
  console.log(describeFindings(report!.jobs[0]!.findings, (t) => t), report!.jobs[0]!.state, report!.jobs[0]!.bug);
  mkdirSync('/tmp/h/remedy', { recursive: true });
  for (const [path, bytes] of host.files) if (path.startsWith('output')) writeFileSync('/tmp/h/remedy/' + path.replace(/\//g, '_'), bytes);
}, 300_000);
describe('x', () => { it('x', () => { expect(1).toBe(1); }); });
