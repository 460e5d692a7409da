/** Foreign .xlsx bytes → a new small package with nothing in it but sheets, strings and styles; exceljs has open advisories and reads only this. */
import { posix } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Outcome } from '../finding/finding.js';
import { cleanWorksheet } from './clean-worksheet.js';
import { openPackage, type PackageParts } from './open-package.js';
import { packageFrame } from './package-frame.js';
import type { HiddenParts, Merge } from './raw-sheet.js';
import { sniffWorkbook } from './sniff-file.js';
import { attributesOf, isWellNested, xmlTags } from './xml-tags.js';

/** What is read within the seconds a file has; a register of twenty thousand cases still fits. */
const MOST_CELLS = 400_000;

/** Merged ranges travel beside the bytes: exceljs would expand them, and fails where two overlap. */
export interface GuardedWorkbook {
  readonly bytes: Uint8Array;
  /** In the order of the workbook. In `bytes` the sheets are named by their number from 1. */
  readonly sheets: readonly { readonly name: string; readonly merges: readonly Merge[]; readonly hidden: HiddenParts }[];
}

/** Findings: file-unreadable with what the file looks like or what is wrong inside; macros-dropped. */
export async function guardWorkbook(file: string, bytes: Uint8Array): Promise<Outcome<GuardedWorkbook>> {
  const refuse = (reason: string, cure?: string): Outcome<never> =>
    refused([found('file-unreadable', { in: 'file', file }, { reason, ...(cure === undefined ? {} : { cure }) })]);

  const sniffed = sniffWorkbook(bytes);
  if (sniffed.kind === 'other') return refuse(sniffed.reason, sniffed.cure);
  const opened = await openPackage(bytes);
  if (!opened.ok) return refuse(opened.reason);
  const rebuilt = rebuild(opened.parts);
  if (!rebuilt.ok) return refuse(rebuilt.reason);
  const hasMacros = [...opened.parts.keys()].some((name) => /(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\//.test(name));
  return accepted(rebuilt.workbook, hasMacros ? [found('macros-dropped', { in: 'file', file }, {})] : []);
}

type Rebuilt = { readonly ok: true; readonly workbook: GuardedWorkbook } | { readonly ok: false; readonly reason: string };

function rebuild(parts: PackageParts): Rebuilt {
  const workbookXml = parts.get('xl/workbook.xml');
  if (workbookXml === undefined) return { ok: false, reason: describeOtherPackage(parts) };
  const relations = readRelations(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const { sheets: declared, date1904 } = readWorkbook(workbookXml);

  const partOf = (type: string): string | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : parts.get(target);
  };
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const broken = [['xl/workbook.xml', workbookXml], ['xl/sharedStrings.xml', strings], ['xl/styles.xml', styles]].find(([, xml]) => xml !== undefined && !isWellNested(xml));
  if (broken) return { ok: false, reason: `«${broken[0]}» bị hỏng hoặc bị cắt (XML sai)` };
  const sheets: { name: string; merges: readonly Merge[]; hidden: HiddenParts }[] = [];
  const files: Record<string, Uint8Array> = {};
  let cells = 0;
  for (const { name, relation, hidden } of declared) {
    const { type, target } = relations.find(({ id }) => id === relation) ?? {};
    // Chart and macro sheets hold no cells.
    if (type !== undefined && type !== 'worksheet') continue;
    const xml = target === undefined ? undefined : parts.get(target);
    if (xml === undefined) return { ok: false, reason: `thiếu nội dung của trang «${name}»` };
    const cleaned = cleanWorksheet(xml);
    if (!cleaned.ok) return { ok: false, reason: `trang «${name}»: ${cleaned.reason}` };
    cells += cleaned.cells;
    if (cells > MOST_CELLS) return { ok: false, reason: `có trên ${MOST_CELLS} ô có nội dung, quá lớn với bảng số liệu` };
    // exceljs would show the number of the string instead.
    if (strings === undefined && cleaned.xml.includes(' t="s">')) return { ok: false, reason: `thiếu các chuỗi ký tự của trang «${name}»` };
    sheets.push({ name, merges: cleaned.merges, hidden: { ...cleaned.hidden, sheet: hidden } });
    files[`xl/worksheets/sheet${sheets.length}.xml`] = strToU8(cleaned.xml);
  }
  if (sheets.length === 0) return { ok: false, reason: 'sổ tính không có trang tính nào' };

  if (strings !== undefined) files['xl/sharedStrings.xml'] = strToU8(strings);
  if (styles !== undefined) files['xl/styles.xml'] = strToU8(withoutLiteralCharacters(styles));
  const others = [...(strings === undefined ? [] : ['sharedStrings']), ...(styles === undefined ? [] : ['styles'])];
  Object.assign(files, packageFrame(sheets.length, others, date1904));
  return { ok: true, workbook: { bytes: zipSync(files, { level: 0 }), sheets } };
}

function describeOtherPackage(parts: PackageParts): string {
  if (parts.has('word/document.xml')) return 'đây là văn bản Word, không phải sổ tính Excel';
  if (parts.has('xl/workbook.bin')) return 'đây là sổ tính nhị phân (.xlsb)';
  if (parts.has('content.xml')) return 'đây là bảng tính OpenDocument (.ods)';
  return 'tệp nén không chứa sổ tính Excel (thiếu xl/workbook.xml)';
}

function readWorkbook(xml: string): { sheets: readonly { name: string; relation: string; hidden: boolean }[]; date1904: boolean } {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let date1904 = false;
  for (const tag of xmlTags(xml)) {
    if (tag.kind === 'close') continue;
    const attributes = tag.name === 'sheet' || tag.name === 'workbookPr' ? attributesOf(xml, tag) : undefined;
    if (tag.name === 'sheet') {
      const hidden = /hidden/i.test(attributes!.get('state') ?? '');
      sheets.push({ name: attributes!.get('name') ?? '', relation: attributes!.get('id') ?? '', hidden });
    }
    if (tag.name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes!.get('date1904') ?? '');
  }
  return { sheets, date1904 };
}

/** Relations of the workbook inside the package: type by its last word, target as the path of a part in lower case. */
function readRelations(xml: string): readonly { id: string; type: string; target: string }[] {
  return [...xmlTags(xml)]
    .filter(({ name, kind }) => name === 'Relationship' && kind !== 'close')
    .map((tag) => attributesOf(xml, tag))
    .filter((attributes) => attributes.get('TargetMode') !== 'External')
    .map((attributes) => ({
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').split('/').at(-1)!,
      target: posix.resolve('/xl', attributes.get('Target') ?? '').slice(1).toLowerCase(),
    }));
}

/**
 * Number formats without escaped characters («\h», «_)», «* »): exceljs takes any letter of ymdhs outside quotes for a date,
 * and «\%» for a percentage. Still so in exceljs 4.4.0 (`isDateFmt`).
 */
function withoutLiteralCharacters(styles: string): string {
  return styles.replace(/formatCode="[^"]*"/g, (attribute) => attribute.replace(/[\\_*][^&"]/g, ''));
}
