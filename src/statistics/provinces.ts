/** How many provinces and cities the country has: the base of every national ranking. */

import type { Quantity } from './dataset.js';
import { exact } from './exact.js';

/** Name of that number in the rules of forms. */
export const PROVINCES = 'so_tinh';

/** 63 until Nghị quyết 202/2025/QH15 of 12/6/2025 made 34 of them. `date`: ISO. */
export function provincesOn(date: string): number {
  return date < '2025-06-12' ? 63 : 34;
}

/** That number as a figure: no cell says it, the law does. */
export function provinceCount(provinces: number): Quantity {
  return { value: exact(provinces), origin: { kind: 'derivation', rule: PROVINCES, inputs: [] } };
}
