/** The native charts as LibreOffice draws them: every name and every label, in Vietnamese numbers, inside the page. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import type { Block } from '../../src/document/tree.js';
import { writeDocx } from '../../src/render/docx/write-docx.js';
import { pageStyle } from '../../src/render/style.js';
import { readPdfPages } from '../support/readers/pdf-text.js';
import { allSampleCharts } from '../support/sample-charts.js';
import { sampleDocument } from '../support/sample-document.js';
import { convertWithOffice } from './office.mjs';
import { glyphFaults } from './pdf-checks.js';
import { tool, toolTest } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-charts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(allSampleCharts())('%s', (name, chart) => {
  toolTest('is drawn whole', ['soffice', 'mutool'], async () => {
    const body: Block[] = [chart];
    const { bytes } = await writeDocx({ ...sampleDocument(), addressees: [], body, appendices: [], recipients: [] }, pageStyle('A'));
    const docx = join(folder, `${name.replaceAll(' ', '-')}.docx`);
    writeFileSync(docx, bytes);
    const pdf = await convertWithOffice(tool('soffice'), docx, 'pdf', folder);
    expect(await glyphFaults(pdf)).toEqual([]);
    const pages = await readPdfPages(readFileSync(pdf));
    // LibreOffice places letters one by one where it stretches a text: blanks say nothing.
    const drawn = pages.flatMap(({ lines }) => lines.flatMap(({ items }) => items.map(({ text }) => text))).join('').replace(/\s+/g, '').normalize('NFC');
    const labels = chart.series.flatMap(({ points }) => points.flatMap((point) => (point ? [point.figure.text] : [])));
    expect(labels.filter((label) => !drawn.includes(label))).toEqual([]);
    const words = new Set(chart.categories.flatMap((category) => category.split(' ')));
    const times = (text: string, word: string): number => text.split(word).length - 1;
    const missing = [...words].filter((word) => times(drawn, word) < times(chart.categories.join(''), word));
    expect(missing).toEqual([]);
  });
});
