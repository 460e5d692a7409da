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
/** Beyond it the alignment would take seconds: longer texts are compared in parts of this many numbers around the same place. */
const WINDOW = 400;
const ROOM = 6 * WINDOW;
/** Numbers of an edited text that are looked at: many times those of the longest report. */
const MOST_NUMBERS = 50_000;
/** Letters kept of the words around a number. */
const AROUND = 60;

export function findTypedOver(printed: readonly PrintedText[], paragraphs: readonly string[]): readonly TypedOver[] {
  const wanted = printed.flatMap(printedTokens);
  const present: EditedToken[] = [];
  for (const paragraph of paragraphs) {
    if (present.length > MOST_NUMBERS) break;
    for (const token of tokensOf(paragraph)) present.push({ ...token, paragraph });
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
  return tokensOf(figure.text).map((token) => ({
    number: token.number,
    before: plain(at < 0 ? '' : figure.context.slice(0, at)) + token.before,
    behind: token.behind + plain(at < 0 ? '' : figure.context.slice(at + figure.text.length)),
    figure,
  }));
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(NUMBER)].map(({ 0: number, index }) => ({ number, before: plain(text.slice(Math.max(0, index - AROUND), index)), behind: plain(text.slice(index + number.length, index + number.length + AROUND)) }));
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}

/** For each printed number the place of its equal in the edited text, in order (longest common subsequence); undefined where it has none. */
function align(wanted: readonly PrintedToken[], present: readonly EditedToken[]): readonly (number | undefined)[] {
  const matched: (number | undefined)[] = [];
  let at = 0;
  for (let from = 0; from < wanted.length; from += WINDOW / 2) {
    const part = wanted.slice(from, from + WINDOW);
    const last = from + WINDOW >= wanted.length;
    const found = alignPart(part, present.slice(at, at + ROOM));
    // Only the first half is sure of what follows; the other is aligned again with what comes behind it.
    const sure = last ? part.length : WINDOW / 2;
    matched.push(...found.slice(0, sure).map((one) => (one === undefined ? undefined : at + one)));
    if (last) break;
    at = Math.max(at, (matched.findLast((one) => one !== undefined) ?? at - 1) + 1);
  }
  return matched;
}

/** As many equal numbers as can be; among those alignments the one with the most under the same words, since «3» is everywhere. */
function alignPart(wanted: readonly PrintedToken[], present: readonly EditedToken[]): readonly (number | undefined)[] {
  const width = present.length + 1;
  const best = new Float64Array((wanted.length + 1) * width);
  for (let w = wanted.length - 1; w >= 0; w--) {
    for (let p = present.length - 1; p >= 0; p--) {
      const together = worth(wanted[w]!, present[p]!);
      const pair = together === 0 ? 0 : together + best[(w + 1) * width + p + 1]!;
      best[w * width + p] = Math.max(pair, best[(w + 1) * width + p]!, best[w * width + p + 1]!);
    }
  }
  const matched: (number | undefined)[] = wanted.map(() => undefined);
  for (let w = 0, p = 0; w < wanted.length && p < present.length; ) {
    const here = best[w * width + p]!;
    const together = worth(wanted[w]!, present[p]!);
    if (together > 0 && here === together + best[(w + 1) * width + p + 1]!) matched[w++] = p++;
    else if (here === best[w * width + p + 1]!) p++;
    else w++;
  }
  return matched;
}

/** Less in sum over a window than one number; a power of two, so that sums are exact. */
const SAME_WORDS = 2 ** -10;

function worth(wanted: PrintedToken, present: EditedToken): number {
  if (wanted.number !== present.number) return 0;
  return 1 + (wanted.before !== '' && present.before.endsWith(wanted.before.slice(-8)) ? SAME_WORDS : 0);
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
