/** A chart: its picture, which is drawn elsewhere, with caption and notes below, all on one page. */
import type { ChartBlock } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import { found } from '../../finding/catalog.js';
import { mmToPt } from '../style.js';
import { ITALIC, REGULAR } from './fonts.js';
import { inkedText, stacked, type Inked } from './ink.js';
import { expectPrinted } from './ledger.js';
import { paragraphPieces, piece, type Piece } from './piece.js';
import type { Setting } from './setting.js';
import { setText, type SetText } from './set-text.js';
import { captionLook, NOTE_GAP_PT, noteLook } from './table.js';

const CAPTION_GAP_PT = 4;
/** Captions and notes longer than this part of a page flow like text. */
const LONGEST_TEXT = 0.5;

export function chartPieces(setting: Setting, chart: ChartBlock): Piece[] {
  const caption = setText(setting, chart.caption, { ...captionLook(setting), face: ITALIC }, chart.source);
  const notes = chart.notes.map((note) => setText(setting, note, noteLook(setting), chart.source));
  const gapPt = setting.style.paragraphGapPt;
  const texts = stacked([gap(CAPTION_GAP_PT), inkedText(caption), ...notes.flatMap((note) => [gap(NOTE_GAP_PT), inkedText(note)])]);
  if (texts.heightPt > setting.box.textHeightPt * LONGEST_TEXT) return [piece(picture(setting, chart, 0), gapPt, true), ...flowing(caption, notes)];
  return [piece(stacked([picture(setting, chart, texts.heightPt), texts]), gapPt)];
}

function flowing(caption: SetText, notes: readonly SetText[]): Piece[] {
  return [
    ...paragraphPieces(caption, { gapPt: CAPTION_GAP_PT, keepWithNext: notes.length > 0 }),
    ...notes.flatMap((note) => paragraphPieces(note, { gapPt: NOTE_GAP_PT, keepWithNext: false })),
  ];
}

function picture(setting: Setting, chart: ChartBlock, belowPt: number): Inked {
  const svg = setting.svgOf(chart);
  if (svg === undefined) {
    setting.findings.push(found('not-expressible', { in: 'file', file: chart.id }, { what: `biểu đồ «${chart.id}»`, format: 'PDF' }));
    return gap(0);
  }
  expectLetters(setting, chart);
  const heightPt = Math.min(mmToPt(chart.heightMm), setting.box.textHeightPt - belowPt - 1);
  return { heightPt, items: [{ type: 'svg', item: { svg, x: 0, y: 0, widthPt: setting.box.textWidthPt, heightPt } }], notes: [] };
}

/** The picture is painted by a library that leaves out letters without a glyph. */
function expectLetters({ pictured }: Setting, { categories, series, caption, source }: ChartBlock): void {
  const passage = { text: inlineText(caption), ...(source ? { source } : {}) };
  const labels = series.flatMap(({ name, points }) => [name, ...points.flatMap((point) => point?.figure.text ?? [])]);
  for (const text of [...categories, ...labels]) expectPrinted(pictured, text, REGULAR, passage);
}

function gap(heightPt: number): Inked {
  return { heightPt, items: [], notes: [] };
}
