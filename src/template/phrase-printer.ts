/** The printer of phrases for one format and the house style: values as declared, changes of percentages in the agency's unit of difference. */
import { formatFigure } from '../statistics/format-figure.js';
import type { RenderState } from './call.js';
import { comparedDecimals, figureText, percentSign } from './figure-text.js';
import type { PhrasePrinter } from './list-phrases.js';
import type { FigureFormat } from './manifest.js';

/** `unit`: behind the size of a change that is no percentage: «bậc», «điểm». */
export function phrasePrinter({ trace, data }: Pick<RenderState, 'trace' | 'data'>, format: FigureFormat, unit = ''): PhrasePrinter {
  const { style } = data.agency;
  const decimals = comparedDecimals(format);
  return {
    decimals,
    value: (quantity) => [trace.print(figureText(quantity.value, format, style), quantity), ...behind(unit)],
    change: (quantity) => {
      if (format !== 'percent') return [trace.print(format === 'count' ? formatFigure(quantity.value, 0) : figureText(quantity.value, format, style), quantity), ...behind(unit)];
      return [trace.print(formatFigure(quantity.value, decimals), quantity), { type: 'text', text: style.differenceUnit === '%' ? percentSign(style) : '\u00A0điểm phần trăm' }];
    },
    plain: (text, quantity) => trace.print(text, quantity),
  };
}

function behind(unit: string): readonly { readonly type: 'text'; readonly text: string }[] {
  return unit === '' ? [] : [{ type: 'text', text: `\u00A0${unit}` }];
}
