/** The child process: cells as they are, time and memory limits, one process for many workbooks. */
import { afterAll, describe, expect, test } from 'vitest';
import { cellAt, type RawCell } from '../../src/ingest/raw-sheet.js';
import { createWorkbookReader, type WorkbookReader } from '../../src/ingest/workbook-reader.js';
import { changed, workbook, type CellValue } from './workbooks.js';

/** Milliseconds for tests that fill a process. */
const LONG = 60_000;

const reader = createWorkbookReader();
afterAll(() => reader.close());

async function cells(values: readonly CellValue[]): Promise<readonly RawCell[]> {
  const read = await reader.read('a.xlsx', workbook({ S: { rows: [values] } }));
  if (!read.ok) throw new Error(read.findings[0]!.message);
  return values.map((_, index) => cellAt(read.value[0]!, 1, index + 1));
}

describe('cells', () => {
  test('numbers are exact', async () => {
    expect(await cells([8605, 36.21, 0.30000000000000004, 1e-7, { xml: '<c><v>1E400</v></c>' }, 2 ** 53 + 2, { style: 2, v: 0.8969 }])).toEqual([
      { kind: 'number', value: '8605', written: '8605' },
      { kind: 'number', value: '36.21', written: '36.21' },
      { kind: 'number', value: '0.3', written: '0.3' },
      { kind: 'number', value: '0.0000001', written: '0.0000001' },
      { kind: 'text', text: '1E400' },
      { kind: 'text', text: '9007199254740994' },
      { kind: 'number', value: '89.69', written: '89.69%' },
    ]);
  });

  test('text, rich text, dates, booleans, errors, blanks', async () => {
    const rich = { xml: '<c t="inlineStr"><is><r><t>Sở </t></r><r><t>Y tế</t></r></is></c>' };
    expect(await cells(['a & <b>', rich, 'x_x000D_y', { style: 1, v: 44242 }, { style: 1, v: 44242.5 }, true, { error: '#REF!' }, '  ', null])).toEqual([
      { kind: 'text', text: 'a & <b>' },
      { kind: 'text', text: 'Sở Y tế' },
      { kind: 'text', text: 'x\ry' },
      { kind: 'date', iso: '2021-02-15' },
      { kind: 'date', iso: '2021-02-15T12:00:00' },
      { kind: 'boolean', value: true },
      { kind: 'error', code: '#REF!' },
      { kind: 'blank' },
      { kind: 'blank' },
    ]);
  });

  test('formulas: their stored result, 0 included, or none', async () => {
    expect(
      await cells([
        { f: 'SUM(A2:A3)', v: 8605 },
        { f: 'SUM(B2:B3)', v: 0 },
        { f: 'B1+1' },
        { f: 'T(B1)', v: 'x' },
        { f: 'T(B1)', v: '' },
        { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
        { xml: '<c><f t="shared" ref="G1:I1" si="7">G2*2</f><v>5</v></c>' },
        { xml: '<c><f t="shared" si="7"/><v>6</v></c>' },
        { xml: '<c><f t="shared" si="7"/></c>' },
        { xml: '<c><f t="shared" si="8"/></c>' },
      ]),
    ).toEqual([
      { kind: 'number', value: '8605', written: '8605', formula: 'SUM(A2:A3)' },
      { kind: 'number', value: '0', written: '0', formula: 'SUM(B2:B3)' },
      { kind: 'formula-without-result', formula: 'B1+1' },
      { kind: 'text', text: 'x', formula: 'T(B1)' },
      { kind: 'blank' },
      { kind: 'error', code: '#DIV/0!', formula: '1/0' },
      { kind: 'number', value: '5', written: '5', formula: 'G2*2' },
      { kind: 'number', value: '6', written: '6', formula: 'H2*2' },
      { kind: 'formula-without-result', formula: 'I2*2' },
      { kind: 'formula-without-result', formula: '' },
    ]);
  });

  test('a letter of a number format is no date', async () => {
    const bytes = changed(workbook({ S: { rows: [[{ style: 2, v: 5 }]] } }), (parts) => {
      parts['xl/styles.xml'] = parts['xl/styles.xml']!.replace('0.00%', '#,##0\\ \\h\\s_) \\%');
    });
    const read = await reader.read('a.xlsx', bytes);
    expect(read.ok && cellAt(read.value[0]!, 1, 1)).toEqual({ kind: 'number', value: '5', written: '5' });
  });

  test('what lies under a merge is not seen; merges may overlap', async () => {
    const read = await reader.read('a.xlsx', workbook({ S: { rows: [['a', 'b'], ['c', 'd']], merges: ['A1:B1', 'B1:B2'] } }));
    expect(read.ok && read.value[0]!.rows.map((row) => row.map((cell) => cell.kind))).toEqual([['text', 'blank'], ['text', 'blank']]);
  });

  test('sheets in the order of the workbook, named as there', async () => {
    const read = await reader.read('x/a.xlsx', workbook({ 'Phụ lục II': { rows: [[1]] }, "It's [odd]": { rows: [] } }));
    expect(read.ok && read.value.map(({ file, origin, rows }) => [file, origin, rows.length])).toEqual([
      ['x/a.xlsx', { in: 'sheet', sheet: 'Phụ lục II' }, 1],
      ['x/a.xlsx', { in: 'sheet', sheet: "It's [odd]" }, 0],
    ]);
  });
});

describe('the process', () => {
  const good = workbook({ S: { rows: [[1]] } });
  /** 300 kB that keep exceljs busy for half a minute: cells that share a formula of a thousand terms. */
  const slow = changed(good, (parts) => {
    const formula = Array.from({ length: 1_000 }, (_, index) => `B${index + 1}`).join('+');
    const clones = Array.from({ length: 80_000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><f t="shared" si="0"/></c></row>`).join('');
    parts['xl/worksheets/sheet1.xml'] = `<worksheet><sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A80001" si="0">${formula}</f></c></row>${clones}</sheetData></worksheet>`;
  });
  const large = workbook({ S: { rows: Array.from({ length: 40_000 }, (_, row) => [row, row + 1, row + 2, row + 3]) } });
  const broken = changed(workbook({ S: { rows: [[{ xml: '<c t="s"><v>7</v></c>' }]] } }), (parts) => {
    parts['xl/sharedStrings.xml'] = '<sst><si><t>the only string</t></si></sst>';
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
      '</Relationships>',
      '<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    );
  });

  async function use(test: WorkbookReader, run: (reader: WorkbookReader) => Promise<void>): Promise<void> {
    try {
      await run(test);
    } finally {
      await test.close();
    }
  }

  test('requests wait for one another and come back in place', async () => {
    const results = await Promise.all(['a', 'b', 'c'].map((name) => reader.read(`${name}.xlsx`, workbook({ [name]: { rows: [[name]] } }))));
    expect(results.map((read) => read.ok && read.value[0]!.origin)).toEqual(['a', 'b', 'c'].map((sheet) => ({ in: 'sheet', sheet })));
  });

  test('too slow: killed, and the next workbook is read by a new process', () =>
    use(createWorkbookReader({ timeLimitMs: 3_000 }), async (limited) => {
      const read = await limited.read('slow.xlsx', slow);
      expect(read).toMatchObject({ ok: false, findings: [{ code: 'file-too-slow', place: { in: 'file', file: 'slow.xlsx' } }] });
      expect(read.findings[0]!.message).toContain('3 giây');
      expect((await limited.read('good.xlsx', good)).ok).toBe(true);
    }), LONG);

  test('out of memory: a finding, and the next workbook is read', () =>
    use(createWorkbookReader({ memoryMb: 48, timeLimitMs: 60_000 }), async (limited) => {
      expect(await limited.read('large.xlsx', large)).toMatchObject({ ok: false, findings: [{ code: 'file-unreadable', place: { file: 'large.xlsx' } }] });
      expect((await limited.read('good.xlsx', good)).ok).toBe(true);
    }), LONG);

  test('a workbook exceljs cannot read is a finding', async () => {
    expect(await reader.read('a.xlsx', broken)).toMatchObject({ ok: false, findings: [{ code: 'file-unreadable' }] });
    expect((await reader.read('a.xlsx', good)).ok).toBe(true);
  });

  test('close ends it, also before any use', async () => {
    const closed = createWorkbookReader();
    await closed.close();
    expect((await closed.read('a.xlsx', good)).ok).toBe(true);
    await closed.close();
  });
});
