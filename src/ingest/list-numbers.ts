/** The printed numbers of a list («A», «II», «3.», «3.1.1.(4)», «a») → its levels. Apart from reading because a letter may be a Roman number too. */
import type { ListLevel } from '../statistics/form.js';

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Ordinal of a Roman number up to 399; undefined where the text is none. */
export function romanOrdinal(text: string): number | undefined {
  if (!/^(?=[CLXVI])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined;
  const digits = [...text].map((digit) => ROMAN_DIGITS[digit]!);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}

/** Ordinal of a printed number in one style; undefined where it is not written in that style. */
export function ordinalIn(style: ListLevel['numbered'], text: string): number | undefined {
  switch (style) {
    case 'letter':
      return /^[A-Z]$/.test(text) ? text.charCodeAt(0) - 64 : undefined;
    case 'lower':
      return /^[a-zđ]$/.test(text) ? 'abcdđeghiklmnopqrstuvxy'.indexOf(text) + 1 || undefined : undefined;
    case 'roman':
      return romanOrdinal(text);
    case 'arabic': {
      const digits = /^\(?(\d{1,3})[.)]{0,2}$/.exec(text)?.[1];
      return digits === undefined ? undefined : Number(digits);
    }
    case 'decimal':
    case 'none':
      return undefined;
  }
}

/** «3.1.1» and «3.1.1.(4)» say their own place. */
export function isFullNumber(text: string): boolean {
  return /^\d+(?:\.\d+)+(?:\.\(\d+\))?$/.test(text);
}

/** The number at the head of a text: «7. Khác» → 7 and «Khác». */
export function leadingNumber(text: string): { readonly number: string; readonly rest: string } | undefined {
  const match = /^(\d{1,3})[.)]\s*(\S.*)$/.exec(text);
  return match ? { number: match[1]!, rest: match[2]! } : undefined;
}
