/** Changes cells of a received workbook as a person would, by rewriting the XML of its sheet. */
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** New content of a cell: a number, or a text. */
export type CellEdits = Readonly<Record<string, number | string>>;

export function editSheet(bytes: Uint8Array, sheet: number, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = `xl/worksheets/sheet${sheet}.xml`;
  parts[name] = strToU8(edit(strFromU8(parts[name]!)));
  return zipSync(parts);
}

export function editCells(bytes: Uint8Array, sheet: number, edits: CellEdits): Uint8Array {
  return editSheet(bytes, sheet, (xml) =>
    Object.entries(edits).reduce((text, [cell, value]) => {
      const pattern = new RegExp(`<c r="${cell}"([^>]*?)(?:/>|>.*?</c>)`);
      if (!pattern.test(text)) throw new Error(`no cell ${cell}`);
      return text.replace(pattern, (_, attributes: string) => {
        const style = /\bs="\d+"/.exec(attributes)?.[0] ?? '';
        return typeof value === 'number'
          ? `<c r="${cell}" ${style}><v>${value}</v></c>`
          : `<c r="${cell}" ${style} t="inlineStr"><is><t xml:space="preserve">${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
      });
    }, xml),
  );
}

export function editWorkbookFile(file: string, sheet: number, edits: CellEdits): void {
  writeFileSync(file, editCells(new Uint8Array(readFileSync(file)), sheet, edits));
}
