/**
 * How charts look, one for the PDF's drawing and the DOCX's native chart: colours that stay apart in black-and-white print,
 * line widths, sizes. Separate from the layout, which needs the data.
 */

export interface Fill {
  /** #RRGGBB */
  readonly fill: string;
  /** Where series stand side by side: it keeps the light ones from fading into the paper and into each other. */
  readonly outline?: string;
}

const DARK = '#1F3864';
const LIGHT = '#C0CADA';

/** Dark and light by turns, so that neighbours never print as the same grey. */
const SERIES: readonly Fill[] = [
  { fill: DARK, outline: DARK },
  { fill: LIGHT, outline: DARK },
  { fill: '#6F87AD', outline: DARK },
  { fill: '#FFFFFF', outline: DARK },
];
/** The bars of a single series of which none stands out. */
const ALONE: Fill = { fill: '#6F87AD' };
const STANDS_OUT: Fill = { fill: DARK };
const STANDS_BACK: Fill = { fill: LIGHT };

export const TEXT_COLOUR = '#000000';
export const PAPER_COLOUR = '#FFFFFF';
export const AXIS_COLOUR = '#404040';
export const GRID_COLOUR = '#D9D9D9';
export const LINE_PT = 0.5;

/** The family's name in the SVG: the PDF writer must know its faces by it. */
export const FONT_FAMILY = 'Tinos';

/** The space between two categories, as a share of one bar (of all bars of a category where it has several). */
export const GAP = 0.5;

/** Between a bar's end and its label. */
export const LABEL_GAP_PT = 3;

export const AXIS_SIZE_PT = 9;
export const LEGEND_SIZE_PT = 10;

/** Height of a line of text of size 1. */
export const LINE_HEIGHT = 1.15;

/** Only a chart of one series shows its category by colour; with more, colours tell the series apart. */
export function fillOf(seriesCount: number, series: number, category: number, highlight: number | undefined): Fill {
  if (seriesCount > 1) return SERIES[series % SERIES.length]!;
  if (highlight === undefined) return ALONE;
  return category === highlight ? STANDS_OUT : STANDS_BACK;
}
