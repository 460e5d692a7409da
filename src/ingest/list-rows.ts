/** Rows of a listed form → ids and parents: printed numbers give the hierarchy, a column «code» of clean data gives both outright. */
import type { FormListing } from '../statistics/form.js';
import { nameKey } from '../statistics/unit-list.js';
import { isFullNumber, leadingNumber, ordinalIn } from './list-numbers.js';

/** What a row of the source says about its place. */
export interface ListedText {
  readonly number: string;
  /** The number of the row below. */
  readonly next: string;
  readonly label: string;
  readonly group: string;
  readonly key: readonly string[];
  /** From a column «code». */
  readonly code: string;
}

export interface ListedRow {
  readonly id: string;
  readonly parent?: string;
  /** Index into `levels`. */
  readonly level: number;
  readonly label: string;
  /** Id of the row, of another label, that the number belongs to already. */
  readonly taken?: string;
}

/** A function that names the rows of one table, called in their order. */
export function createLister(listing: FormListing): (text: ListedText) => ListedRow {
  const open: (ListedRow & { readonly ordinal: number })[] = [];
  const children = new Map<string, number>();
  const groups = new Map<string, number>();
  const labels = new Map<string, string>();
  const deepest = listing.levels.length - 1;

  /** A number that stands before another label too gets an id of its own, so that neither row is lost or given the other's parts. */
  const own = (id: string, label: string): Pick<ListedRow, 'id' | 'taken'> => {
    const isFree = (one: string): boolean => [undefined, nameKey(label)].includes(labels.get(one));
    let free = id;
    for (let count = 2; !isFree(free); count++) free = `${id}#${count}`;
    labels.set(free, nameKey(label));
    return free === id ? { id } : { id: free, taken: id };
  };

  const place = (level: number, ordinal: number, part: string, label: string): ListedRow => {
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const parent = open.at(-1)?.id;
    children.set(parent ?? '', (children.get(parent ?? '') ?? 0) + 1);
    const id = parent === undefined || isFullNumber(part) ? part : `${parent}.${part}`;
    const row = { ...own(id, label), level, label, ordinal, ...(parent === undefined ? {} : { parent }) };
    open.push(row);
    return row;
  };

  return ({ number, next, label, group, key, code }) => {
    if (code !== '') return { ...fromCode(listing, code, label), ...own(code, label) };
    if (key.length > 0) return { id: key.map((text) => nameOf(listing, text)).join('_'), level: 0, label };
    const inLabel = listing.number === listing.label;
    const headed = inLabel ? leadingNumber(label) : undefined;
    const written = headed?.number ?? (inLabel ? '' : number);
    const rest = headed?.rest ?? label;
    if (group !== '') {
      const ordinal = groups.get(group) ?? groups.size + 1;
      groups.set(group, ordinal);
      const count = (children.get(group) ?? 0) + 1;
      children.set(group, count);
      // A number in the group's own column counts the groups, not its rows.
      return { ...own(`${ordinal}.${headed ? written : count}`, rest), level: 0, label: rest };
    }
    if (isFullNumber(written)) {
      const parts = written.split('.').length - (listing.root ?? written).split('.').length;
      return place(Math.min(Math.max(parts, 0), deepest), 0, written, rest);
    }
    if (written === '') {
      const inner = open.length === 0 ? 0 : Math.min(open.at(-1)!.level + 1, deepest);
      // Behind a row of its level, above one that begins to count anew: the heading of what follows, its number left out.
      const isHeading = inner > 0 && open.at(-1)!.level === inner && ordinalIn(listing.levels[inner]!.numbered, next) === 1;
      const level = isHeading ? inner - 1 : inner;
      const parent = open.findLast((row) => row.level < level)?.id;
      const ordinal = (children.get(parent ?? '') ?? 0) + 1;
      const part = level === 0 && listing.root !== undefined ? listing.root : (listing.names[rest] ?? (level === deepest && parent !== undefined ? '-' : String(ordinal)));
      return place(level, ordinal, part, rest);
    }
    const level = levelOf(listing, written, open);
    return place(level.index, level.ordinal, written.replace(/[().\s]/g, ''), rest);
  };
}

/** The level whose numbering goes on with this number; else the first that is written so; else the deepest. */
function levelOf({ levels }: FormListing, written: string, open: readonly (ListedRow & { readonly ordinal: number })[]): { index: number; ordinal: number } {
  const candidates = levels.flatMap(({ numbered }, index) => {
    const ordinal = ordinalIn(numbered, written);
    return ordinal === undefined ? [] : [{ index, ordinal, follows: ordinal === (open.find(({ level }) => level === index)?.ordinal ?? 0) + 1 }];
  });
  return candidates.find(({ follows }) => follows) ?? candidates[0] ?? { index: levels.length - 1, ordinal: 0 };
}

function fromCode({ root = '', levels }: FormListing, code: string, label: string): ListedRow {
  const cut = code.lastIndexOf('.');
  const depth = code.split('.').length - root.split('.').length;
  const level = Math.min(Math.max(depth, 0), levels.length - 1);
  return { id: code, level, label, ...(level === 0 || cut < 0 ? {} : { parent: code.slice(0, cut) }) };
}

/** «Năm 2022» → «2022», «Điểm thẩm định» → «tham_dinh» where the form names it so. */
function nameOf({ names, drop }: FormListing, text: string): string {
  const plain = drop.reduce((rest, word) => rest.replace(word, ' '), text).replace(/\s+/g, ' ').trim();
  return names[text] ?? names[plain] ?? plain;
}
