/** What carbone is given: the floor's own document as its template, with a tag for every text that differs between the reports, and the texts of each report. */
import { floorDocx } from './floor-docx.mjs';

/** `{ template, data: [{ name, texts }] }`. Rows of items are a loop over the first of them, as carbone has loops. */
export async function carboneTemplate(contents) {
  const tagged = tagsOf(contents, []);
  const template = await floorDocx(tagged);
  return { template, data: contents.map((content) => ({ name: content.name, texts: textsOf(content) })) };
}

/** One tree for all: a text that is the same in all reports stays, another becomes a tag that names its place; objects and arrays go in step. */
function tagsOf(versions, place) {
  const [first] = versions;
  if (typeof first === 'string') return versions.every((text) => text === first) ? first : `{d.${key(place)}}`;
  if (Array.isArray(first)) {
    if (versions.some(({ length }) => length !== first.length)) throw new Error(`carbone's template has one shape: ${key(place)} has not the same in all reports`);
    if (place.at(-1) === 'rows') return loopOf(first, place);
    return first.map((_, index) => tagsOf(versions.map((version) => version[index]), [...place, index]));
  }
  if (typeof first !== 'object' || first === null) return first;
  return Object.fromEntries(Object.keys(first).map((name) => [name, tagsOf(versions.map((version) => version[name]), [...place, name])]));
}

/** The first row as the pattern, a second that closes the loop, and the bold rows of totals one by one. */
function loopOf(rows, place) {
  const items = rows.filter(isItem);
  const loop = (index) => ({ ...items[0], cells: items[0].cells.map((_, column) => `{d.${key(place)}[${index}].c${column}}`) });
  return [loop('i'), loop('i+1'), ...rows.flatMap((row, index) => (isItem(row) ? [] : [{ ...row, cells: row.cells.map((cell, column) => tagged(cell, [...place, index, column])) }]))];
}

function tagged(cell, place) {
  if (cell === null || cell === '') return cell;
  return typeof cell === 'string' ? `{d.${key(place)}}` : { ...cell, text: `{d.${key(place)}}` };
}

/** Every text by its place. */
function textsOf(content) {
  const texts = {};
  const visit = (node, place) => {
    if (typeof node === 'string') texts[key(place)] = node;
    else if (Array.isArray(node) && place.at(-1) === 'rows') visitRows(node, place);
    else if (typeof node === 'object' && node !== null) Object.entries(node).forEach(([name, value]) => visit(value, [...place, name]));
  };
  const visitRows = (rows, place) => {
    texts[key(place)] = rows.filter(isItem).map(({ cells }) => Object.fromEntries(cells.map((cell, column) => [`c${column}`, cell])));
    rows.forEach(({ cells }, index) => cells.forEach((cell, column) => (texts[key([...place, index, column])] = cell?.text ?? cell ?? '')));
  };
  visit(content, []);
  return texts;
}

function isItem({ bold, italics, cells }) {
  return !bold && !italics && cells.every((cell) => typeof cell === 'string');
}

function key(place) {
  return place.join('_');
}
