/** Tracked changes: accepting all gives the draft, rejecting all the issued document, and nothing that stayed is marked. */
import { expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { writeDocx } from '../../../src/render/docx/write-docx.js';
import { writeRedline } from '../../../src/render/docx/write-redline.js';
import { pageStyle } from '../../../src/render/style.js';
import { readRevisedDocx } from '../../support/readers/revised-docx.js';
import { readFileSync } from 'node:fs';
import { validateFile } from '../../support/validate-open-xml.js';
import { sampleDocument } from '../../support/sample-document.js';
import { sampleLetter } from '../../support/sample-letter.js';
import { longDocument } from '../../support/long-document.js';

const style = pageStyle('A');
it.each([['feb', '/tmp/rl-2021-02.json'], ['annual', '/tmp/rl-2022.json'], ['x', '']])('%s', async (name, file) => {
  const issued = file ? JSON.parse(readFileSync(file, 'utf8')) : sampleDocument();
  const draft = file ? JSON.parse(readFileSync(file, 'utf8').replaceAll('89,69%', '90,01%').replaceAll('Sở Tư pháp', 'Sở Tư pháp tỉnh').replaceAll('83,14%', '84,00%').replace('"Trong kỳ, Trung tâm', '"Nay Trung tâm').replace('Bộ Nội vụ', 'Bộ Công an')) : longDocument();
  if (file) { draft.body.splice(3, 1); draft.appendices[0].blocks[0].rows.splice(2, 1); draft.appendices.pop(); }
  const t = performance.now();
  const { bytes } = await writeRedline(issued, draft, style, { author: 'Văn thư', date: '2021-03-20' });
  console.log(name, performance.now() - t);
  writeFileSync(`/tmp/redline-${name}.docx`, bytes);
  const plain = async (d: any) => readRevisedDocx((await writeDocx(d, style)).bytes, 'accept').lines;
  const accepted = readRevisedDocx(bytes, 'accept');
  console.log(accepted.revisions.length, accepted.revisions.slice(0, 40), accepted.comments);
  expect(accepted.lines).toEqual(await plain(draft));
  expect(readRevisedDocx(bytes, 'reject').lines).toEqual(await plain(issued));
  const v = await validateFile(`/tmp/redline-${name}.docx`);
  console.log(JSON.stringify(v.errors.slice(0, 10), null, 1));
  expect(v.ok).toBe(true);
}, 60000);
