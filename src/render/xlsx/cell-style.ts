/** How cells look: font, borders and alignment of the sheet's kinds of cells, in exceljs' terms. */
import type { Alignment, Borders, Font, Style } from 'exceljs';
import type { TableColumn } from '../../document/tree.js';

export interface CellLook {
  readonly fontFamily: string;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: TableColumn['align'];
  readonly ruled: boolean;
  readonly wrap: boolean;
  readonly format?: string;
}

const THIN = { style: 'thin' } as const;
const RULED: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const ALIGN: Readonly<Record<TableColumn['align'], NonNullable<Alignment['horizontal']>>> = { left: 'left', centre: 'center', right: 'right' };

export function toFont({ fontFamily, sizePt, bold, italic, raised }: Pick<CellLook, 'fontFamily' | 'sizePt' | 'bold' | 'italic'> & { readonly raised?: true }): Partial<Font> {
  // family 1: roman, what a program takes where it has no Times New Roman.
  return { name: fontFamily, size: sizePt, family: 1, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(raised ? { vertAlign: 'superscript' } : {}) };
}

export function toStyle(look: CellLook): Partial<Style> {
  return {
    font: toFont(look),
    alignment: { horizontal: ALIGN[look.align], vertical: 'middle', ...(look.wrap ? { wrapText: true } : {}) },
    ...(look.ruled ? { border: RULED } : {}),
    ...(look.format === undefined ? {} : { numFmt: look.format }),
  };
}
