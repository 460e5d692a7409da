/** One function for each kind of block; a kind without one does not compile. */
import { inlineText } from '../../document/walk.js';
import type { Block, Inline } from '../../document/tree.js';
import { mmToPt } from '../style.js';
import { chartPieces } from './chart.js';
import { BOLD, BOLD_ITALIC, ITALIC, REGULAR, type Face } from './fonts.js';
import { paragraphPieces, type Piece } from './piece.js';
import { toRuns } from './runs.js';
import type { Setting } from './setting.js';
import { setRuns, setText, type Look } from './set-text.js';
import { NOTE_GAP_PT, noteLook, tablePieces } from './table.js';

type BlockSetter = { readonly [K in Block['type']]: (setting: Setting, block: Extract<Block, { type: K }>, next: Block | undefined) => Piece[] };

const setBlock: BlockSetter = {
  heading: (setting, block) => {
    const text = setText(setting, block.inlines, { ...bodyLook(setting), face: HEADING_FACES[block.level - 1] ?? ITALIC }, block.source);
    const [first, ...others] = paragraphPieces(text, { gapPt: setting.style.paragraphGapPt, keepWithNext: true });
    return [{ ...first!, heading: block }, ...others];
  },
  paragraph: (setting, block, next) =>
    paragraphPieces(setText(setting, block.inlines, paragraphLook(setting, block.role), block.source), {
      gapPt: block.role === 'note' ? NOTE_GAP_PT : setting.style.paragraphGapPt,
      keepWithNext: introduces(block.inlines, next),
    }),
  // Items run on at the margin like paragraphs, as administrative texts set them; levels differ by their marks.
  list: (setting, { items, source }) =>
    items.flatMap((item) =>
      paragraphPieces(setRuns(setting, toRuns(withMark(item.mark, item.inlines), REGULAR), bodyLook(setting), item.source ?? source), {
        gapPt: setting.style.paragraphGapPt,
        keepWithNext: false,
      }),
    ),
  table: (setting, block) => tablePieces(setting, block),
  chart: (setting, block) => chartPieces(setting, block),
  // The block behind it begins the page.
  pageBreak: () => [],
};

/** Levels 1 and 2 are bold (Phụ lục I, table of mục V, 6b); deeper ones are not in the decree and step down from them. */
const HEADING_FACES: readonly Face[] = [BOLD, BOLD, BOLD, BOLD_ITALIC];

export function setBlocks(setting: Setting, blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block, index) => {
    const pieces = (setBlock[block.type] as (setting: Setting, block: Block, next: Block | undefined) => Piece[])(setting, block, blocks[index + 1]);
    return blocks[index - 1]?.type === 'pageBreak' ? beginningPage(pieces) : pieces;
  });
}

export function beginningPage([first, ...others]: readonly Piece[]): Piece[] {
  return first ? [{ ...first, breakBefore: true }, ...others] : [];
}

export function bodyLook({ style, box }: Setting): Look {
  return {
    sizePt: style.sizes.bodyPt,
    face: REGULAR,
    alignment: 'justify',
    widthPt: box.textWidthPt,
    indentPt: mmToPt(style.firstLineIndentMm),
    spacing: style.lineSpacing,
  };
}

function paragraphLook(setting: Setting, role: 'body' | 'centred' | 'note'): Look {
  const look = bodyLook(setting);
  switch (role) {
    case 'body':
      return look;
    case 'centred':
      return { ...look, alignment: 'center', indentPt: 0 };
    case 'note':
      return noteLook(setting);
  }
}

/** «… như sau:» and what it announces, and a sentence before a table or a chart. */
function introduces(inlines: readonly Inline[], next: Block | undefined): boolean {
  if (!next || next.type === 'pageBreak') return false;
  return next.type === 'table' || next.type === 'chart' || inlineText(inlines).trimEnd().endsWith(':');
}

/** A non-breaking blank after the mark: justification must not push the text away from its dash. */
function withMark(mark: string, inlines: readonly Inline[]): Inline[] {
  return [{ type: 'text', text: `${mark.trim()}\u00A0` }, ...inlines];
}
