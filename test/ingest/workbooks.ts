/** Workbooks for tests: small ones written by hand, and good ones with one thing changed. No exceljs: the reader under test uses it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnLetters } from '../../src/finding/place.js';

/** A formula has `v` where the file keeps its result; style 1 is a date, 2 a percentage. */
export type CellValue = string | number | boolean | null | { f: string; v?: string | number } | { error: string } | { style: 1 | 2; v: number } | { xml: string };

export interface SheetSpec {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly string[];
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function workbook(sheets: Readonly<Record<string, SheetSpec>>): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="0.00%"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheets[name]!);
  });
  return zip(files);
}

function sheetXml({ rows, merges = [] }: SheetSpec): string {
  const cells = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellXml(value, `${columnLetters(c + 1)}${r + 1}`)).join('')}</row>`);
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<worksheet ${MAIN}><sheetData>${cells.join('')}</sheetData>${merged}</worksheet>`;
}

export function cellXml(value: CellValue, address: string): string {
  if (value === null) return `<c r="${address}" s="0"/>`;
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
  if ('error' in value) return `<c r="${address}" t="e"><v>${escape(value.error)}</v></c>`;
  if ('style' in value) return `<c r="${address}" s="${value.style}"><v>${value.v}</v></c>`;
  if ('xml' in value) return value.xml.replace('<c', `<c r="${address}"`);
  const type = typeof value.v === 'string' ? ' t="str"' : '';
  return `<c r="${address}"${type}><f>${escape(value.f)}</f>${value.v === undefined ? '' : `<v>${escape(String(value.v))}</v>`}</c>`;
}

/** A good package with some parts changed, added or (undefined) taken away. */
export function changed(bytes: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  change(parts);
  return zip(parts);
}

/** A good workbook with cells of one sheet (by its part's number) replaced. */
export function withCells(bytes: Uint8Array, sheet: number, cells: Readonly<Record<string, CellValue>>): Uint8Array {
  return changed(bytes, (parts) => {
    const name = `xl/worksheets/sheet${sheet}.xml`;
    for (const [address, value] of Object.entries(cells)) {
      const before = parts[name]!;
      parts[name] = before.replace(new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*>.*?</c>)`), cellXml(value, address));
      if (parts[name] === before) throw new Error(`no cell ${address}`);
    }
  });
}

function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
