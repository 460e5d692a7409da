/** The generated long report as PDF, seen by programs that had no part in writing it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { pdfWriter } from '../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../src/render/style.js';
import { barsSvg, stressDocument } from '../support/stress-document.mjs';
import { fontFaults, glyphFaults, qpdfFaults } from './pdf-checks.js';
import { runTool, toolTest } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-long-'));
const file = join(folder, 'long.pdf');
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  writeFileSync(file, (await pdfWriter(barsSvg)(stressDocument(), pageStyle('B'))).bytes);
});

describe('the long report', () => {
  toolTest('is sound', ['qpdf'], async () => expect(await qpdfFaults(file)).toEqual([]));
  toolTest('embeds its fonts with maps to Unicode, those of its picture too', ['pdffonts'], async () => expect(await fontFaults(file)).toEqual([]));
  toolTest('has every glyph, on its page', ['mutool'], async () => expect(await glyphFaults(file)).toEqual([]));
  toolTest('has the labels of its picture as text', ['pdftotext'], async () => {
    const { stdout } = await runTool('pdftotext', [file, '-']);
    expect(new Set(stdout.match(/Tỉnh\d+/g)).size).toBe(63);
  });
});
