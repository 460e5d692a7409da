/** The report of February 2021 against the published tables and the figures of its prose. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlineText, walkBlocks } from '../../src/document/walk.js';
import type { TableBlock } from '../../src/document/tree.js';
import { listFigures, type FigureEntry } from '../../src/pipeline/figures-json.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost, REPOSITORY, sampleFiles, text } from '../support/map-host.js';

let composed: ComposedJob;
let figures: readonly FigureEntry[];
let body: string;

beforeAll(async () => {
  composed = await composeSample(createMapHost(sampleFiles()), 'ttpvhcc-soc-trang/2021-02/bao-cao-thang');
  const { document, figures: traced } = composed.composition!;
  figures = listFigures(document, traced);
  body = [...walkBlocks(document.body, 'body')].map(({ inlines }) => inlineText(inlines)).join('\n').replace(/\u00A0/g, ' ');
});

const golden = (name: string): readonly Record<string, string>[] =>
  parse(readFileSync(path.join(REPOSITORY, 'test/golden/bao-cao-thang-2021-02', name)), { columns: true });

/** Plain golden value as a document prints it. */
const printed = (value: string): string =>
  value.includes('.') ? value.replace('.', ',') : value.replace(/\B(?=(\d{3})+$)/g, '.');

describe('February 2021', () => {
  it('has no error and no warning', () => {
    expect(composed.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it.each([
    ['8.605', 4], ['1.378', 1], ['7.227', 1], ['7.718', 1], ['89,69%', 1], ['7.712', 1], ['99,92%', 2], ['0,08%', 1],
    ['887', 1], ['10,31%', 1], ['881', 1], ['99,32%', 1], ['0,68%', 1], ['3.116', 1], ['36,21%', 2], ['59,90%', 2],
    ['5.202', 1], ['660', 1], ['8,55%', 1], ['100%', 1], ['1.699', 1], ['29', 1], ['01', 1], ['04', 1], ['1,81', 1], ['6', 5],
  ])('prints %s in the body, traced, %i time(s)', (text, times) => {
    const entries = figures.filter((figure) => figure.where === 'body' && figure.text === text);
    expect(entries.length).toBe(times);
    for (const { inputs } of entries) expect(inputs.length).toBeGreaterThan(0);
    expect(body).toContain(text);
  });

  it('names the late units with their counts and keeps the sentence of zero', () => {
    expect(body).toContain('Sở Tư pháp (6 hồ sơ)');
    expect(body).toContain('không có hồ sơ bị trả lại');
    expect(body).toContain('(Sở Tài nguyên và Môi trường)');
  });

  it('says that the change was computed from unrounded shares', () => {
    expect(body).toContain('tăng 1,81 điểm phần trăm (tính từ tỷ lệ chưa làm tròn) so với tháng 01 (34,41%)');
  });

  it('prints every cell of both published tables', () => {
    const { appendices } = composed.composition!.document;
    for (const [index, name] of ['phu-luc-1.csv', 'phu-luc-2.csv'].entries()) {
      const table = appendices[index]!.blocks.find((block): block is TableBlock => block.type === 'table')!;
      const rows = golden(name);
      expect(table.rows.length).toBe(rows.length);
      for (const [r, row] of rows.entries()) {
        const cells = table.rows[r]!.cells.flatMap((cell) => new Array<string>(cell.colSpan ?? 1).fill(inlineText(cell.inlines)));
        for (const [c, { id }] of table.columns.entries()) {
          const value = row[id]!;
          if (id === 'don_vi') expect(cells[c]).toBe(value);
          else if (id !== 'stt') expect(cells[c]!.replace(/\(\*+\)$/, ''), `${row['don_vi']} ${id}`).toBe(printed(value));
        }
      }
    }
  });

  it('marks the two ratios of other bases', () => {
    const cells = composed.composition!.document.appendices[0]!.blocks.flatMap((block) => (block.type === 'table' ? block.rows.at(-1)!.cells : []));
    expect(cells.map(({ inlines }) => inlineText(inlines))).toEqual(expect.arrayContaining(['36,21(*)', '59,90(**)', '100,00']));
  });

  it('traces a rate to its cells', () => {
    const rate = figures.find(({ text }) => text === '89,69%')!;
    expect(rate.rule).toBe('gq_tong / nhan_tong * 100');
    expect(rate.value).toBe('89.69203951191167925625');
    expect(rate.inputs.length).toBe(34);
    expect(rate.inputs[0]).toEqual({ file: 'data/ttpvhcc-soc-trang/2021-02/phu luc bao cao thang 02.xlsx', sheet: 'Phụ lục I', cell: 'F8', value: '5' });
    const change = figures.find(({ text }) => text === '1,81')!;
    expect(change.illustrative).toBe(true);
    expect(change.inputs.some(({ file }) => String(file).includes('2021-01'))).toBe(true);
  });

  it('leaves number and date blank: they are given at issue', () => {
    const { number, placeAndDate } = composed.composition!.document;
    expect(inlineText(number)).toMatch(/^Số: \u00A0+\/BC-TTHC$/);
    expect(inlineText(placeAndDate)).toMatch(/^Sóc Trăng, ngày \u00A0+ tháng \u00A0+ năm 2021$/);
  });
});

describe('January 2021', () => {
  it('has no comparison, and says so', async () => {
    const january = await composeSample(createMapHost(sampleFiles()), 'ttpvhcc-soc-trang/2021-01/bao-cao-thang');
    expect(january.findings.map(({ code }) => code)).toContain('comparison-left-out');
    const sentences = [...walkBlocks(january.composition!.document.body, 'body')].map(({ inlines }) => inlineText(inlines)).join(' ');
    expect(sentences).not.toMatch(/điểm phần trăm|so với tháng/);
    expect(sentences).toContain('không có hồ sơ giải quyết quá hạn');
  });
});

describe('a month in which nothing happened', () => {
  it('has its sentences of zero, a dash for each rate, and is no error', async () => {
    const files = sampleFiles();
    const folder = 'data/ttpvhcc-soc-trang/2021-02';
    for (const name of ['phu luc bao cao thang 02.xlsx', 'nguyen nhan 1.md', 'nguyen nhan 2.md']) files.delete(`${folder}/${name}`);
    // January left files open: a February that opens with none contradicts it.
    files.delete('data/ttpvhcc-soc-trang/2021-01/phu luc thang 01.xlsx');
    const columns = (name: string): readonly string[] => Object.keys(golden(name)[0]!).filter((id) => !['stt', 'don_vi', 'loai_dong'].includes(id));
    const zero = (name: string): Uint8Array => {
      const ids = columns(name);
      const units = golden(name).filter((row) => row['loai_dong'] === 'chi_tiet').map((row) => row['don_vi']!);
      return text([['don_vi', ...ids].join(','), ...units.map((unit) => [`"${unit}"`, ...ids.map(() => '0')].join(','))].join('\n'));
    };
    files.set(`${folder}/a.csv`, zero('phu-luc-1.csv'));
    files.set(`${folder}/b.csv`, zero('phu-luc-2.csv'));
    const empty = await composeSample(createMapHost(files), 'ttpvhcc-soc-trang/2021-02/bao-cao-thang');
    expect(empty.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(empty.findings.filter(({ code }) => code === 'rate-undefined').length).toBe(2);
    const { document } = empty.composition!;
    const sentences = [...walkBlocks(document.body, 'body')].map(({ inlines }) => inlineText(inlines)).join(' ');
    expect(sentences).toContain('không phát sinh hồ sơ');
    expect(sentences).toContain('không có lượt đánh giá');
    expect(sentences).not.toMatch(/NaN|Thiếu|undefined/);
    const ratio = document.appendices[0]!.blocks.flatMap((block) => (block.type === 'table' ? block.rows.at(-1)!.cells : []));
    expect(ratio.slice(1).map(({ inlines }) => inlineText(inlines))).toEqual(new Array(13).fill('-'));
  });
});
