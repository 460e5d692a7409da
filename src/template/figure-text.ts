/** How a figure of a sentence is printed, by its declared form and the agency's house style. */
import { isWhole, type Exact } from '../statistics/exact.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import type { AgencyStyle } from './agency.js';
import type { FigureFormat } from './manifest.js';

export const PERCENT_DECIMALS = 2;
/** Points of criteria are awarded to four decimals. */
const POINT_DECIMALS = 4;

/** `decimals` where a figure declares its own. */
export function figureText(value: Exact, format: FigureFormat, style: AgencyStyle, decimals?: number): string {
  switch (format) {
    case 'count':
      return decimals === undefined ? (isWhole(value) ? formatFigure(value, 0) : formatExact(value)) : formatFigure(value, decimals);
    case 'decimal':
      return formatFigure(value, decimals ?? PERCENT_DECIMALS);
    case 'points':
      return formatFigure(value, decimals ?? POINT_DECIMALS).replace(/(,\d*?)0+$/, '$1').replace(/,$/, '');
    case 'percent':
      // A whole percentage is written without decimals in a sentence: 100%, 0%.
      return formatFigure(value, decimals ?? (isWhole(value) ? 0 : PERCENT_DECIMALS)) + percentSign(style);
  }
}

export function percentSign(style: AgencyStyle): string {
  return style.percentSpace ? '\u00A0%' : '%';
}

/** Decimals two figures of a form are compared at. */
export function comparedDecimals(format: FigureFormat): number {
  return format === 'count' ? 0 : format === 'points' ? POINT_DECIMALS : PERCENT_DECIMALS;
}
