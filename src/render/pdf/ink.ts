/** What is drawn, from the upper left corner of a box: separate because boxes are put together before anybody knows their page. */
import type { PageItem, PrintedLine } from './printed-page.js';
import type { Note } from './runs.js';
import type { SetLine, SetText } from './set-text.js';

/** A box with its height, its drawing and the notes whose marks stand in it. */
export interface Inked {
  readonly heightPt: number;
  readonly items: readonly PageItem[];
  readonly notes: readonly Note[];
}

export function inkedLine({ printed, heightPt, notes }: SetLine, leftPt = 0): Inked {
  return { heightPt, items: [{ type: 'line', item: at(printed, leftPt, 0) }], notes };
}

export function inkedText({ lines }: SetText, leftPt = 0): Inked {
  return stacked(lines.map((line) => inkedLine(line, leftPt)));
}

export function stacked(boxes: readonly Inked[]): Inked {
  let heightPt = 0;
  const items: PageItem[] = [];
  for (const box of boxes) {
    for (const item of box.items) items.push(moved(item, 0, heightPt));
    heightPt += box.heightPt;
  }
  return { heightPt, items, notes: boxes.flatMap(({ notes }) => notes) };
}

/** Side by side, upper edges on one level. */
export function beside(...columns: readonly { readonly leftPt: number; readonly box: Inked }[]): Inked {
  return {
    heightPt: Math.max(...columns.map(({ box }) => box.heightPt)),
    items: columns.flatMap(({ leftPt, box }) => box.items.map((item) => moved(item, leftPt, 0))),
    notes: columns.flatMap(({ box }) => box.notes),
  };
}

export function lowered(box: Inked, byPt: number): Inked {
  return { ...box, heightPt: box.heightPt + byPt, items: box.items.map((item) => moved(item, 0, byPt)) };
}

export function moved(one: PageItem, dx: number, dy: number): PageItem {
  switch (one.type) {
    case 'line':
      return { type: 'line', item: at(one.item, dx, dy) };
    case 'vector': {
      const { x1, y1, x2, y2 } = one.item;
      return { type: 'vector', item: { ...one.item, x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy } };
    }
    case 'svg':
      return { type: 'svg', item: { ...one.item, x: one.item.x + dx, y: one.item.y + dy } };
  }
}

function at(line: PrintedLine, dx: number, dy: number): PrintedLine {
  if (dx === 0 && dy === 0) return line;
  const { widthPt, heightPt, ascentPt, inlines } = line;
  // Every line is moved several times; a spread of all its parts takes ten times as long.
  return line.inMargin || line.numberOf ? { ...line, x: line.x + dx, y: line.y + dy } : { x: line.x + dx, y: line.y + dy, widthPt, heightPt, ascentPt, inlines };
}
