/** The written paragraphs of the samples are clean: against our figures, and composed with their own tables. */
import { describe, expect, test } from 'vitest';
import { checkProse } from '../../../src/check/prose/check-prose.js';
import { proseEntries } from '../../../src/finding/catalog/prose.js';
import { composeSample } from '../../support/compose-sample.js';
import { createMapHost, sampleFiles } from '../../support/map-host.js';
import { FEBRUARY, FIGURES, label, paragraph } from './support.js';

const files = sampleFiles();
const written = [...files].filter(([path]) => path.endsWith('.md') && path.startsWith('data/'));

describe('the written paragraphs of the samples', () => {
  test('are there', () => expect(written.length).toBeGreaterThanOrEqual(15));

  test.each(written)('%s raises no alarm', (file, bytes) => {
    const body = new TextDecoder().decode(bytes).replace(/^---[\s\S]*?\n---\n/, '');
    const texts = body.split('\n').map((line, index) => paragraph(line.replace(/^[-+*] |\*\*/g, ''), index + 1, file));
    const { findings } = checkProse({ texts, figures: FIGURES, ...FEBRUARY });
    expect(findings.filter(({ severity }) => severity !== 'note').map(label)).toEqual([]);
  });

  test.each(['2021-01', '2021-02', '2021-03'])('%s raises none with its own tables', async (period) => {
    const { findings } = await composeSample(createMapHost(files), `ttpvhcc-soc-trang/${period}/bao-cao-thang`);
    expect(findings.filter(({ code, severity }) => code in proseEntries && severity !== 'note').map(label)).toEqual([]);
  });
});
