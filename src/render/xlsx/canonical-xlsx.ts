/** What exceljs 4.4.0 writes out of order or by the clock, put right: same document, same bytes, and an order of font children the Open XML SDK accepts. */
import { canonicalZip } from '../package-zip.js';

/** Order of the children of a font in ECMA-376, part 1, 18.8.22 as the Open XML SDK checks it; exceljs 4.4.0 writes colour and family before the size. No longer needed when the validator passes without it. */
const FONT_ORDER: readonly string[] = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

export function canonicalXlsx(bytes: Uint8Array, fontFamily: string): Uint8Array {
  return canonicalZip(bytes, (name, text) => {
    if (name === 'xl/styles.xml') return orderFonts(standardFont(text, fontFamily));
    return name.startsWith('xl/worksheets/sheet') ? fittingRows(text) : text;
  });
}

/** exceljs fixes every height it is given; rows without merged cells shall grow with their text when the office changes it. */
function fittingRows(sheet: string): string {
  const merged = new Set<number>();
  for (const [, from, to] of sheet.matchAll(/<mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"/g)) {
    for (let row = Number(from); row <= Number(to); row++) merged.add(row);
  }
  return sheet.replace(/<row r="(\d+)"[^>]*>/g, (tag, row: string) => (merged.has(Number(row)) ? tag : tag.replace(' customHeight="1"', '')));
}

/** exceljs has no way to name the workbook's standard font; its Calibri would show in every cell the office adds. */
function standardFont(styles: string, fontFamily: string): string {
  return styles.replace(/<font>(?:(?!<\/font>).)*<name val="Calibri"\/>(?:(?!<\/font>).)*<\/font>/, `<font><sz val="11"/><name val="${fontFamily}"/><family val="1"/></font>`);
}

function orderFonts(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const children = inner.match(/<(\w+)[^>]*\/>/g) ?? [];
    if (children.join('') !== inner) throw new Error(`<font> holds more than empty elements: ${inner}`);
    const rank = (child: string): number => FONT_ORDER.indexOf(/^<(\w+)/.exec(child)![1]!);
    return `<font>${[...children].sort((a, b) => rank(a) - rank(b)).join('')}</font>`;
  });
}
