/** src/docs/annual-2022-figures.md says of the annual report what is so: each figure, its place, its cells, and the findings that stand against received ones. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding/finding.js';
import { listFigures, type FigureEntry } from '../../src/pipeline/figures-json.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import { ANNUAL_JOB, annualFiles } from '../support/annual-2022.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost, REPOSITORY } from '../support/map-host.js';
import { findTable, outline, printedRows, printsTraced, type OutlineRun } from '../support/readers/outline.js';

const page = readFileSync(path.join(REPOSITORY, 'src/docs/annual-2022-figures.md'), 'utf8');

/** Rows of the table under a heading, without its head and rule. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading))!;
  return section.split('\n').filter((line) => line.startsWith('|')).slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

let composed: ComposedJob;
let figures: readonly FigureEntry[];
let runs: readonly OutlineRun[];

beforeAll(async () => {
  composed = await composeSample(createMapHost(annualFiles()), ANNUAL_JOB);
  figures = listFigures(composed.composition!.document, composed.composition!.figures);
  runs = outline(composed.composition!.document);
});

const isTable = (place: string): boolean => /^(Bảng|Phụ lục) /.test(place);
const tableRows = (name: string): readonly (readonly (string | undefined)[])[] => {
  const table = findTable(composed.composition!.document, name);
  return printedRows(table.rows.map(({ cells }) => cells), table.columns.length);
};
/** What a place prints, as one text. */
const textAt = (place: string): string => (isTable(place) ? tableRows(place).map((row) => row.join(' | ')) : runs.filter(({ section }) => section === place).map(({ text }) => text)).join('\n');
const holds = (text: string, figure: string): boolean => new RegExp(`(?<![\\d.,-])${figure.replace(/\./g, '\\.')}(?!\\d|[.,]\\d)`).test(text);
const findingAt = (sheet: string, cell: string): Finding => composed.findings.find(({ place, severity }) => severity !== 'note' && place.in === 'sheet' && place.sheet === sheet && place.cell === cell)!;
const restsOn = ({ inputs }: FigureEntry, sheet: string, cell: string): boolean => inputs.some((input) => input['sheet'] === sheet && input['cell'] === cell);

describe('computed figures', () => {
  const rows = [...rowsUnder('Computed: the original is not right'), ...rowsUnder('Computed: the same figure')];

  it.each(rows)('%s: «%s» prints %s, not %s', (section, words, report, original) => {
    if (isTable(section)) expect(tableRows(section).find((row) => row.includes(words))).toContain(report);
    else expect(runs.some((run) => run.section === section && printsTraced(run, words, report))).toBe(true);
    expect(holds(textAt(section), original)).toBe(false);
  });

  it.each(rows)('%s: «%s» %s (%s = %s) rests on %s %s', (_section, _words, report, _original, _formula, sheet, cells) => {
    const [first] = report.replace('%', '').split('/') as [string];
    const traced = figures.filter(({ text, rule }) => rule !== null && text.replace('%', '') === first);
    const expected = cells.split(', ');
    expect(traced.some((figure) => figure.inputs.length === expected.length && expected.every((cell) => restsOn(figure, sheet, cell)))).toBe(true);
  });
});

describe('received figures', () => {
  it.each(rowsUnder('Received: printed as received'))('%s %s: %s stands in %s', (sheet, cell, printed, where) => {
    const places = where.split(', ');
    for (const place of places) expect(holds(textAt(place), printed), place).toBe(true);
    const own = figures.filter((figure) => figure.inputs.length === 1 && restsOn(figure, sheet, cell) && figure.text === printed);
    expect(own.length).toBe(places.length);
  });

  it.each(rowsUnder('Received: printed as received'))('%s %s (%s in %s) differs from %s by [%s], severity %s', (sheet, cell, _printed, _where, right, code, severity) => {
    const finding = findingAt(sheet, cell);
    expect([finding.expected ?? '', finding.code, finding.severity, finding.waived === true]).toEqual([right, code, severity, severity === 'error']);
  });

  it.each(rowsUnder('Received: not printed'))('%s %s [%s, %s] is in no figure', (sheet, cell, code, severity) => {
    expect(figures.filter((figure) => restsOn(figure, sheet, cell))).toEqual([]);
    expect(findingAt(sheet, cell)).toMatchObject({ code, severity, waived: true });
  });

  it('are all there: every error and warning of the report', () => {
    const told = composed.findings.filter(({ severity }) => severity !== 'note').map(({ place }) => (place.in === 'sheet' ? `${place.sheet} ${place.cell}` : place.file));
    const listed = [...rowsUnder('Received: printed as received'), ...rowsUnder('Received: not printed')].map(([sheet, cell]) => `${sheet} ${cell}`);
    expect([...told].sort()).toEqual([...listed].sort());
  });
});
