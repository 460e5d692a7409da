/** Mục lục: a line for each heading with its page, and one for each appendix, whose pages count on their own. The decree knows none; long reports have one. */
import type { Contents, Heading, Inline, OfficialDocument, SourceLine } from '../../document/tree.js';
import { centredLine, sidePt } from './centred.js';
import { BOLD, REGULAR, type Face } from './fonts.js';
import { beside, inkedText, moved, type Inked } from './ink.js';
import type { FilledPage } from './paginate.js';
import { paragraphPieces, piece, type Piece } from './piece.js';
import type { PageItem, PrintedLine } from './printed-page.js';
import type { ContentsPages } from '../writer.js';
import type { Setting } from './setting.js';
import { ASCENT_EM, lastWidthPt, printedOnly, setText, type Look } from './set-text.js';

const TITLE_GAP_PT = 18;
const ENTRY_GAP_PT = 4;
const LEVEL_INDENT_PT = 14;
/** Room for a page number of four digits. */
const NUMBER_PT = 32;
const LEADER_GAP_PT = 4;
const DOT_PT = 1;
const DOT_DISTANCE_PT = 4;

interface Entry {
  readonly inlines: readonly Inline[];
  readonly level: number;
  readonly heading?: Heading;
  readonly source?: SourceLine;
}

export function contentsPieces(setting: Setting, contents: Contents, document: OfficialDocument): Piece[] {
  const title = centredLine(setting, contents.title, setting.style.sizes.bodyPt, BOLD, setting.box.textWidthPt);
  return [
    ...paragraphPieces(title, { gapPt: TITLE_GAP_PT, keepWithNext: true, leftPt: sidePt(title) }),
    ...entries(contents, document).map((entry) => piece(inkedEntry(setting, entry), ENTRY_GAP_PT)),
  ];
}

/** The places held for page numbers → the numbers printed on the pages of the headings. */
export function withPageNumbers(setting: Setting, pages: readonly FilledPage[]): FilledPage[] {
  const numbers = headingPages(pages);
  const filled = (one: PageItem): PageItem => {
    if (one.type !== 'line' || !one.item.numberOf) return one;
    const { numberOf, x, y } = one.item;
    const line = printedOnly(setting, String(numbers.get(numberOf) ?? ''), { ...look(setting, faceOf(numberOf.level)), alignment: 'right', widthPt: NUMBER_PT });
    return moved({ type: 'line', item: line }, x, y);
  };
  return pages.map((page) => ({ ...page, items: page.items.map(filled) }));
}

/** Pages of the headings that the contents list, in order. */
export function contentsPages(contents: Contents, document: OfficialDocument, pages: readonly FilledPage[]): ContentsPages {
  const numbers = headingPages(pages);
  return entries(contents, document).flatMap(({ heading }) => (heading ? [numbers.get(heading)] : []));
}

function headingPages(pages: readonly FilledPage[]): ReadonlyMap<Heading, number> {
  const numbers = new Map<Heading, number>();
  for (const [index, { placed }] of pages.entries()) for (const { piece: { heading } } of placed) if (heading) numbers.set(heading, index + 1);
  return numbers;
}

function entries({ levels }: Contents, { body, appendices }: OfficialDocument): Entry[] {
  return [
    ...body.flatMap((block): Entry[] => (block.type === 'heading' && block.level <= levels ? [{ inlines: withoutNotes(block.inlines), level: block.level, heading: block, ...(block.source ? { source: block.source } : {}) }] : [])),
    ...appendices.map(({ label, title }): Entry => ({ inlines: [{ type: 'text', text: `${label}: ` }, ...withoutNotes(title)], level: 1 })),
  ];
}

function inkedEntry(setting: Setting, { inlines, level, heading, source }: Entry): Inked {
  const { textWidthPt } = setting.box;
  const leftPt = (level - 1) * LEVEL_INDENT_PT;
  const text = setText(setting, inlines, { ...look(setting, faceOf(level)), widthPt: textWidthPt - NUMBER_PT - leftPt }, source);
  const box = inkedText(text);
  if (!heading) return beside({ leftPt, box });
  const lastPt = text.heightPt - text.lines.at(-1)!.heightPt;
  const held: PrintedLine = { x: textWidthPt - NUMBER_PT, y: lastPt, widthPt: 0, heightPt: 0, ascentPt: 0, inlines: [], numberOf: heading };
  return beside({ leftPt, box }, { leftPt: 0, box: { heightPt: 0, notes: [], items: [...leader(setting, leftPt + lastWidthPt(text), lastPt), { type: 'line', item: held }] } });
}

/** Dots are drawn, so that nobody hears them read aloud. They end on a common grid at the right. */
function leader({ box, style }: Setting, fromPt: number, topPt: number): PageItem[] {
  const x2 = box.textWidthPt - NUMBER_PT + LEADER_GAP_PT;
  const dots = Math.floor((x2 - fromPt - LEADER_GAP_PT) / DOT_DISTANCE_PT);
  const y = topPt + style.sizes.bodyPt * ASCENT_EM;
  if (dots < 2) return [];
  return [{ type: 'vector', item: { type: 'line', x1: x2 - dots * DOT_DISTANCE_PT, y1: y, x2, y2: y, lineWidth: DOT_PT, lineCap: 'round', dash: { length: 0.01, space: DOT_DISTANCE_PT - 0.01 } } }];
}

function look({ style, box }: Setting, face: Face): Look {
  return { sizePt: style.sizes.bodyPt, face, alignment: 'left', widthPt: box.textWidthPt };
}

function faceOf(level: number): Face {
  return level === 1 ? BOLD : REGULAR;
}

/** A note stands at the page of its heading, not at that of the contents. */
function withoutNotes(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'note') return [];
    if (inline.type === 'break') return [{ type: 'text', text: ' ' }];
    return inline.type === 'strong' || inline.type === 'emphasis' ? [{ ...inline, children: withoutNotes(inline.children) }] : [inline];
  });
}
