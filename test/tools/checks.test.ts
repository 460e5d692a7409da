/** The checks by Debian's programs are themselves tested: each must see the fault it is there for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect } from 'vitest';
import { writePdf } from '../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../src/render/style.js';
import { writeXlsx } from '../../src/render/xlsx/write-xlsx.js';
import { handWrittenPdf } from '../support/readers/hand-written-pdf.js';
import { sampleDocument } from '../support/sample-document.js';
import { convertWithOffice } from './office.mjs';
import { fontFaults, glyphFaults, pageCount, qpdfFaults } from './pdf-checks.js';
import { tool, toolTest } from './tools.js';
import { formulaFaults } from './workbook-checks.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-checks-'));
afterAll(() => rmSync(folder, { recursive: true }));

function save(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

toolTest('a damaged PDF is seen', ['qpdf'], async () => {
  const bytes = handWrittenPdf([[90, 700, 'text']]);
  expect(await qpdfFaults(save('good.pdf', bytes))).toEqual([]);
  expect(await qpdfFaults(save('cut.pdf', bytes.subarray(0, bytes.length - 200)))).toHaveLength(1);
});

toolTest('a font that is not embedded is seen', ['pdffonts'], async () => {
  expect(await fontFaults(save('font.pdf', handWrittenPdf([[90, 700, 'text']])))).toEqual(['Helvetica                            Type 1            Standard is not embedded', expect.stringMatching(/has no map to Unicode/)]);
});

toolTest('text off the page is seen', ['mutool'], async () => {
  expect(await glyphFaults(save('on.pdf', handWrittenPdf([[90, 700, 'text']])))).toEqual([]);
  expect(await glyphFaults(save('right.pdf', handWrittenPdf([[590, 700, 'te']])))).toEqual([expect.stringMatching(/page 1: «e» .* is off the page/)]);
  expect(await glyphFaults(save('below.pdf', handWrittenPdf([[90, 700, 'text']], [[90, -5, 't']])))).toEqual([expect.stringMatching(/page 2: «t» .* is off the page/)]);
});

toolTest('a glyph that the font does not have is seen', ['mutool'], async () => {
  const document = { ...sampleDocument(), recipients: ['漢'] };
  const { bytes, findings } = await writePdf(document, pageStyle('A'));
  expect(findings.map(({ code }) => code)).toEqual(['glyph-missing']);
  expect(await glyphFaults(save('glyph.pdf', bytes))).not.toEqual([]);
});

toolTest('pages are counted', ['pdfinfo'], async () => {
  expect(await pageCount(save('pages.pdf', handWrittenPdf([], [], [])))).toBe(3);
});

toolTest('a stored result that the formula does not give is seen', ['soffice'], async () => {
  const parts = unzipSync((await writeXlsx(sampleDocument(), pageStyle('A'))).bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!).replace('<v>8605</v>', '<v>8606</v>');
  const file = save('wrong.xlsx', zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) }));
  expect(await formulaFaults(file)).toContainEqual('«Phụ lục I» C26 =SUM(C9:C25) has 8606, LibreOffice 8605');
});

toolTest('a file LibreOffice cannot read is an error, not an empty result', ['soffice'], async () => {
  await expect(convertWithOffice(tool('soffice'), join(folder, 'none.docx'), 'pdf', folder)).rejects.toThrow();
});
