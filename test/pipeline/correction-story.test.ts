/** The whole story of a correction by the command line: two reports issued, January corrected in March, planned, applied, replaced, compared, issued anew; and the page that tells it. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CORRECTED_JANUARY, FEBRUARY, JANUARY } from '../support/january-corrected.js';
import { REPOSITORY } from '../support/map-host.js';
import { readRevisedDocx } from '../support/readers/revised-docx.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';
import { STORY_FILE, storyPage, tellStory, WORKBOOK, type ToldStep } from '../tools/correction-story.mjs';

interface Figure {
  readonly text: string;
  readonly where: string;
  readonly context: string;
}

let workspace: TemporaryWorkspace;
let told: readonly ToldStep[];
/** Every sealed file as it was right after its issue. */
const sealed = new Map<string, string>();
const figuresBefore = new Map<string, readonly Figure[]>();
const figuresAfter = new Map<string, readonly Figure[]>();
const drafts = new Map<string, Buffer>();
let planned: { readonly impact: { readonly figures: readonly { job: string; where: string; old: string | null; new: string | null }[]; readonly jobs: readonly { id: string; issued: boolean }[] } };
const QUARTER = 'ttpvhcc-soc-trang/2021-Q1/bao-cao-quy';

const read = (relative: string): Buffer => readFileSync(workspace.path(relative));
const figures = (job: string): readonly Figure[] => (JSON.parse(read(`output/${job}.figures.json`).toString()) as { figures: readonly Figure[] }).figures;
const output = (id: string): ToldStep => told.find(({ step }) => step.id === id)!;
const issuedFiles = (job: string): readonly string[] => {
  const folder = `output/${job.slice(0, job.lastIndexOf('/'))}/issued`;
  return readdirSync(workspace.path(folder)).map((name) => `${folder}/${name}`);
};

beforeAll(() => {
  workspace = copyWorkspace({}, 'all');
  copyFileSync(CORRECTED_JANUARY, workspace.path(WORKBOOK));
  const write = (file: string, content: string): void => writeFileSync(workspace.path(file), content);
  told = tellStory({ run: workspace.run, write }, (id) => {
    if (id === 'first-plan') for (const file of [JANUARY, FEBRUARY].flatMap(issuedFiles)) sealed.set(file, read(file).toString('base64'));
    if (id === 'apply') {
      for (const job of [JANUARY, FEBRUARY, QUARTER]) figuresBefore.set(job, figures(job));
      planned = JSON.parse(read('ke-hoach.json').toString()) as typeof planned;
    }
    if (id === 'status-corrected') for (const job of [JANUARY, FEBRUARY, QUARTER]) figuresAfter.set(job, figures(job));
    if (id === 'reissue-january') for (const job of [JANUARY, FEBRUARY]) drafts.set(job, read(`output/${job}.docx`));
  });
}, 600_000);

afterAll(() => workspace.remove());

describe('a correction after issue', () => {
  it('goes through, and says in the first plan what is missing', () => {
    expect(told.map(({ step, code }) => [step.id, code])).toEqual(told.map(({ step }) => [step.id, 0]));
    expect(output('first-plan').stdout).toContain('[cause-missing]');
    expect(output('plan').stdout).not.toContain('[cause-missing]');
  });

  it('plans every changed figure of each document and nothing else', () => {
    // Counted here by what is printed where: figures that vanish against figures that come.
    const count = (all: readonly { where: string; text: string | null }[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const { where, text } of all) if (text !== null) counts.set(`${where} ${text}`, (counts.get(`${where} ${text}`) ?? 0) + 1);
      return counts;
    };
    const without = (all: Map<string, number>, other: Map<string, number>): readonly string[] => [...all].filter(([key, times]) => times > (other.get(key) ?? 0)).map(([key, times]) => `${key} ×${times - (other.get(key) ?? 0)}`).sort();
    for (const job of [JANUARY, FEBRUARY, QUARTER]) {
      const [before, after] = [count(figuresBefore.get(job)!), count(figuresAfter.get(job)!)];
      const own = planned.impact.figures.filter((one) => one.job === job);
      const [old, now] = [count(own.map(({ where, old: text }) => ({ where, text }))), count(own.map(({ where, new: text }) => ({ where, text })))];
      expect(without(old, now)).toEqual(without(before, after));
      expect(without(now, old)).toEqual(without(after, before));
    }
    expect(planned.impact.jobs.map(({ id, issued }) => [id, issued])).toEqual([[JANUARY, true], [FEBRUARY, true], [QUARTER, false]]);
  });

  it('leaves the sealed files as they were issued', () => {
    expect(sealed.size).toBe(10);
    for (const [file, bytes] of sealed) expect(read(file).toString('base64') === bytes, file).toBe(true);
  });

  it.each([[JANUARY, '15'], [FEBRUARY, '57']])('%s: the redline accepted is the draft, rejected the document issued', (job, number) => {
    const redline = read(`output/${job}.so-sanh.docx`);
    const issued = issuedFiles(job).find((file) => file.includes(`/${number}-`) && file.endsWith('.docx'))!;
    expect(readRevisedDocx(redline, 'accept').lines).toEqual(readRevisedDocx(drafts.get(job)!, 'accept').lines);
    expect(readRevisedDocx(redline, 'reject').lines).toEqual(readRevisedDocx(read(issued), 'accept').lines);
  });

  it('shows the chain of replacement', () => {
    const { jobs } = JSON.parse(workspace.run('status', '--agency', 'ttpvhcc-soc-trang', '--json').stdout) as { jobs: readonly Record<string, unknown>[] };
    expect(jobs.find(({ id }) => id === JANUARY)).toMatchObject({ state: 'issued', issued: { number: 88, symbol: '88/BC-TTHC' }, replaces: [{ number: 15 }] });
    expect(jobs.find(({ id }) => id === FEBRUARY)).toMatchObject({ state: 'issued', issued: { number: 89 }, replaces: [{ number: 57 }] });
  });

  it('is told by the page word for word', () => {
    expect(storyPage(told) === readFileSync(path.join(REPOSITORY, STORY_FILE), 'utf8'), `${STORY_FILE} is not what the commands print: run «npm run docs»`).toBe(true);
  });
});
