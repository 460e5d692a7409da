/**
 * A workspace of one agency and many months for the bench: the sample of February 2021 with other figures in each month.
 * Figures come from a fixed seed, so that every machine builds the same documents.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const REPOSITORY = path.join(import.meta.dirname, '../..');
const AGENCY = 'ttpvhcc-soc-trang';
const SAMPLE = path.join(REPOSITORY, 'data', AGENCY, '2021-02');
const LAST_MONTH = { year: 2021, month: 4 };

/** Where the figures stand in the sample's sheets: one row a unit, then the total row of formulas. */
const SHEETS = {
  results: { part: 'xl/worksheets/sheet1.xml', firstRow: 8, lastRow: 24, columns: 'CDEFGHIJKLMNO' },
  ratings: { part: 'xl/worksheets/sheet2.xml', firstRow: 6, lastRow: 22, columns: 'CDEFGH' },
};
const STRINGS = 'xl/sharedStrings.xml';
/** A cell up to its stored value, a formula's cached one included. */
const VALUE = /(<c r="([A-Z]+\d+)"[^>]*>(?:<f>[^<]*<\/f>)?<v>)([^<]*)(?=<\/v>)/g;

/** The last `count` months up to April 2021, one folder and one document each. */
export function makeWorkspace(root, count) {
  mkdirSync(path.join(root, 'data/agencies'), { recursive: true });
  cpSync(path.join(REPOSITORY, 'templates'), path.join(root, 'templates'), { recursive: true });
  // Months alone are measured: without the longer periods they make up.
  const agency = readFileSync(path.join(REPOSITORY, 'data/agencies', `${AGENCY}.yaml`), 'utf8');
  writeFileSync(path.join(root, 'data/agencies', `${AGENCY}.yaml`), agency.replace(/^ +also: .*\n/m, ''));
  for (let back = count - 1; back >= 0; back--) makeMonth(path.join(root, 'data', AGENCY), monthBefore(LAST_MONTH, back));
}

function monthBefore({ year, month }, back) {
  const index = year * 12 + month - 1 - back;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

function makeMonth(agencyFolder, period) {
  const folder = path.join(agencyFolder, `${period.year}-${String(period.month).padStart(2, '0')}`);
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(period.year * 12 + period.month);
  for (const name of readdirSync(SAMPLE)) {
    const bytes = readFileSync(path.join(SAMPLE, name));
    const target = path.join(folder, name);
    if (name.endsWith('.xlsx')) writeFileSync(target, otherMonth(bytes, period, random));
    else if (name.endsWith('.csv')) writeFileSync(target, bytes.toString().replace(/^(cccd;[^;]*;)[^;]*/m, `$11.${100 + Math.floor(random() * 900)}`));
    else writeFileSync(target, bytes);
  }
}

function otherMonth(workbook, period, random) {
  const parts = unzipSync(workbook);
  const rewrite = (part, change) => (parts[part] = strToU8(change(strFromU8(parts[part]))));
  rewrite(STRINGS, (xml) => xml.replaceAll('THÁNG 02 NĂM 2021', monthTitle(period)).replaceAll('(Từ ngày 16/01/2021 đến ngày 15/02/2021)', rangeTitle(period)));
  rewrite(SHEETS.results.part, (xml) => withFigures(xml, SHEETS.results, (row, number) => resultsRow(row, number, period, random)));
  rewrite(SHEETS.ratings.part, (xml) => withFigures(xml, SHEETS.ratings, (row) => ratingsRow(row, random)));
  return zipSync(parts);
}

/** The zero before 1 and 2 is the rule of administrative texts (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4). */
function monthTitle({ year, month }) {
  return `THÁNG ${month < 3 ? `0${month}` : month} NĂM ${year}`;
}

function rangeTitle(period) {
  const before = monthBefore(period, 1);
  const date = (day, { year, month }) => `${day}/${month < 3 ? `0${month}` : month}/${year}`;
  return `(Từ ngày ${date(16, before)} đến ngày ${date(15, period)})`;
}

/** Rows changed one by one, totals summed anew: formulas keep right cached values. */
function withFigures(xml, { firstRow, lastRow, columns }, change) {
  const values = new Map([...xml.matchAll(VALUE)].map(([, , cell, value]) => [cell, Number(value)]));
  const totals = new Map([...columns].map((column) => [column, 0]));
  for (let row = firstRow; row <= lastRow; row++) {
    const changed = change(Object.fromEntries([...columns].map((column) => [column, values.get(column + row)])), row);
    for (const [column, value] of Object.entries(changed)) {
      values.set(column + row, value);
      totals.set(column, totals.get(column) + value);
    }
  }
  for (const [column, total] of totals) values.set(column + (lastRow + 1), total);
  // Words are numbers of shared strings here; only the cells of figures are written.
  const isFigure = (cell) => columns.includes(cell[0]) && Number(cell.slice(1)) >= firstRow;
  return xml.replace(VALUE, (all, before, cell) => (isFigure(cell) ? before + values.get(cell) : all));
}

/** Received C = D + E; done F = G + H + I; open J = K + L; C = F + J + returned M; online N and level 3–4 O are parts of C. */
function resultsRow(row, number, period, random) {
  const D = openFiles(row, number, monthBefore(period, 1));
  const J = openFiles(row, number, period);
  const M = random() < 0.1 ? 1 : 0;
  const E = Math.max(about(row.E, random), J + M - D) + 1;
  const C = D + E;
  const L = Math.min(J, about(row.L, random));
  const F = C - M - J;
  const I = Math.min(F, about(row.I, random));
  const H = Math.min(F - I, Math.floor(random() * 4));
  const N = Math.min(C, about(row.N, random));
  const O = Math.min(C, Math.max(N, about(row.O, random)));
  return { C, D, E, F, G: F - H - I, H, I, J, K: J - L, L, M, N, O };
}

/** Open at the end of a month, which is what the next one opens with. */
function openFiles(row, number, { year, month }) {
  return about(row.J, randomFrom((year * 12 + month) * 100 + number));
}

/** H is the sum of the row. */
function ratingsRow(row, random) {
  const parts = Object.fromEntries([...'CDEFG'].map((column) => [column, about(row[column], random)]));
  return { ...parts, H: Object.values(parts).reduce((sum, value) => sum + value, 0) };
}

/** Between 0,7 and 1,3 of the sample's figure; nothing stays nothing and something stays something. */
function about(value, random) {
  return value === 0 ? 0 : Math.max(1, Math.round(value * (0.7 + 0.6 * random())));
}

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
