/** How much a template becomes once its partials stand in it: a few lines that include one another twice each grow to gigabytes, or call themselves for ever. Found before anything runs. */
import { countMarks, MOST_CHARACTERS, MOST_LINES } from './text-limits.js';

export interface Inclusion {
  readonly name: string;
  readonly line: number;
}

export interface Part {
  readonly text: string;
  readonly includes: readonly Inclusion[];
}

/** `{{` and `(` in one file: the parser of Handlebars 4.7 takes 0,4 s for two thousand nested in one another, 10 s for five thousand; a report has some hundreds. */
export const MOST_TAGS = 2_000;
/** Partials in partials; the reports of a year have two levels. */
export const DEEPEST = 10;

interface Size {
  readonly characters: number;
  readonly lines: number;
  readonly tags: number;
  readonly marks: number;
  readonly depth: number;
}

/** A whole document may be twice what one file may be, and hold five thousand «*» and «_», which Markdown pairs in two seconds even where all stand in one paragraph. */
const MOST: Size = { characters: 2 * MOST_CHARACTERS, lines: 2 * MOST_LINES, tags: 2 * MOST_TAGS, marks: 5_000, depth: DEEPEST };

export function countTags(text: string): number {
  return text.match(/\{\{|\(/g)?.length ?? 0;
}

/** The first inclusion of the body that makes it too large, too deep or endless, with the reason; undefined where it is sound. Names were checked before. */
export function checkExpansion(body: Part, parts: ReadonlyMap<string, Part>): { readonly line: number; readonly reason: string } | undefined {
  const known = new Map<string, Size | 'endless'>();
  const sizeOf = (part: Part): Size | 'endless' => {
    let total = ownSize(part.text);
    for (const { name } of part.includes) {
      const size = sizeNamed(name);
      if (size === 'endless') return size;
      total = add(total, size);
    }
    return total;
  };
  const sizeNamed = (name: string): Size | 'endless' => {
    const size = known.get(name);
    if (size !== undefined) return size;
    // Until its size is known a partial that is met again includes itself.
    known.set(name, 'endless');
    const found = sizeOf(parts.get(name)!);
    known.set(name, found);
    return found;
  };
  let total = ownSize(body.text);
  for (const { name, line } of body.includes) {
    const size = sizeNamed(name);
    if (size === 'endless') return { line, reason: `phần mẫu «${name}» gọi lại chính nó` };
    total = add(total, size);
    if (total.depth > MOST.depth) return { line, reason: `phần mẫu «${name}» gọi phần khác quá ${DEEPEST} cấp` };
    if (Object.keys(MOST).some((key) => total[key as keyof Size] > MOST[key as keyof Size])) return { line, reason: `văn bản quá lớn khi ghép phần mẫu «${name}»` };
  }
  return undefined;
}

function ownSize(text: string): Size {
  return { characters: text.length, lines: text.split('\n').length, tags: countTags(text), marks: countMarks(text), depth: 0 };
}

function add(total: Size, part: Size): Size {
  const sum = (key: keyof Size): number => total[key] + part[key];
  return { characters: sum('characters'), lines: sum('lines'), tags: sum('tags'), marks: sum('marks'), depth: Math.max(total.depth, part.depth + 1) };
}
