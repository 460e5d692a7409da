/** The printed figures of one document: every number gets a key that leads back to its quantity. */
import type { FigureInline } from '../document/tree.js';
import type { Quantity } from '../statistics/dataset.js';

export interface PrintedFigure {
  readonly text: string;
  readonly quantity: Quantity;
}

export interface FigureTrace {
  /** The inline of a printed figure, its quantity remembered under a new key. */
  print(text: string, quantity: Quantity): FigureInline;
  readonly printed: ReadonlyMap<string, PrintedFigure>;
}

export function createTrace(): FigureTrace {
  const printed = new Map<string, PrintedFigure>();
  return {
    printed,
    print: (text, quantity) => {
      const trace = `f${printed.size + 1}`;
      printed.set(trace, { text, quantity });
      return { type: 'figure', text, trace };
    },
  };
}
