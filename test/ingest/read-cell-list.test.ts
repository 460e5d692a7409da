/** A list of corrected cells: exact values, every fault at its path, and the list that a plan proposes. */
import { expect, test } from 'vitest';
import { readCellList } from '../../src/ingest/read-cell-list.js';
import { encode, placeBrief } from './context.js';

const read = (value: unknown) => readCellList('sua.json', encode(typeof value === 'string' ? value : JSON.stringify(value)));
const CELL = { form: 'f', period: '2021-01', row: 'A', column: 'c', value: 1 };
const faults = (value: unknown): readonly string[] => {
  const { ok, findings } = read(value);
  expect(ok).toBe(false);
  return findings.map(({ code, place }) => `${code} ${placeBrief(place)}`);
};

test('cells with their places, values as exact as they are written', () => {
  expect(read('{"cells":[{"form":"f","row":" A ","column":"c","value":12345678901234567890.10}]}')).toMatchObject({ ok: true, value: [{ form: 'f', row: 'A', column: 'c', value: '12345678901234567890.10', place: { in: 'json', file: 'sua.json', path: '$.cells[0]' } }] });
  expect(read({ cells: [CELL, { ...CELL, value: -2 }] })).toMatchObject({ ok: true, value: [{ period: '2021-01', value: '1' }, { value: '-2' }] });
});

test('a table in JSON is none', () => {
  for (const table of [{ bang: 'f', hang: [] }, [{ bang: 'f', hang: [] }]]) expect(read(table)).toMatchObject({ ok: true, value: undefined });
});

test('faults, all of them, each at its path', () => {
  expect(faults('{"cells":')).toEqual(['json-invalid $.cells']);
  expect(faults({ cells: {} })).toEqual(['json-invalid $.cells']);
  expect(faults({ cells: [] })).toEqual(['json-invalid $.cells']);
  expect(faults({ cells: [CELL, { ...CELL, form: '' }, { ...CELL, row: 7, column: undefined }, { ...CELL, value: '5' }, { ...CELL, value: null }, 'x'] })).toEqual([
    'json-invalid $.cells[1].form', 'json-invalid $.cells[2].row', 'json-invalid $.cells[2].column', 'json-invalid $.cells[3].value', 'json-invalid $.cells[4].value',
    'json-invalid $.cells[5].form', 'json-invalid $.cells[5].row', 'json-invalid $.cells[5].column', 'json-invalid $.cells[5].value',
  ]);
});

test('a plan gives the cells it proposes, whose values are texts; one that proposes none says so', () => {
  const plan = { kind: 'correction-plan', cells: [{ ...CELL, value: 9 }], proposal: { cells: [{ ...CELL, value: '3' }] } };
  expect(read(plan)).toMatchObject({ ok: true, value: [{ value: '3' }] });
  expect(faults({ ...plan, proposal: undefined })).toEqual(['json-invalid $']);
  expect(faults({ ...plan, proposal: { cells: [{ ...CELL, value: 'ba' }] } })).toEqual(['json-invalid $.cells[0].value']);
});
