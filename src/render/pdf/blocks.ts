/** One function for each kind of block; a kind without one does not compile. */
import { inlineText } from '../../document/walk.js';
import type { Block, Inline } from '../../document/tree.js';
import { BOLD, BOLD_ITALIC, ITALIC, REGULAR, type Face } from './fonts.js';
import { freePiece, type Piece } from './flow.js';
import { mmToPt } from '../style.js';
import { paragraphPieces } from './paragraph.js';
import { toRuns } from './runs.js';
import type { Setting } from './setting.js';
import { NOTE_GAP_PT, noteLook, tablePieces } from './table.js';
import { setRuns, setText, type Look } from './text-node.js';

type BlockSetter = { readonly [K in Block['type']]: (setting: Setting, block: Extract<Block, { type: K }>, next: Block | undefined) => Piece[] };

const setBlock: BlockSetter = {
  heading: (setting, { inlines, level, source }) =>
    paragraphPieces(setting, setText(inlines, { ...bodyLook(setting), face: HEADING_FACES[level - 1] ?? ITALIC }, source), {
      gapPt: setting.style.paragraphGapPt,
      keepWithNext: true,
    }),
  paragraph: (setting, block, next) =>
    paragraphPieces(setting, setText(block.inlines, paragraphLook(setting, block.role), block.source), {
      gapPt: block.role === 'note' ? NOTE_GAP_PT : setting.style.paragraphGapPt,
      keepWithNext: introduces(block.inlines, next),
    }),
  // Items run on at the margin like paragraphs, as administrative texts set them; levels differ by their marks.
  list: (setting, { items, source }) =>
    items.flatMap((item) =>
      paragraphPieces(setting, setRuns(toRuns(withMark(item.mark, item.inlines), REGULAR), bodyLook(setting), item.source ?? source), {
        gapPt: setting.style.paragraphGapPt,
        keepWithNext: false,
      }),
    ),
  table: (setting, block) => tablePieces(setting, block),
  chart: () => [],
  pageBreak: () => [freePiece({ stack: [], pageBreak: 'before' }, 0)],
};

/** Levels 1 and 2 are bold (Phụ lục I, table of mục V, 6b); deeper ones are not in the decree and step down from them. */
const HEADING_FACES: readonly Face[] = [BOLD, BOLD, BOLD_ITALIC];

export function setBlocks(setting: Setting, blocks: readonly Block[]): Piece[] {
  // A break with nothing behind it would leave an empty page.
  const end = blocks.findLastIndex((block) => block.type !== 'pageBreak') + 1;
  return blocks.slice(0, end).flatMap((block, index) =>
    (setBlock[block.type] as (setting: Setting, block: Block, next: Block | undefined) => Piece[])(setting, block, blocks[index + 1]),
  );
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

/** «… như sau:» and what it announces, and a sentence before a table. */
function introduces(inlines: readonly Inline[], next: Block | undefined): boolean {
  if (!next || next.type === 'pageBreak') return false;
  return next.type === 'table' || inlineText(inlines).trimEnd().endsWith(':');
}

/** A non-breaking blank after the mark: justification must not push the text away from its dash. */
function withMark(mark: string, inlines: readonly Inline[]): Inline[] {
  return [{ type: 'text', text: `${mark.trim()}\u00A0` }, ...inlines];
}

