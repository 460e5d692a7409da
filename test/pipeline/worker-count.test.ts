/** How many processes build at once, by cores, free memory, jobs and what the user asks for. */
import { expect, it } from 'vitest';
import { workerCount } from '../../src/pipeline/worker-count.js';

it.each([
  { jobs: 1000, wanted: undefined, cores: 8, freeMb: 16_000, count: 8, why: 'one a core' },
  { jobs: 1000, wanted: undefined, cores: 8, freeMb: 1300, count: 3, why: 'memory for three' },
  { jobs: 1000, wanted: undefined, cores: 8, freeMb: 100, count: 1, why: 'hardly any memory' },
  { jobs: 99, wanted: undefined, cores: 8, freeMb: 16_000, count: 1, why: 'few jobs are made while a worker starts' },
  { jobs: 100, wanted: undefined, cores: 8, freeMb: 16_000, count: 2, why: 'enough for two' },
  { jobs: 0, wanted: undefined, cores: 8, freeMb: 16_000, count: 1, why: 'nothing to do' },
  { jobs: 1000, wanted: 3, cores: 2, freeMb: 100, count: 3, why: 'asked for' },
  { jobs: 2, wanted: 3, cores: 2, freeMb: 16_000, count: 2, why: 'no more than jobs' },
  { jobs: 0, wanted: 3, cores: 2, freeMb: 16_000, count: 1, why: 'asked for, with nothing to do' },
])('$count: $why', ({ jobs, wanted, cores, freeMb, count }) => {
  expect(workerCount(jobs, wanted, { cores, freeMb })).toBe(count);
});
