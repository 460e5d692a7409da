/** Answers of the agency file on their way to the sources: read, applied, and named where they answer nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answeredEncoding, checkAnswers, withHeaderAnswers } from '../../src/ingest/answers.js';
import { createPeriodReader } from '../../src/pipeline/read-period.js';
import { readAgency } from '../../src/template/agency.js';
import { createMapHost } from '../support/map-host.js';
import { noWorkbooks } from './context.js';
import { monthlyForms, otherFiguresForm } from './forms.js';

const FILE = 'data/agencies/ttpvhcc-soc-trang.yaml';
const yaml = readFileSync(FILE, 'utf8');
const agencyWith = (answers: string) => {
  const agency = readAgency(FILE, yaml + answers);
  if (!agency.ok) throw new Error(agency.findings[0]!.message);
  return agency.value;
};

test('an agency without answers has none', () => expect(agencyWith('').answers).toEqual({ encodings: {}, headers: {} }));

test('an encoding nobody knows is a fault of the agency file, at its line', () => {
  const lines = yaml.split('\n').length;
  const { ok, findings } = readAgency(FILE, `${yaml}answers:\n  encodings: { a.csv: VISCII }\n`);
  expect(ok).toBe(false);
  expect(findings).toMatchObject([{ code: 'declaration-invalid', place: { line: lines + 1 } }]);
});

describe('encodings are answered by the name of the file', () => {
  const answers = { encodings: { 'số liệu.csv': 'TCVN3' as const }, headers: {} };
  test.each([
    ['data/x/2021-02/số liệu.csv', 'TCVN3'],
    ['data/x/2021-02/số liệu.csv'.normalize('NFD'), 'TCVN3'],
    ['số liệu.csv', 'TCVN3'],
    ['data/số liệu.csv/khac.csv', undefined],
  ])('%s', (path, encoding) => expect(answeredEncoding(answers, path)).toBe(encoding));
});

test('headers become wordings of their column; forms without answers stay the same object', () => {
  const [first, , third] = withHeaderAnswers(monthlyForms, { encodings: {}, headers: { 'so-lieu-khac': { 'Nhóm: Số': 'gia_tri', Sai: 'khong_co' } } });
  expect(first).toBe(monthlyForms[0]);
  expect(third!.columns.map(({ aliases }) => aliases)).toEqual(otherFiguresForm.columns.map(({ id }) => (id === 'gia_tri' ? [['Nhóm: Số']] : [])));
});

test('an answer to nothing is named with the nearest', () => {
  const headers = { 'so-lieu-khc': { a: 'ma' }, 'so-lieu-khac': { 'Số': 'gia_ti', Mã: 'ma' } };
  expect(checkAnswers({ encodings: {}, headers }, monthlyForms, FILE)).toMatchObject([
    { code: 'answer-unknown', severity: 'warning', place: { in: 'file', file: FILE }, message: expect.stringContaining('gần nhất là «so-lieu-khac»') },
    { code: 'answer-unknown', message: expect.stringContaining('biểu không có cột «gia_ti»; gần nhất là «gia_tri»') },
  ]);
});

test('the period is read with the answers: tables and paragraphs', async () => {
  const folder = 'data/ttpvhcc-soc-trang/2021-02';
  const files = new Map([
    [`${folder}/so.csv`, new Uint8Array(Buffer.from('Ma so;dien_giai;gia_tri;don_vi_tinh\nx;S\u00EB;5;luot\n', 'latin1'))],
    [`${folder}/a.md`, new Uint8Array(Buffer.from('---\nmuc: x\n---\nS\u00EB\n', 'latin1'))],
  ]);
  const period = { kind: 'month', year: 2021, month: 2 } as const;
  const read = (answers: string) => createPeriodReader(createMapHost(files), [otherFiguresForm], noWorkbooks)(agencyWith(answers), period);
  expect((await read('')).findings.map(({ code }) => code)).toEqual(['encoding-unknown', 'encoding-unknown']);
  const answered = await read('answers: { encodings: { so.csv: TCVN3, a.md: TCVN3 }, headers: { so-lieu-khac: { Ma so: ma } } }\n');
  expect(answered.findings).toEqual([]);
  expect(answered.tables[0]!.rows[0]).toMatchObject({ id: 'x', cells: { dien_giai: { text: 'Sở' } } });
});
