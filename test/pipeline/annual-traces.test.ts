/** Every printed figure of the annual report is in figures.json, agrees with its exact value, and rests on cells that are in the received workbooks. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../src/document/tree.js';
import { listFigures, type FigureEntry } from '../../src/pipeline/figures-json.js';
import { ANNUAL_JOB, annualFiles } from '../support/annual-2022.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost } from '../support/map-host.js';
import { readXlsxSheets, type XlsxCell } from '../support/readers/xlsx-cells.js';

const files = annualFiles();
let document: OfficialDocument;
let figures: readonly FigureEntry[];

beforeAll(async () => {
  const { composition } = await composeSample(createMapHost(files), ANNUAL_JOB);
  document = composition!.document;
  figures = listFigures(document, composition!.figures);
});

/** Texts of the figures anywhere in the tree, whatever holds them. */
function figureTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(figureTexts);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Readonly<Record<string, unknown>>;
  return node['type'] === 'figure' ? [String(node['text'])] : Object.values(node).flatMap(figureTexts);
}

/** «-23,38%» as a number and the decimals it shows. */
function readPrinted(text: string): { value: number; decimals: number } {
  const [, sign, whole, fraction = ''] = /^(-?)([\d.]+)(?:,(\d+))?%?$/.exec(text)!;
  return { value: Number(`${sign}${whole!.replace(/\./g, '')}.${fraction || 0}`), decimals: fraction.length };
}

/** What has no cell to rest on: the number of provinces, and the criteria that the list names whether they have points or not. */
const WITHOUT_CELLS = ['so_tinh', 'count(tc)'];

describe('figures.json of the annual report', () => {
  it('holds every figure of the tree', () => {
    expect(figures.map(({ text }) => text).sort()).toEqual([...figureTexts(document)].sort());
    expect(figures.length).toBeGreaterThan(2600);
  });

  it('says where each stands', () => {
    const expected = ['appendix-1', 'appendix-2', 'appendix-3', 'appendix-4', 'body', 'chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6', 'note-2', 'note-3', 'note-4', 'note-5'];
    expect([...new Set(figures.map(({ where }) => where))].sort()).toEqual(expected);
    for (const { context, text } of figures) expect(context, text).toMatch(/\p{L}/u);
  });

  it('prints what the exact value rounds to', () => {
    const wrong = figures.filter(({ text, value }) => {
      const printed = readPrinted(text);
      return Math.abs(printed.value - Number(value)) > 0.5 * 10 ** -printed.decimals + 1e-9;
    });
    expect(wrong).toEqual([]);
  });

  it('rests every figure on cells that the received workbooks have, with their values', () => {
    const books = new Map<string, ReadonlyMap<string, ReadonlyMap<string, XlsxCell>>>();
    for (const [file, bytes] of files) if (file.endsWith('.xlsx')) books.set(file, new Map(readXlsxSheets(bytes).map(({ name, cells }) => [name, cells])));
    const missing = figures.flatMap(({ text, inputs }) =>
      inputs.filter(({ file, sheet, cell, value }) => {
        const held = books.get(String(file))?.get(String(sheet))?.get(String(cell))?.number;
        return held === undefined || Number(held) !== Number(value);
      }).map((input) => ({ text, input })),
    );
    expect(missing).toEqual([]);
  });

  it('leaves no figure without a cell, but the number of provinces and a count of names', () => {
    expect([...new Set(figures.filter(({ inputs }) => inputs.length === 0).map(({ rule }) => rule))].sort()).toEqual([...WITHOUT_CELLS].sort());
  });

  it('gives a received figure one cell and no formula, a computed one its formula', () => {
    for (const { text, rule, inputs, value } of figures) {
      if (rule === null) expect([text, inputs.length, Number(inputs[0]!['value'])]).toEqual([text, 1, Number(value)]);
      else expect(rule).not.toBe('');
    }
  });

  it.each([
    ['23,38', '-(n2022_ty_le - n2021_ty_le)', ['I11', 'E11']],
    ['96,43%', 'khac.tc1_hoan_thanh / khac.tc1_giao * 100', ['C7', 'C6']],
    ['11,4713', 'tc["3.1"].diem_toi_da - tc["3.1"].diem_dat', ['C4', 'D4']],
  ])('traces %s to its cells', (text, rule, cells) => {
    const figure = figures.find((one) => one.text === text)!;
    expect(figure.rule).toBe(rule);
    expect(figure.inputs.map(({ cell }) => cell).sort()).toEqual([...cells].sort());
  });

  // Known faults: `it.fails` turns red once they are mended.
  it('names the column of a cell that stands beside a cell spanning rows', () => {
    const rank = figures.find(({ inputs }) => inputs[0]?.['sheet'] === 'Nhóm điểm' && inputs[0]?.['cell'] === 'E4')!;
    expect(rank.context).toContain('Điểm thẩm định');
  });

  it('names the row by its name, not by its ordinal', () => {
    const fall = figures.find(({ text, where }) => text === '-6,20' && where === 'body')!;
    expect(fall.context).toContain('Mức độ hài lòng đối với việc cung ứng dịch vụ hành chính công');
  });
});
