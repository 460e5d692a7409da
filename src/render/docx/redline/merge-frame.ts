/** What stands around the blocks: letterhead, title, addressees and contents before them, recipients and signature behind, heads of appendices. */
import type { RevisedAppendixParts, RevisedDocument, RevisedInlines, RevisedLine } from '../../../document/revision.js';
import type { Inline } from '../../../document/tree.js';
import { KINH_GUI } from '../../labels.js';
import type { BodyLayout, SectionLayout } from './body-layout.js';
import { mergeLines, styleOf, type LinesOfStyles } from './merge-lines.js';
import { markRow } from './mark.js';
import type { Placed, Revising } from './revising.js';
import { settled, withLastingEnd } from './settle.js';
import { childElements, type Element } from './word-elements.js';

export function mergeHead(issued: BodyLayout, draft: BodyLayout, revised: RevisedDocument, counts: AddresseeCounts, revising: Revising): readonly Placed[] {
  const { letterhead, number, placeAndDate, title, illustrativeNotice } = revised;
  const inTable: LinesOfStyles = {
    CoQuanChuQuan: letterhead.parent,
    CoQuanBanHanh: letterhead.issuer,
    SoKyHieu: [whole(number)],
    DiaDanhNgay: [whole(placeAndDate)],
    TrichYeuCongVan: [whole(title.subject)],
  };
  const lines: LinesOfStyles = {
    TenLoai: title.typeName,
    TrichYeu: [whole(title.subject)],
    SoLieuMinhHoa: illustrativeNotice,
    KinhGui: addresseeLines(revised.addressees, counts),
  };
  const contents = { issued: contentsKeys(issued), draft: contentsKeys(draft) };
  const letterheads = [issued.main.head[0], draft.main.head[0]];
  return mergeLines(issued.main.head, draft.main.head, lines, revising, (one, side) => contents[side].get(one) ?? tableKey(one, letterheads), (was, is) => (letterheads.includes(is) ? mergeCells(was, is, inTable, revising) : is));
}

export function mergeClosing(issued: SectionLayout, draft: SectionLayout, { recipients, signature }: RevisedDocument, revising: Revising): readonly Placed[] {
  const lines: LinesOfStyles = { NoiNhanDong: recipients, QuyenHan: signature.authority, HoTen: [whole(signature.name)] };
  return mergeLines(issued.end, draft.end, {}, revising, (one) => (one.nodeName === 'w:tbl' ? 'closing' : undefined), (was, is) => mergeCells(was, is, lines, revising));
}

export function mergeAppendixHead(issued: SectionLayout, draft: SectionLayout, { label, title, subtitle, attachedTo }: RevisedAppendixParts, revising: Revising): readonly Placed[] {
  return mergeLines(issued.head, draft.head, { PhuLuc: [whole(label)], TenPhuLuc: [whole(title)], KyPhuLuc: subtitle, KemTheo: [whole(attachedTo)] }, revising);
}

function whole(inside: RevisedInlines): RevisedLine {
  return { change: 'kept', issued: [], draft: [], inside };
}

export interface AddresseeCounts {
  readonly issued: number;
  readonly draft: number;
}

/** «Kính gửi:» stands before a single addressee and on a line of its own over several. */
function addresseeLines(addressees: readonly RevisedLine[], { issued, draft }: AddresseeCounts): readonly RevisedLine[] {
  const text = (of: string): readonly Inline[] => [{ type: 'text', text: of }];
  const kept = (of: string) => ({ change: 'kept', issued: text(of), draft: text(of) }) as const;
  if (issued === 1 && draft === 1) return addressees.map((line) => (line.change === 'kept' ? { ...line, inside: [kept(`${KINH_GUI} `), ...line.inside] } : line));
  if (issued > 1 && draft > 1) return [whole([kept(KINH_GUI)]), ...addressees];
  return [...(issued > 1 ? [{ change: 'deleted', issued: text(KINH_GUI) } as const] : []), ...(draft > 1 ? [{ change: 'inserted', draft: text(KINH_GUI) } as const] : []), ...addressees];
}

/** A field over several paragraphs: it is kept whole, or replaced whole. */
function contentsKeys({ main, contents }: BodyLayout): ReadonlyMap<Element, string> {
  const first = main.head.findIndex((one) => styleOf(one) === 'MucLucTieuDe');
  if (first < 0) return new Map();
  const end = main.head.findIndex((one, at) => at > first && styleOf(one) === 'KhoangCach');
  return new Map(main.head.slice(first, end + 1).map((one, at) => [one, `${contents}#${at}`]));
}

/** Boxes of urgency are equal or other boxes; the letterheads answer each other whatever they say. */
function tableKey(one: Element, letterheads: readonly (Element | undefined)[]): string | undefined {
  if (one.nodeName !== 'w:tbl') return undefined;
  return letterheads.includes(one) ? 'letterhead' : `box ${one.textContent ?? ''}`;
}

/** Row by row and cell by cell: the frames have one form, but for the row of a công văn's «V/v …». */
function mergeCells(issued: Element, draft: Element, lines: LinesOfStyles, revising: Revising): Element {
  const [left, right] = [childElements(issued, 'w:tr'), childElements(draft, 'w:tr')];
  for (const [at, row] of right.entries()) {
    if (!left[at]) markRow(row, 'inserted', revising);
    else for (const [cell, is] of childElements(row, 'w:tc').entries()) mergeCell(childElements(left[at], 'w:tc')[cell]!, is, lines, revising);
  }
  for (const row of left.slice(right.length)) {
    markRow(row, 'deleted', revising);
    draft.appendChild(row);
  }
  return draft;
}

function mergeCell(issued: Element, draft: Element, lines: LinesOfStyles, revising: Revising): void {
  const placed = mergeLines(childElements(issued, 'w:p'), childElements(draft, 'w:p'), lines, revising);
  for (const old of childElements(draft, 'w:p')) draft.removeChild(old);
  for (const paragraph of settled(withLastingEnd(placed, revising), revising)) draft.appendChild(paragraph);
}
