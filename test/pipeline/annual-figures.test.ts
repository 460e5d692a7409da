/** Every figure of the prose of the original report that follows from its inputs stands at its place in ours, in our form of print, and is traced. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import { ANNUAL_JOB, annualFiles, annualGolden } from '../support/annual-2022.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost } from '../support/map-host.js';
import { outline, printedText, printsTraced, type OutlineRun } from '../support/readers/outline.js';

let composed: ComposedJob;
let runs: readonly OutlineRun[];

beforeAll(async () => {
  composed = await composeSample(createMapHost(annualFiles()), ANNUAL_JOB);
  runs = outline(composed.composition!.document);
});

describe('the prose of the annual report', () => {
  it.each(annualGolden('figures'))('$section prints «$printed» in «$words»', ({ section, printed, words }) => {
    expect(runs.some((run) => run.section === section && printsTraced(run, words!, printed!))).toBe(true);
  });

  it('says what the original had wrong as it is', () => {
    const text = runs.map((run) => run.text).join('\n');
    expect(text.match(/90,83|30,24|\d+\.\d{1,2}%|- \d+,\d+ điểm/g)).toBeNull();
  });

  it('has every heading of the original, in its order', () => {
    const headings = composed.composition!.document.body.flatMap((block) => (block.type === 'heading' && block.level <= 3 ? [printedText(block.inlines).split(' ')[0]] : []));
    expect(headings).toEqual(['I.', '1.', '2.', '3.', '3.1.', '3.2.', '4.', '4.1.', '4.2.', 'II.', '1.', '2.', '2.1.', '2.2.', '2.3.', '3.', '3.1.', '3.2.', 'III.', '1.', '2.']);
  });

  it('numbers the criteria through the six fields', () => {
    const criteria = [...new Set(runs.map(({ section }) => /^I\.3\.1\.\d\((\d+)\)$/.exec(section)?.[1]).filter((one) => one !== undefined))];
    expect(criteria).toEqual(Array.from({ length: 22 }, (_, index) => String(index + 1)));
  });

  it('gives the two criteria without points none, and their evidence all the same', () => {
    for (const section of ['I.3.1.3(8)', 'I.3.1.3(9)']) {
      const [head, evidence] = runs.filter((run) => run.section === section);
      expect(head!.text).not.toMatch(/điểm|Đạt \d/);
      expect(evidence!.traced).toContain(true);
    }
  });

  it('has no gap, no placeholder and no number that is none', () => {
    expect(runs.map((run) => run.text).join('\n').match(/\{\{|undefined|NaN|\[Thiếu|◻|\bnull\b/g)).toBeNull();
  });
});
