/** Two runs that apply at once on a real disk: the ledger has each entry once, and two plans made side by side do not both go in. */
import { writeFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { applyCorrection, type AppliedCorrection } from '../../src/pipeline/apply-correction.js';
import { build } from '../../src/pipeline/build.js';
import { writeCorrectionPlan } from '../../src/pipeline/correction-plan.js';
import { planCorrection } from '../../src/pipeline/plan-correction.js';
import { readStatus } from '../../src/pipeline/status.js';
import { entriesOf, loadLedger } from '../../src/store/ledger.js';
import { createNodeHost } from '../../src/store/node-host.js';
import { cellList, PROGRAM } from '../support/corrections.js';
import { AGENCY, CAUSE, correctedJanuary, REQUEST } from '../support/january-corrected.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';

let workspace: TemporaryWorkspace | undefined;
afterEach(() => workspace?.remove());

const OPTIONS = { formats: [], force: false, dryRun: false, edited: 'refuse', program: PROGRAM } as const;

it('writes each entry once', { timeout: 240_000 }, async () => {
  workspace = copyWorkspace();
  writeFileSync(workspace.path(CAUSE.path), CAUSE.text);
  const { root } = workspace;
  const plan = async (file: ReturnType<typeof cellList>): Promise<Uint8Array> => {
    const made = await planCorrection(createNodeHost(root), { file, agency: AGENCY, period: undefined, ...REQUEST, program: PROGRAM });
    if (made?.kind !== 'planned') throw new Error(JSON.stringify(made));
    return writeCorrectionPlan(made.plan);
  };
  const apply = async (bytes: Uint8Array): Promise<AppliedCorrection> => (await applyCorrection(createNodeHost(root), { name: 'ke-hoach.json', bytes }, OPTIONS))!;
  const [workbook, other] = [await plan(correctedJanuary()), await plan(cellList([{ row: 'Sở Y tế', column: 'truc_tuyen', value: 1 }]))];
  const results = await Promise.all([apply(workbook), apply(workbook), apply(other)]);
  const entries = entriesOf(await loadLedger(createNodeHost(root), AGENCY), 'correction');
  expect((await loadLedger(createNodeHost(root), AGENCY)).findings).toEqual([]);
  // Whichever came first: the same plan again finds its entries, the other finds its ground changed.
  const kinds = results.map(({ kind }) => kind);
  if (entries.length === 1) expect(kinds).toEqual(['refused', 'refused', 'applied']);
  else {
    expect(entries.map(({ row, column }) => `${row} ${column}`)).toEqual(['so-cong-thuong truc_tuyen', 'so-tu-phap gq_truoc_han', 'so-tu-phap gq_qua_han']);
    expect(kinds[2]).toBe('refused');
    expect(kinds.slice(0, 2).sort()).toEqual(['already', 'applied']);
  }
  const refused = results.flatMap((one) => (one.kind === 'refused' ? one.findings.map(({ code }) => code) : []));
  expect(new Set(refused)).toEqual(new Set(['plan-outdated']));
  await build(createNodeHost(root), { ...OPTIONS, selection: { jobs: [] } });
  expect((await readStatus(createNodeHost(root), { jobs: [] }, PROGRAM))!.map(({ status }) => status)).toEqual(['fresh', 'fresh', 'fresh']);
});
