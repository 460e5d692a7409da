/** How a figure of a sentence is printed, by its declared form and the agency's house style. */
import { isWhole, type Exact } from '../statistics/exact.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import type { AgencyStyle } from './agency.js';
import type { FigureFormat } from './manifest.js';

export const PERCENT_DECIMALS = 2;

export function figureText(value: Exact, format: FigureFormat, style: AgencyStyle): string {
  switch (format) {
    case 'count':
      return isWhole(value) ? formatFigure(value, 0) : formatExact(value);
    case 'decimal':
      return formatFigure(value, PERCENT_DECIMALS);
    case 'percent':
      // A whole percentage is written without decimals in a sentence: 100%, 0%.
      return formatFigure(value, isWhole(value) ? 0 : PERCENT_DECIMALS) + (style.percentSpace ? '\u00A0%' : '%');
  }
}
