/** Printed figures that no longer stand where they stood in a text that somebody edited: both sides as rows of numbers in reading order, aligned, what is left over told with its sentence. */

export interface PrintedText {
  readonly text: string;
  /** The sentence, or the row and column of a table. */
  readonly context: string;
}

export interface TypedOver {
  readonly was: string;
  /** '' where nothing stands in its place. */
  readonly now: string;
  /** The sentence as it reads now, or the row and column. */
  readonly context: string;
}

interface Token {
  readonly number: string;
  /** Text before and behind it, without blanks. */
  readonly before: string;
  readonly behind: string;
}

interface PrintedToken extends Token {
  readonly figure: PrintedText;
}

interface EditedToken extends Token {
  readonly paragraph: string;
}

const NUMBER = /(?<![\p{L}\d])-?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*/gu;
/** Four bytes each: the report of a year with all its tables takes twelve million. */
const MOST_PAIRS = 30_000_000;
/** Letters kept of the words around a number, and those of them that are compared at every place. */
const AROUND = 60;
const WORDS = 8;

/** undefined where the two are too long to be compared. */
export function findTypedOver(printed: readonly PrintedText[], paragraphs: readonly string[]): readonly TypedOver[] | undefined {
  const wanted = printed.flatMap(printedTokens);
  const present: EditedToken[] = [];
  for (const paragraph of paragraphs) {
    for (const token of tokensOf(paragraph)) present.push({ ...token, paragraph });
    if (wanted.length * present.length > MOST_PAIRS) return undefined;
  }
  const matched = align(wanted, present);
  const result: TypedOver[] = [];
  const told = new Set<PrintedText>();
  for (let from = 0; from < wanted.length; from++) {
    if (matched[from] !== undefined) continue;
    let to = from;
    while (to + 1 < wanted.length && matched[to + 1] === undefined) to++;
    const lost = wanted.slice(from, to + 1);
    const free = present.slice(from === 0 ? 0 : matched[from - 1]! + 1, matched[to + 1] ?? present.length);
    for (const [index, token] of lost.entries()) {
      if (told.has(token.figure)) continue;
      told.add(token.figure);
      const now = free.length === lost.length ? free[index] : nearest(token, free);
      const isCell = !token.figure.context.includes(token.figure.text);
      result.push({ was: token.number, now: now?.number ?? '', context: now && !isCell ? sentenceOf(now) : token.figure.context });
    }
    from = to;
  }
  return result;
}

function printedTokens(figure: PrintedText): readonly PrintedToken[] {
  const at = figure.context.indexOf(figure.text);
  return tokensOf(figure.text).map((token) => {
    const before = plain(at < 0 ? '' : figure.context.slice(0, at)) + token.before;
    return { number: token.number, before, behind: token.behind + plain(at < 0 ? '' : figure.context.slice(at + figure.text.length)), figure };
  });
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(NUMBER)].map(({ 0: number, index }) => ({ number, before: plain(text.slice(Math.max(0, index - AROUND), index)), behind: plain(text.slice(index + number.length, index + number.length + AROUND)) }));
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}

/**
 * For each printed number the place of its equal in the edited text, in order; undefined where it has none. As many equal
 * numbers as can be (longest common subsequence); among those alignments the one with the most under the same words, since
 * «3» is everywhere.
 */
function align(wanted: readonly PrintedToken[], present: readonly EditedToken[]): readonly (number | undefined)[] {
  const width = present.length + 1;
  const best = new Uint32Array((wanted.length + 1) * width);
  const worth = pairWorth(wanted, present);
  for (let w = wanted.length - 1; w >= 0; w--) {
    for (let p = present.length - 1; p >= 0; p--) {
      const together = worth(w, p);
      const pair = together === 0 ? 0 : together + best[(w + 1) * width + p + 1]!;
      best[w * width + p] = Math.max(pair, best[(w + 1) * width + p]!, best[w * width + p + 1]!);
    }
  }
  const matched: (number | undefined)[] = wanted.map(() => undefined);
  for (let w = 0, p = 0; w < wanted.length && p < present.length; ) {
    const here = best[w * width + p]!;
    const together = worth(w, p);
    if (together > 0 && here === together + best[(w + 1) * width + p + 1]!) matched[w++] = p++;
    else if (here === best[w * width + p + 1]!) p++;
    else w++;
  }
  return matched;
}

/** More than all «same words» of a text together. */
const SAME_NUMBER = 2 ** 14;

/** What a pair counts for, 0 where the numbers differ. Texts are numbered beforehand: millions of pairs are asked. */
function pairWorth(wanted: readonly Token[], present: readonly Token[]): (w: number, p: number) => number {
  const ids = new Map<string, number>();
  const idOf = (text: string): number => ids.get(text) ?? (ids.set(text, ids.size), ids.size - 1);
  const numbersOf = (tokens: readonly Token[]): Int32Array => Int32Array.from(tokens, ({ number }: Token) => idOf(number));
  // What has too few words before it, as the cells of a table, has none in common with anything.
  const wordsOf = (tokens: readonly Token[], none: number): Int32Array => Int32Array.from(tokens, ({ before }: Token) => (before.length < WORDS ? none : idOf(before.slice(-WORDS))));
  const [wantedNumbers, presentNumbers] = [numbersOf(wanted), numbersOf(present)];
  const [wantedWords, presentWords] = [wordsOf(wanted, -1), wordsOf(present, -2)];
  return (w, p) => (wantedNumbers[w] !== presentNumbers[p] ? 0 : SAME_NUMBER + (wantedWords[w] === presentWords[p] ? 1 : 0));
}

/** The number that stands under the words of the lost one. */
function nearest({ before, behind }: PrintedToken, free: readonly EditedToken[]): EditedToken | undefined {
  const likeness = (one: EditedToken): number => commonEnd(before, one.before) + commonEnd(reversed(behind), reversed(one.behind));
  const [first] = [...free].sort((a, b) => likeness(b) - likeness(a));
  return first && likeness(first) >= LEAST_LIKENESS ? first : undefined;
}

const LEAST_LIKENESS = 4;

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

const LONGEST_SENTENCE = 160;

function sentenceOf({ paragraph, number, before }: EditedToken): string {
  const sentences = paragraph.replace(/\s+/gu, ' ').trim().split(/(?<=[.;!?])\s/u);
  const own = sentences.filter((one) => one.includes(number));
  const sentence = own.find((one) => plain(one).includes(before.slice(-12) + number)) ?? own[0] ?? paragraph;
  return sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence;
}
