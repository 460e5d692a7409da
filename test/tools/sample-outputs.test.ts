/** The writers' sample document, seen by programs that had no part in writing it. Needs no command line and no data. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { writeDocx } from '../../src/render/docx/write-docx.js';
import { writePdf } from '../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../src/render/style.js';
import { writeXlsx } from '../../src/render/xlsx/write-xlsx.js';
import { sampleDocument } from '../support/sample-document.js';
import { convertWithOffice } from './office.mjs';
import { fontFaults, glyphFaults, pageCount, qpdfFaults } from './pdf-checks.js';
import { runTool, tool, toolTest } from './tools.js';
import { formulaFaults } from './workbook-checks.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-sample-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (extension: string): string => join(folder, `sample.${extension}`);

beforeAll(async () => {
  const document = sampleDocument();
  const writers = { docx: writeDocx, pdf: writePdf, xlsx: writeXlsx };
  for (const [extension, write] of Object.entries(writers)) writeFileSync(file(extension), (await write(document, pageStyle('A'))).bytes);
});

describe('the sample document', () => {
  toolTest('as PDF is sound', ['qpdf'], async () => expect(await qpdfFaults(file('pdf'))).toEqual([]));
  toolTest('as PDF embeds its fonts with maps to Unicode', ['pdffonts'], async () => expect(await fontFaults(file('pdf'))).toEqual([]));
  toolTest('as PDF has every glyph, on its page', ['mutool'], async () => expect(await glyphFaults(file('pdf'))).toEqual([]));
  toolTest('as DOCX and XLSX unpacks', ['unzip'], async () => {
    for (const extension of ['docx', 'xlsx']) expect(await runTool('unzip', ['-tq', file(extension)])).toMatchObject({ code: 0 });
  });
  toolTest('as DOCX opens in LibreOffice with the pages of the PDF', ['soffice', 'pdfinfo'], async () => {
    const pdf = await convertWithOffice(tool('soffice'), file('docx'), 'pdf', folder);
    expect(await pageCount(pdf)).toBe(await pageCount(file('pdf')));
  });
  toolTest('as XLSX computes in LibreOffice; its rates, typed in rounded, differ by less than their rounding', ['soffice'], async () => {
    const faults = await formulaFaults(file('xlsx'));
    expect(faults.filter((fault) => /SUM/.test(fault))).toEqual([]);
    for (const fault of faults) {
      const [stored, computed] = fault.match(/has ([\d.]+), LibreOffice ([\d.]+)/)!.slice(1).map(Number) as [number, number];
      expect(Math.abs(stored - computed), fault).toBeLessThanOrEqual(0.005);
    }
  });
});
