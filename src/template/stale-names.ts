/** Names in a text of units that are no longer there on a date. Apart from the check, because finding a name in Vietnamese text is a matter of its own. */
import { hasEnded, successorsOf, type Registers } from './registers.js';

export interface StaleName {
  readonly written: string;
  /** Its last day, ISO. */
  readonly last: string;
  readonly successors: readonly string[];
}

/** Who is meant by a level: «UBND các huyện», «Ủy ban nhân dân cấp huyện». */
const BODY = '(?:(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân) )?(?:các |cấp )?';
/** «huyện Mỹ Tú», and what is listed with it: «các huyện, thị xã, thành phố». */
const NAME = '(?: \\p{Lu}[\\p{L}]*)*';
const LISTED = '(?:,? (?:và )?(?:huyện|thị xã|quận|thành phố)(?! \\p{Lu})(?![\\p{L}]))*';
/** The text says itself that the name is an old one. */
const SAID = /^[^,.;()]{0,12}(?:\(\s*cũ\s*\)|(?<!\p{L})cũ(?!\p{L})|trước đây|trước khi (?:sắp xếp|sáp nhập|hợp nhất))/iu;

export function staleNames(text: string, registers: Registers, date: string): readonly StaleName[] {
  const taken: { start: number; end: number }[] = [];
  const names: StaleName[] = [];
  const take = (pattern: RegExp, last: string, successors: readonly string[]): void => {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some((one) => start < one.end && one.start < end)) continue;
      taken.push({ start, end });
      if (!SAID.test(text.slice(end))) names.push({ written: match[0], last, successors });
    }
  };
  const { levels, provinces, units } = registers.units;
  const level = levels.find((one) => hasEnded(one, date));
  for (const unit of units) {
    if (!hasEnded(unit, date)) continue;
    const successors = successorsOf(registers, unit.name, date);
    take(word(`(?:UBND )?${anyCase(unit.name)}`), unit.to!, successors.length > 0 ? successors : (level?.successors ?? []));
  }
  for (const { name, kind, to, successors: next } of provinces) {
    if (to === undefined || to >= date || next.length === 0) continue;
    const full = `${kind} ${name}`;
    const successors = successorsOf(registers, full, date);
    take(word(`${anyCase(kind)} ${escaped(name)}`), to, successors);
    // A row of a table or a label of a chart is the bare name; one that lives on as another kind has it still.
    if (!successors.some((one) => one.endsWith(` ${name}`)) && text.trim() === name) names.push({ written: name, last: to, successors });
  }
  for (const one of levels) {
    if (!hasEnded(one, date)) continue;
    for (const said of one.words) take(word(`${BODY}${anyCase(said)}${NAME}${LISTED}`), one.to!, one.successors);
  }
  return names;
}

function word(pattern: string): RegExp {
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'gu');
}

/** First letter large or small: «Huyện Mỹ Tú» at the head of a row, «huyện Mỹ Tú» in a sentence. */
function anyCase(name: string): string {
  const [first = '', ...rest] = name;
  return `[${first.toLocaleLowerCase('vi')}${first.toLocaleUpperCase('vi')}]${escaped(rest.join(''))}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
