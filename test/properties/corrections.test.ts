/** Any correction: what the plan says will change is what does change, in figures, findings and files; compared here by means the plan does not use. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FigureImpact } from '../../src/finding/impact.js';
import { findingId } from '../../src/finding/finding.js';
import { checkJobs } from '../../src/pipeline/check-jobs.js';
import { listFigures, type FigureEntry } from '../../src/pipeline/figures-json.js';
import { withSession } from '../../src/pipeline/session.js';
import { textOf } from '../../src/statistics/correction.js';
import { parsePeriod } from '../../src/statistics/period.js';
import { composeSample } from '../support/compose-sample.js';
import { apply, buildFigures, cellList, monthsHost, planned, printed, type NamedCell } from '../support/corrections.js';
import { AGENCY } from '../support/january-corrected.js';
import { createMapHost, type MapHost } from '../support/map-host.js';

const MONTHS = ['2021-01', '2021-02', '2021-03'] as const;
const JOBS = MONTHS.map((month) => `${AGENCY}/${month}/bao-cao-thang`);
const SEED = 20_210_305;

/** Columns that move together, each by a multiple of the same step, so that the identities of the row still hold; the last two break one. */
const MOVES: readonly { readonly form: string; readonly by: Readonly<Record<string, number>> }[] = [
  { form: 'ket-qua-giai-quyet', by: { gq_truoc_han: -1, gq_qua_han: 1 } },
  { form: 'ket-qua-giai-quyet', by: { truc_tuyen: -1 } },
  { form: 'ket-qua-giai-quyet', by: { nhan_tong: 1, nhan_moi: 1, gq_tong: 1, gq_dung_han: 1 } },
  { form: 'ket-qua-giai-quyet', by: { dang_con_han: -1, dang_qua_han: 1 } },
  { form: 'ket-qua-giai-quyet', by: { dang_tong: 1, dang_con_han: 1, gq_tong: -1, gq_truoc_han: -1 } },
  { form: 'ket-qua-giai-quyet', by: { tra_lai: 1, nhan_tong: 1, nhan_moi: 1 } },
  { form: 'muc-do-hai-long', by: { hai_long_dich_vu: 1, tong_cong: 1 } },
  { form: 'so-lieu-khac', by: { gia_tri: 1 } },
  { form: 'ket-qua-giai-quyet', by: { nhan_tong: 1 } },
  { form: 'muc-do-hai-long', by: { gop_y: 1 } },
];

let files: ReadonlyMap<string, Uint8Array>;
let before: ReadonlySet<string>;
/** Present figures by month, form, row and column. */
const held = new Map<string, number>();
const rowsOf = new Map<string, string[]>();

beforeAll(async () => {
  const host = monthsHost(MONTHS);
  const report = await buildFigures(host);
  expect(report.jobs.map(({ state }) => state)).toEqual(['built', 'built', 'built']);
  await withSession(host, { jobs: [] }, async ({ workspace, readPeriod }) => {
    for (const month of MONTHS) {
      const { tables } = await readPeriod(workspace.agencies.get(AGENCY)!.value, parsePeriod(month)!);
      for (const { form, rows } of tables) {
        for (const row of rows.filter(({ role }) => role === 'item')) {
          rowsOf.set(`${month} ${form}`, [...(rowsOf.get(`${month} ${form}`) ?? []), row.id]);
          for (const [column, cell] of Object.entries(row.cells)) if (textOf(cell) !== null) held.set(`${month} ${form} ${row.id} ${column}`, Number(textOf(cell)));
        }
      }
    }
  });
  before = await findingIds(host);
  files = host.files;
}, 120_000);

async function findingIds(host: MapHost): Promise<ReadonlySet<string>> {
  const { jobs, periods, findings } = (await checkJobs(host, { jobs: [] }))!;
  return new Set([...jobs, ...periods].flatMap((one) => one.findings).concat(findings).map(findingId));
}

const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] => [...a].filter((one) => !b.has(one)).sort();

/** A correction of one row; undefined where a figure would fall below 0. */
function cellsOf(month: string, move: (typeof MOVES)[number], at: number, step: number): readonly NamedCell[] | undefined {
  const rows = rowsOf.get(`${month} ${move.form}`) ?? [];
  const row = rows[at % rows.length];
  const cells = Object.entries(move.by).map(([column, sign]) => ({ form: move.form, period: month, row: row!, column, value: (held.get(`${month} ${move.form} ${row} ${column}`) ?? NaN) + sign * step }));
  return cells.length > 0 && cells.every(({ value }) => value >= 0) ? cells : undefined;
}

/** Source cells of a figure as they were received, whatever was corrected since. */
function received({ inputs }: FigureEntry): string {
  const source = (input: FigureEntry['inputs'][number]): FigureEntry['inputs'][number] => (input.replaces ? source(input.replaces) : input);
  return inputs.map(source).map(({ file, sheet, cell, line, column, path }) => [file, sheet, cell, line, column, path].join('|')).sort().join(';');
}

/** Texts that go and texts that come for each quantity at each place, counted: no alignment, and figures that only move cancel out. */
function changes(old: readonly FigureEntry[], now: readonly FigureEntry[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const [entries, by] of [[old, -1], [now, 1]] as const) {
    for (const entry of entries) {
      const key = JSON.stringify([entry.where, entry.rule, received(entry), entry.text]);
      counts.set(key, (counts.get(key) ?? 0) + by);
    }
  }
  return [...counts].flatMap(([key, count]) => {
    const [where, , , printedText] = JSON.parse(key) as [string, string | null, string, string];
    return Array.from({ length: Math.abs(count) }, () => `${where} ${count < 0 ? 'old' : 'new'} ${printedText}`);
  }).sort();
}

function planChanges(figures: readonly FigureImpact[]): readonly string[] {
  return figures.flatMap(({ where, old, new: now }) => [...(old === null ? [] : [`${where} old ${old}`]), ...(now === null ? [] : [`${where} new ${now}`])]).sort();
}

describe('a correction', () => {
  const seen = new Set<string>();

  it('changes what its plan says, and nothing else', { timeout: 900_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MONTHS), fc.constantFrom(...MOVES), fc.nat(40), fc.integer({ min: 1, max: 60 }), async (month, move, at, step) => {
        const cells = cellsOf(month, move, at, step);
        fc.pre(cells !== undefined);
        const host = createMapHost(files);
        const { impact, ...rest } = await planned(host, cellList(cells!));
        expect(host.files).toEqual(files);
        const applied = await apply(host, { impact, ...rest });
        expect(applied.kind).toBe('applied');
        const states = new Map((await buildFigures(host)).jobs.map(({ id, state }) => [id, state]));
        for (const job of JOBS) {
          const own = impact.figures.filter((one) => one.job === job);
          const told = impact.jobs.find(({ id }) => id === job);
          seen.add(told?.change ?? 'untouched');
          const file = `output/${job}.figures.json`;
          const [was, is] = [printed(createMapHost(files), job), printed(host, job)];
          if (told?.change === 'refused') {
            // It waits for its findings with the old figures, and would say the new ones.
            expect(states.get(job)).toBe('refused');
            expect(is).toEqual(was);
            const { document, figures } = (await composeSample(host, job)).draft!;
            expect(planChanges(own), job).toEqual(changes(was, listFigures(document, figures)));
            continue;
          }
          expect(planChanges(own), job).toEqual(changes(was, is));
          if (!told || told.change === 'waits') expect(host.files.get(file), job).toBe(files.get(file));
          // Inside a table a place is row and column: there the old and the new figure belong together.
          const cellsThat = (entries: readonly FigureEntry[]) => new Map(entries.filter(({ where }) => where.startsWith('appendix')).map((one) => [`${one.where} ${one.context}`, one.text]));
          const [a, b] = [cellsThat(was), cellsThat(is)];
          const pairs = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key)).map((key) => `${key}: ${a.get(key) ?? null} → ${b.get(key) ?? null}`);
          expect(own.filter(({ where }) => where.startsWith('appendix')).map((one) => `${one.where} ${one.context}: ${one.old} → ${one.new}`).sort(), job).toEqual(pairs.sort());
        }
        const outside = JOBS.filter((job) => !impact.jobs.some(({ id }) => id === job));
        expect(outside.map((job) => states.get(job))).toEqual(outside.map(() => 'kept'));
        const after = await findingIds(host);
        expect(impact.findings.new.map(findingId).sort()).toEqual(minus(after, before));
        expect(impact.findings.gone.map(findingId).sort()).toEqual(minus(before, after));
      }),
      { numRuns: 5, seed: SEED, endOnFailure: true },
    );
    // The runs met what there is to meet.
    expect([...seen]).toEqual(expect.arrayContaining(['changes', 'refused', 'untouched']));
  });
});
