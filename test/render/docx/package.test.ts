/** The file as a package: valid for the Open XML SDK and our own lint, the same bytes in two processes and two time zones. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { validateFile } from '../../support/validate-open-xml.js';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { lintPackage } from '../../support/readers/package-lint.js';
import { longDocument } from '../../support/long-document.js';
import { sampleDocument } from '../../support/sample-document.js';
import { openDocx } from './open-docx.js';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-docx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bare: OfficialDocument = {
  ...sampleDocument(),
  letterhead: { parent: [], issuer: ['SỞ NỘI VỤ'] },
  addressees: [],
  body: [],
  recipients: [],
  signature: { authority: ['GIÁM ĐỐC'] },
  appendices: [],
};

describe('package', () => {
  it.each([
    ['sample A', sampleDocument(), 'A'],
    ['sample B', sampleDocument(), 'B'],
    ['bare document', bare, 'A'],
    ['long document', longDocument(), 'B'],
  ] as const)('%s is valid for the Open XML SDK and our lint', async (name, document, profile) => {
    const { bytes } = await openDocx(document, profile);
    const file = join(folder, `${name}.docx`);
    writeFileSync(file, bytes);
    expect((await validateFile(file)).errors).toEqual([]);
    expect(lintPackage(bytes)).toEqual([]);
  });

  it('carries the properties of the document, dated as the tree says', async () => {
    const { bytes } = await openDocx(sampleDocument());
    const core = strFromU8(unzipSync(bytes)['docProps/core.xml']!);
    expect(core).toContain('<dc:title>Báo cáo tình hình, kết quả hoạt động tháng 02 năm 2021</dc:title>');
    expect(core).toContain('<dc:creator>Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng</dc:creator>');
    expect(core).toContain('<dc:subject>Kiểm soát thủ tục hành chính</dc:subject>');
    expect(core).toContain('<dc:language>vi-VN</dc:language>');
    expect(core.match(/2021-02-15T00:00:00Z/g)).toHaveLength(2);
  });

  it.each([
    ['sample', sampleDocument()],
    ['long document', longDocument()],
  ])('is the same bytes in two processes and two time zones: %s', async (_name, document) => {
    const here = (await openDocx(document)).bytes;
    const module = (path: string): string => JSON.stringify(pathToFileURL(join(DIST, path)).href);
    const program = `
      const { writeDocx } = await import(${module('render/docx/write-docx.js')});
      const { pageStyle } = await import(${module('render/style.js')});
      const chunks = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      const document = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      await writeDocx(document, pageStyle('B'));
      process.stdout.write((await writeDocx(document, pageStyle('A'))).bytes);`;
    for (const zone of ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati']) {
      const there = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        input: JSON.stringify(document),
        env: { ...process.env, TZ: zone },
        maxBuffer: 1 << 26,
      });
      expect(Buffer.compare(there, here), zone).toBe(0);
    }
  });
});
