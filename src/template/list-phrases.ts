/** Phrases over lists: enumerate, rank, name the extremes, split by direction. Verbs follow signs, counts count what is named, ties are said. Words and figures, no template. */
import type { Inline } from '../document/tree.js';
import type { Quantity } from '../statistics/dataset.js';
import { difference } from '../statistics/derive.js';
import { exact, ZERO } from '../statistics/exact.js';
import { formatPadded } from '../statistics/format-figure.js';
import type { ListItem, NamedList } from './lists.js';
import { changeVerb, ordinal } from './phrases.js';

/** How the figures of a phrase get onto paper, each with its trace. */
export interface PhrasePrinter {
  /** A value of the list: «96,86%». */
  value(quantity: Quantity): readonly Inline[];
  /** The size of a change without its sign, with its unit: «6,00%», «31 bậc». */
  change(quantity: Quantity): readonly Inline[];
  /** A plain figure in the given words: counts. */
  plain(text: string, quantity: Quantity): Inline;
  /** Decimals below which a change is none. */
  readonly decimals: number;
}

type Words = readonly Inline[];

const say = (text: string): Inline => ({ type: 'text', text });

/** Parts joined as «a, b và c»; by semicolons where a part holds a comma of its own. */
export function joined(parts: readonly Words[]): Words {
  const hasCommas = parts.some((part) => part.some((inline) => inline.type === 'text' && inline.text.includes(',')));
  return parts.flatMap((part, index) => {
    const isLast = index === parts.length - 1;
    // Two are joined by «và» even where they hold commas: nothing can be mistaken.
    const before = index === 0 ? [] : [say(isLast && (!hasCommas || parts.length === 2) ? ' và ' : hasCommas ? '; ' : ', ')];
    return [...before, ...part];
  });
}

/** «02/04»: k of n, both padded. */
export function share({ count, base }: Pick<NamedList, 'count' | 'base'>, printer: PhrasePrinter): Words {
  return [printer.plain(formatPadded(count.value), count), say('/'), printer.plain(formatPadded(base.value), base)];
}

/** «A (8,34%), B (5,60%)». */
export function enumerated({ items }: NamedList, printer: PhrasePrinter): Words {
  return joined(items.map(({ label, quantity, base }) => [say(`${label} (`), ...printer.value(quantity), ...(base ? [say('/'), ...printer.value(base)] : []), say(')')]));
}

/** Items of equal figures stand together; groups in falling order. */
function tiedGroups(items: readonly ListItem[]): readonly (readonly ListItem[])[] {
  const falling = [...items].sort((a, b) => b.quantity.value.compare(a.quantity.value));
  const groups: ListItem[][] = [];
  for (const item of falling) {
    if (groups.at(-1)?.[0]!.quantity.value.equals(item.quantity.value)) groups.at(-1)!.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** «cao nhất là A (96,86%); tiếp theo là B (95,84%); thứ ba là C (93,99%); …; thấp nhất là H (65,76%)»; equal figures share a place, and the sentence says so. */
export function ranked({ items }: NamedList, printer: PhrasePrinter): Words {
  const groups = tiedGroups(items);
  let place = 1;
  return groups.flatMap((group, index) => {
    const own = place;
    place += group.length;
    const position = index === 0 ? 'cao nhất' : index === groups.length - 1 ? 'thấp nhất' : own === 2 ? 'tiếp theo' : ordinal(own);
    const tied = group.length > 1;
    const names = joined(group.map(({ label }) => [say(label)]));
    return [say(`${index > 0 ? '; ' : ''}${tied ? `cùng ở vị trí ${position}` : position} là `), ...names, say(' ('), ...printer.value(group[0]!.quantity), say(')')];
  });
}

/** The item (or items) with the largest change in either direction: «A (tăng 34 bậc)», «A và B (cùng giảm 4 bậc)». */
export function largest({ items }: NamedList, printer: PhrasePrinter): Words {
  const magnitudes = items.map((item) => ({ ...item, size: item.quantity.value.abs() }));
  const most = magnitudes.reduce((best, { size }) => (size.compare(best) > 0 ? size : best), ZERO);
  const holders = magnitudes.filter(({ size }) => size.equals(most));
  const [first] = holders;
  if (!first) return [];
  const directions = new Set(holders.map(({ quantity }) => quantity.value.s));
  if (directions.size > 1) return joined(holders.map((item) => changed(item, printer)));
  const names = joined(holders.map(({ label }) => [say(label)]));
  return [...names, say(` (${holders.length > 1 ? 'cùng ' : ''}`), ...changeWords(first.quantity, printer), say(')')];
}

/** «tăng 1,81%», «giảm 31 bậc», «không thay đổi»: the only place where a verb meets a change. */
export function changeWords(quantity: Quantity, printer: PhrasePrinter): Words {
  const verb = changeVerb(quantity.value, printer.decimals);
  if (!verb) return [say('không thay đổi')];
  return [say(`${verb} `), ...printer.change(verb === 'giảm' ? negated(quantity) : quantity)];
}

function changed({ label, quantity }: ListItem, printer: PhrasePrinter): Words {
  return [say(`${label} (`), ...changeWords(quantity, printer), say(')')];
}

/** Printed without sign behind «giảm», so traced as what it is: the fall. */
function negated(quantity: Quantity): Quantity {
  const { origin } = quantity;
  return { value: quantity.value.neg(), origin: { kind: 'derivation', rule: origin.kind === 'derivation' ? `-(${origin.rule})` : '-1 * value', inputs: origin.kind === 'derivation' ? origin.inputs : [quantity] } };
}

/**
 * Changes split by direction: «02/04 nhóm điểm giảm, gồm A (giảm 8,34%) và B (giảm 5,60%); 02/04 nhóm điểm tăng, gồm …».
 * Where all go one way «cả 05/05 tiêu chí đều giảm»; two that go one way are told together: «cả 02 nguồn điểm là A và B đều giảm, lần lượt là 6,00% và 1,21%».
 */
export function splitByDirection(list: NamedList, noun: string, printer: PhrasePrinter): Words {
  const verbs = ['giảm', 'tăng', undefined] as const;
  const parts = verbs.map((verb) => ({ verb, items: list.items.filter(({ quantity }) => changeVerb(quantity.value, printer.decimals) === verb) })).filter(({ items }) => items.length > 0);
  const [only] = parts;
  if (parts.length === 1 && only!.verb && list.items.length === 2) {
    const names = joined(only!.items.map(({ label }) => [say(label)]));
    const two = counted(only!.items, list, only!.verb);
    const sizes = joined(only!.items.map(({ quantity }) => printer.change(only!.verb === 'giảm' ? negated(quantity) : quantity)));
    return [say('cả '), printer.plain(formatPadded(two.value), two), say(` ${noun} là `), ...names, say(` đều ${only!.verb}, lần lượt là `), ...sizes];
  }
  return parts.flatMap(({ verb, items }, index) => {
    const all = items.length === list.items.length && items.length > 1;
    const k = share({ count: counted(items, list, verb ?? 'không thay đổi'), base: counted(list.items, list, '') }, printer);
    const names = verb ? joined(items.map((item) => changed(item, printer))) : joined(items.map(({ label }) => [say(label)]));
    return [say(`${index > 0 ? '; ' : ''}${all ? 'cả ' : ''}`), ...k, say(` ${noun} ${all ? 'đều ' : ''}${verb ?? 'không thay đổi'}, gồm `), ...names];
  });
}

function counted(items: readonly ListItem[], { name, items: all }: NamedList, what: string): Quantity {
  return { value: exact(items.length), origin: { kind: 'derivation', rule: `count(${name}${what === '' ? '' : `: ${what}`})`, inputs: all.map(({ quantity }) => quantity) } };
}

/** The mean of a list's figures. */
export function meanOf({ name, items }: NamedList): Quantity | undefined {
  if (items.length === 0) return undefined;
  const inputs = items.map(({ quantity }) => quantity);
  const value = inputs.reduce((sum, one) => sum.add(one.value), ZERO).div(exact(items.length));
  return { value, origin: { kind: 'derivation', rule: `mean(${name})`, inputs } };
}

/** «cao hơn 2,88%», «thấp hơn 3,19%», «bằng»: a value against another, at the precision both are printed with. */
export function against(value: Quantity, other: Quantity, printer: PhrasePrinter): Words {
  const apart = difference(value, other);
  const verb = changeVerb(apart.value, printer.decimals);
  if (!verb) return [say('bằng')];
  return [say(verb === 'tăng' ? 'cao hơn ' : 'thấp hơn '), ...printer.change(verb === 'tăng' ? apart : difference(other, value))];
}
