/** How many provinces and cities the country has: the base of every national ranking. */

/** Name of that number in the rules of forms. */
export const PROVINCES = 'so_tinh';

/** 63 until Nghị quyết 202/2025/QH15 of 12/6/2025 made 34 of them. `date`: ISO. */
export function provincesOn(date: string): number {
  return date < '2025-06-12' ? 63 : 34;
}
