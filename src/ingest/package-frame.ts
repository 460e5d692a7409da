/** The parts that tie a rebuilt workbook together: content types, relations, the list of sheets. */
import { strToU8 } from 'fflate';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Files by part name. Sheets are named «1», «2»… and lie at xl/worksheets/sheet<n>.xml; `others`: «sharedStrings», «styles» where present. */
export function packageFrame(sheetCount: number, others: readonly string[], date1904: boolean): Record<string, Uint8Array> {
  const numbers = Array.from({ length: sheetCount }, (_, index) => index + 1);
  const each = (write: (number: number) => string): string => numbers.map(write).join('');
  const eachOther = (write: (name: string) => string): string => others.map(write).join('');
  const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
  return {
    '[Content_Types].xml': xml(
      `<Types xmlns="${CONTENT_TYPES}">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET_TYPE}.sheet.main+xml"/>` +
        each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SPREADSHEET_TYPE}.worksheet+xml"/>`) +
        eachOther((name) => `<Override PartName="/xl/${name}.xml" ContentType="${SPREADSHEET_TYPE}.${name}+xml"/>`) +
        '</Types>',
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${RELATIONSHIPS}">` +
        `<Relationship Id="rId1" Type="${OFFICE_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>` +
        '</Relationships>',
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_DOCUMENT}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>` +
        each((n) => `<sheet name="${n}" sheetId="${n}" r:id="rId${n}"/>`) +
        '</sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${RELATIONSHIPS}">` +
        each((n) => `<Relationship Id="rId${n}" Type="${OFFICE_DOCUMENT}/worksheet" Target="worksheets/sheet${n}.xml"/>`) +
        eachOther((name) => `<Relationship Id="${name}" Type="${OFFICE_DOCUMENT}/${name}" Target="${name}.xml"/>`) +
        '</Relationships>',
    ),
  };
}
