/** `remedy` at the command line: which of the two is asked of a person and demanded of a script, with the rule of Điều 18. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runRemedy } from '../../src/cli/commands/remedy.js';
import { januaryFiles, JANUARY } from '../support/issued-january.js';
import { createMapHost } from '../support/map-host.js';

const options = { root: '.', json: false, quiet: false, debug: false };
const request = { job: JANUARY, kind: undefined, edited: 'refuse', program: 'test' } as const;

let aside: string;
beforeEach(() => {
  aside = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((aside += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('remedy', () => {
  it('is wrong use without --kind where nobody can be asked, and says the rule', async () => {
    expect(await runRemedy(createMapHost(januaryFiles), request, options, undefined)).toBe(2);
    expect(aside).toContain('Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP');
    expect(aside).toMatch(/replacement.*sai sót về nội dung/);
    expect(aside).toMatch(/errata.*thể thức, kỹ thuật trình bày/);
  });

  it.each(['1', '2', 'errata'])('asks a person once and takes «%s»', async (answer) => {
    const questions: string[] = [];
    const code = await runRemedy(createMapHost(januaryFiles), request, options, async (question) => (questions.push(question), answer));
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatch(/Điều 18[\s\S]*1\. Thay thế[\s\S]*2\. Đính chính[\s\S]*Chọn 1 hoặc 2: $/);
    // Taken: what is wrong now is the job.
    expect([code, aside]).toEqual([2, expect.stringContaining('chưa ban hành')]);
  });

  it('takes no other answer for one', async () => {
    expect(await runRemedy(createMapHost(januaryFiles), request, options, async () => 'có')).toBe(2);
    expect(aside).toContain('Chưa chọn cách khắc phục');
  });
});
