/** Words and numbers of a text as multisets, and the difference of two: a document must say the same in every format. */

/** Words between blanks; blanks of every kind are alike, joiners and soft hyphens are no part of a word. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\u2011/g, '-')
    .split(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/)
    .filter((word) => word !== '');
}

/** Digits with the dots and commas between them. */
export function numbersOf(words: readonly string[]): string[] {
  return words.flatMap((word) => word.match(/\d+(?:[.,]\d+)*/g) ?? []);
}

export interface NamedWords {
  readonly name: string;
  readonly words: readonly string[];
}

/** One line for each word that one side has more often; empty where both have the same words the same number of times. */
export function compareWords(a: NamedWords, b: NamedWords): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of a.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of b.words) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts]
    .filter(([, surplus]) => surplus !== 0)
    .map(([word, surplus]) => {
      const [more, less] = surplus > 0 ? [a, b] : [b, a];
      return `«${word}» ${Math.abs(surplus)}× more in ${more.name} than in ${less.name}: ${context(more.words, word)}`;
    });
}

function context(words: readonly string[], word: string): string {
  const at = words.indexOf(word);
  return `… ${words.slice(Math.max(0, at - 4), at + 5).join(' ')} …`;
}

/** Looks for each run, word by word and one behind the other, among the words; names the runs that are not found. */
export function findRunsInOrder(runs: readonly (readonly string[])[], among: NamedWords): readonly string[] {
  const missing: string[] = [];
  let from = 0;
  for (const run of runs) {
    if (run.length === 0) continue;
    const at = indexOfRun(among.words, run, from);
    if (at < 0) {
      const earlier = indexOfRun(among.words, run, 0) >= 0 ? ' (it stands earlier)' : '';
      missing.push(`not found in ${among.name} in this order${earlier}: ${run.slice(0, 12).join(' ')}${run.length > 12 ? ' …' : ''}`);
    } else from = at + run.length;
  }
  return missing;
}

function indexOfRun(words: readonly string[], run: readonly string[], from: number): number {
  for (let at = from; at <= words.length - run.length; at++) {
    if (run.every((word, offset) => words[at + offset] === word)) return at;
  }
  return -1;
}
