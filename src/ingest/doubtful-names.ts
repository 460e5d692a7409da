/** Names of units that look right and are not: letters of other alphabets, letters nobody sees, names of another year. Never joined without a yes. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { describePlace } from '../finding/describe.js';
import { formatDate } from '../statistics/format-figure.js';
import { keyColumn } from '../statistics/form.js';
import { nameKey, type Unit } from '../statistics/unit-list.js';
import type { FoundTable } from './found-table.js';
import { cellAt, placeOf } from './raw-sheet.js';
import type { SharperFinding } from './sharper-finding.js';

/** Characters without a picture of their own: zero-width blanks and joiners, direction marks, soft hyphens. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

/** Letters of other alphabets that print like a Latin one. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  [
    // Cyrillic
    ['АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ', 'ABESIJKMHOPCTYXaesijopcyxdqwh'],
    // Greek
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυα', 'ABEZHIKMNOPTYXoivua'],
    // Icelandic and African D with stroke, which old keyboards write for Đ
    ['ÐƉ', 'ĐĐ'],
  ].flatMap(([others, latin]) => [...others!].map((letter, index) => [letter, latin![index]!] as const)),
);

/** Findings: unit-disguised, and a unit-unknown that knows the dates of the name; in place of the plain unit-unknown at the same cell and unit-missing of the unit meant. */
export function checkDoubtfulNames({ sheet, form, match, firstRow, lastRow }: FoundTable, units: readonly Unit[], date: string): readonly SharperFinding[] {
  const at = match.columns.get(keyColumn(form).id);
  if (form.rows !== 'units' || at === undefined) return [];
  const declared = new Set(units.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]).map((name) => name.normalize('NFC')));
  const sharper: SharperFinding[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const cell = cellAt(sheet, row, at);
    if (cell.kind !== 'text') continue;
    const place = placeOf(sheet, row, at);
    // An alias with the very letters is the yes.
    const doubt = (declared.has(cell.text.normalize('NFC')) ? undefined : disguised(cell.text, units)) ?? ofOtherDate(cell.text, units, date);
    if (!doubt) continue;
    const { unit } = doubt;
    sharper.push({
      finding: doubt.toFinding(place),
      replaces: (other) =>
        (other.code === 'unit-unknown' && describePlace(other.place) === describePlace(place)) || (other.code === 'unit-missing' && other.expected === unit.name),
    });
  }
  return sharper;
}

interface Doubt {
  readonly unit: Unit;
  readonly toFinding: (place: Finding['place']) => Finding;
}

function disguised(text: string, units: readonly Unit[]): Doubt | undefined {
  const strange = [...text.normalize('NFC')].filter((letter) => LOOK_ALIKE.has(letter) || letter.match(INVISIBLE));
  if (strange.length === 0) return undefined;
  const plain = [...text.normalize('NFC')].map((letter) => LOOK_ALIKE.get(letter) ?? letter.replace(INVISIBLE, '')).join('');
  const key = nameKey(plain);
  const unit = units.find(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)].some((known) => nameKey(known) === key));
  if (!unit) return undefined;
  const name = plain.trim();
  const characters = [...new Set(strange)].map(describeCharacter).join(', ');
  return { unit, toFinding: (place) => found('unit-disguised', place, { name, characters, unit: unit.name }, { seen: text, expected: unit.name, choices: [unit.name] }) };
}

function ofOtherDate(text: string, units: readonly Unit[], date: string): Doubt | undefined {
  const key = nameKey(text);
  for (const unit of units) {
    if (nameKey(unit.name) === key) return undefined;
    const named = unit.aliases.filter(({ name }) => nameKey(name) === key);
    const outside = named.find(({ from = '', to = '9999' }) => date < from || to < date);
    if (!outside || named.some(({ from = '', to = '9999' }) => from <= date && date <= to)) continue;
    const { from, to } = outside;
    const dated = from !== undefined && date < from ? `từ ngày ${formatDate(from)}` : `đến ngày ${formatDate(to!)}`;
    return { unit, toFinding: (place) => found('unit-unknown', place, { name: text.trim(), nearest: unit.name, dated }, { seen: text.trim(), expected: unit.name, choices: [unit.name] }) };
  }
  return undefined;
}

/** «chữ «С» (U+0421)»; what has no picture is named by its number alone. */
function describeCharacter(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return LOOK_ALIKE.has(character) ? `chữ «${character}» (${code}) của bảng chữ cái khác` : `ký tự không nhìn thấy ${code}`;
}
