/** What the prose checks are given and hand back: apart from the entry, so that the rules can name it. */
import type { Place } from '../../finding/place.js';
import type { Quantity } from '../../statistics/dataset.js';

/** One paragraph or list item of a written `.md`, its Markdown marks removed. */
export interface ProseText {
  readonly text: string;
  readonly place: Place;
}

/** A figure of the tables a sentence may speak of. */
export interface KnownFigure {
  readonly quantity: Quantity;
  /** «Sở Công Thương, Số hồ sơ đã giải quyết: Tổng số». */
  readonly name: string;
  readonly decimals: number;
  readonly percent: boolean;
}

export interface ProseSubject {
  readonly texts: readonly ProseText[];
  readonly figures: readonly KnownFigure[];
  /** ISO dates of the period. */
  readonly from: string;
  readonly to: string;
}
