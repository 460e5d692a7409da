/** Numbers in sentences in Vietnamese form: comma for decimals, dot for thousands. */
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import type { Sentence } from './parse-sentences.js';

export function checkNumberForm({ figures, place }: Sentence): readonly Finding[] {
  return figures.flatMap(({ text, right, percent, unit }) => {
    // «3.1» without a noun may be the label of a section.
    if (right === undefined || (!percent && unit === undefined)) return [];
    return [found('prose-number-form', place, { seen: text, expected: right }, { seen: text, expected: right })];
  });
}
