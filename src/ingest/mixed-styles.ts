/** A column that writes «1.699» in one cell and «1,699» in another: alone each reads as a count, together one of them may be a decimal. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { isNumeric, keyColumn } from '../statistics/form.js';
import { headerLine, type FoundTable } from './found-table.js';
import { parseFigure, plainFigureText, type NumberStyle } from './parse-figure.js';
import { cellAt, cellText, placeOf } from './raw-sheet.js';

/** One group of three behind the sign: thousands in one style, decimals in the other. */
const AMBIGUOUS = /^[1-9]\d{0,2}([.,])\d{3}$/;

/** Findings: figure-ambiguous at each such cell of a column that holds both styles. */
export function checkMixedStyles({ sheet, form, match, firstRow, lastRow }: FoundTable): readonly Finding[] {
  return form.columns.filter(isNumeric).flatMap((column) => {
    const at = match.columns.get(column.id);
    if (at === undefined) return [];
    const styles = new Set<NumberStyle>();
    const open: { row: number; text: string }[] = [];
    for (let row = firstRow; row <= lastRow; row++) {
      const cell = cellAt(sheet, row, at);
      if (cell.kind !== 'text' || parseFigure(cell.text, 'decimal').kind === 'unreadable') continue;
      const text = plainFigureText(cell.text);
      const style = styleOf(text);
      if (style === undefined) continue;
      styles.add(style);
      if (AMBIGUOUS.test(text)) open.push({ row, text });
    }
    if (styles.size < 2) return [];
    return open.map(({ row, text }) => {
      const [first, second] = [text.replace(/[.,]/, ''), text.replace('.', ',')];
      const params = { row: cellText(cellAt(sheet, row, match.columns.get(keyColumn(form).id)!)), column: headerLine(column), seen: text, first, second };
      return found('figure-ambiguous', placeOf(sheet, row, at), params, { seen: text, choices: [first, second] });
    });
  });
}

/** The style a figure is written in, a single group of three taken for thousands; undefined where it shows none. */
function styleOf(text: string): NumberStyle | undefined {
  const figure = text.replace(/^[+\-\u2212]?\s?|\s?%$/g, '');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(figure)) return 'vietnamese';
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(figure)) return 'plain';
  const decimals = /^\d+([.,])\d+$/.exec(figure)?.[1];
  return decimals === undefined ? undefined : decimals === ',' ? 'vietnamese' : 'plain';
}
