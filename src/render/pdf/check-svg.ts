/**
 * What a picture may hold: svg-to-pdfkit opens the images of an SVG past every access policy (pdfmake 0.3.11), so nothing that
 * can point out of the picture gets as far as the printer. No longer needed when pdfmake asks its policies for them.
 */

const REACHING: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /<\s*(?:[\w.-]+:)?(?:image|use|foreignObject|script|a)\b/i, what: 'an element that refers to others' },
  { pattern: /\bhref\b/i, what: 'a reference' },
  { pattern: /\burl\s*\((?!\s*["']?#[\w.-]+["']?\s*\))/i, what: 'an address' },
  { pattern: /<![^-]|@import/i, what: 'a declaration' },
  // An escape would spell the words above in another way.
  { pattern: /<[^>]*&#/, what: 'an escaped character in an element' },
];

/** Throws: the pictures are drawn by our own code. */
export function refuseReachingSvg(svg: string): void {
  const fault = REACHING.find(({ pattern }) => pattern.test(svg));
  if (fault) throw new Error(`SVG denied: it holds ${fault.what}`);
}
