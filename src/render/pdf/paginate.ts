/**
 * What stands on each page: pieces from above, notes from below, in one pass from the first page to the last. A piece goes onto
 * the page if it fits together with the pieces it must not be parted from and with the beginning of each note whose mark it
 * holds; a note once begun gets all the room it needs before the page takes anything more. So the outcome of a page depends on
 * nothing behind it, and there is nothing to repeat until it settles.
 */
import { moved } from './ink.js';
import { beginning, footHeightPt, pageFoot } from './page-notes.js';
import type { Piece } from './piece.js';
import type { PageItem } from './printed-page.js';
import type { Note } from './runs.js';
import type { NoteLines } from './set-text.js';
import type { Setting } from './setting.js';
import { continued } from './table-bands.js';
import { drawBands } from './table-drawing.js';
import type { TableFlow } from './table-flow.js';

export interface PlacedPiece {
  readonly piece: Piece;
  readonly topPt: number;
}

/** From the upper left corner between the margins. */
export interface FilledPage {
  readonly placed: readonly PlacedPiece[];
  readonly items: readonly PageItem[];
}

/** A chain longer than this part of a page is let go: a page half empty is worse, but not worse than a signature alone. */
const LONGEST_CHAIN = 0.5;
const LONGEST_TO_SIGNATURE = 0.95;
/** Notes that go on from the page before leave the rest of the page to the text. */
const MOST_CARRIED = 0.7;
/** The lower line of a table, and rounding. */
const SLACK_PT = 0.5;

/** `firstFootPt` at the foot of page 1 is left free. */
export function paginate(whole: Setting, pieces: readonly Piece[], firstFootPt = 0): FilledPage[] {
  const pages: FilledPage[] = [];
  let rest = pieces;
  let carried: readonly NoteLines[] = [];
  while (rest.length > 0 || carried.length > 0 || pages.length === 0) {
    const setting = pages.length === 0 ? shortened(whole, firstFootPt) : whole;
    const flow = atTop(rest);
    const placed = fill(setting, flow, carried);
    const { items, late } = draw(placed);
    const end = placed.at(-1);
    const usedPt = end ? end.topPt + end.piece.heightPt : 0;
    const own = inOrder(placed.flatMap(({ piece }) => piece.notes).filter((note) => !late.includes(note)));
    const roomPt = setting.box.textHeightPt;
    const foot = pageFoot([...carried, ...own.map(setting.noteLines)], roomPt - usedPt);
    pages.push({ placed, items: [...items, ...foot.box.items.map((item) => moved(item, 0, roomPt - foot.box.heightPt))] });
    rest = flow.slice(placed.length);
    carried = foot.rest;
  }
  return pages;
}

function shortened(setting: Setting, byPt: number): Setting {
  const { box } = setting;
  return byPt === 0 ? setting : { ...setting, box: { ...box, textHeightPt: box.textHeightPt - byPt } };
}

/** Two cells of a row parted by lines can come to their marks in another order than they are read. */
function inOrder(notes: readonly Note[]): Note[] {
  return [...notes].sort((one, other) => one.number - other.number);
}

/** The page begins inside of a table: its header comes again. */
function atTop(rest: readonly Piece[]): readonly Piece[] {
  const flow = rest[0]?.band?.flow;
  if (!flow || !isInside(rest[0]!)) return rest;
  const end = rest.findIndex(({ band }) => band?.flow !== flow);
  return end < 0 ? continued(flow, rest) : [...continued(flow, rest.slice(0, end)), ...rest.slice(end)];
}

/** A table without a repeated header may begin at the top of a page. */
function isInside({ band }: Piece): boolean {
  const { flow, band: { row, begins } } = band!;
  return flow.header !== undefined || row > 0 || !begins;
}

function fill(setting: Setting, flow: readonly Piece[], carried: readonly NoteLines[]): PlacedPiece[] {
  const roomPt = setting.box.textHeightPt - SLACK_PT;
  const carriedPt = footHeightPt(carried);
  // Notes too long for this page, too, leave no room for the beginning of another.
  const isFull = carriedPt > roomPt * MOST_CARRIED;
  const placed: PlacedPiece[] = [];
  let usedPt = 0;
  const notes: Note[] = [];
  const fits = (end: number): boolean => {
    let bodyPt = usedPt;
    const own: Note[] = [];
    for (let index = placed.length; index <= end; index++) {
      bodyPt += heightOnPage(flow[index]!, index);
      own.push(...flow[index]!.notes);
    }
    if (isFull) return own.length === 0 && bodyPt + roomPt * MOST_CARRIED <= roomPt;
    const all = inOrder([...notes, ...own]);
    const last = all.at(-1);
    const lines = all.map(setting.noteLines);
    const needed = last && own.includes(last) ? [...lines.slice(0, -1), beginning(lines.at(-1)!)] : lines;
    return bodyPt + footHeightPt([...carried, ...needed]) <= roomPt;
  };
  const take = (end: number): void => {
    while (placed.length <= end) {
      const piece = flow[placed.length]!;
      const topPt = usedPt + heightOnPage(piece, placed.length) - piece.heightPt;
      placed.push({ piece, topPt });
      usedPt = topPt + piece.heightPt;
      notes.push(...piece.notes);
    }
  };
  while (placed.length < flow.length) {
    const at = placed.length;
    if (at > 0 && flow[at]!.breakBefore) break;
    const end = chainEnd(flow, at, setting.box.textHeightPt);
    if (fits(end)) take(end);
    else if (placed.some(({ piece }) => !piece.repeated)) break;
    else {
      // At the top of a page as much of the chain as fits; what fits on no page is set nevertheless, and check-printed looks.
      let shorter = end;
      while (shorter > at && !fits(shorter)) shorter--;
      if (fits(shorter) || !carried.length) take(shorter);
      else break;
    }
  }
  // A page for notes alone repeats no header.
  return placed.every(({ piece }) => piece.repeated) ? [] : placed;
}

function heightOnPage({ gapPt, heightPt }: Piece, index: number): number {
  return (index === 0 ? 0 : gapPt) + heightPt;
}

/** The last of the pieces from `index` on that are kept together as far as the page allows. */
function chainEnd(pieces: readonly Piece[], index: number, pagePt: number): number {
  let chain = index;
  let heightPt = pieces[index]!.heightPt;
  for (let end = index + 1; pieces[end - 1]?.keepWithNext && end < pieces.length && !pieces[end]!.breakBefore; end++) {
    heightPt += pieces[end]!.gapPt + pieces[end]!.heightPt;
    if (heightPt <= pagePt * (pieces[end]!.neverFirst ? LONGEST_TO_SIGNATURE : LONGEST_CHAIN)) chain = end;
  }
  return chain;
}

/** Bands that stand together are drawn by their table. */
function draw(placed: readonly PlacedPiece[]): { items: PageItem[]; late: Note[] } {
  const items: PageItem[] = [];
  const late: Note[] = [];
  for (let index = 0; index < placed.length; index++) {
    const { piece, topPt } = placed[index]!;
    if (!piece.band) {
      items.push(...piece.items.map((item) => moved(item, 0, topPt)));
      continue;
    }
    const { flow } = piece.band;
    const end = bandsEnd(placed, index, flow);
    const drawn = drawBands(flow, placed.slice(index, end).map(({ piece: { band, heightPt }, topPt }) => ({ band: band!.band, topPt, heightPt })));
    items.push(...drawn.items);
    late.push(...drawn.late);
    index = end - 1;
  }
  return { items, late };
}

function bandsEnd(placed: readonly PlacedPiece[], from: number, flow: TableFlow): number {
  const end = placed.findIndex(({ piece }, index) => index > from && piece.band?.flow !== flow);
  return end < 0 ? placed.length : end;
}
