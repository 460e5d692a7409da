/**
 * Skia's SVG → the SVG we hand on. @napi-rs/canvas 1.0.11 counts clip ids through the process, places each glyph by itself and
 * names weights by number; no longer needed when two drawings in one process are the same bytes and a text has one place.
 */

const FIRST_PLACE = /(<text\b[^>]*?) x="([^",]*),[^"]*" y="([^",]*),[^"]*"/g;
const WEIGHT = / font-weight="(\d+|bold)"/g;
const BACKGROUND = /<rect fill-opacity="0" width="\d+" height="\d+"\/>/;
/** Nothing in the drawing may point outside it or be pixels. */
const FOREIGN = /<(?:image|use|foreignObject|script|style)\b|\bhref\b/;

export function tidySvg(svg: string, id: string): string {
  const clips = new Map<string, string>();
  const tidy = svg
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(/ xmlns:xlink="[^"]*"/, '')
    .replace(BACKGROUND, '')
    .replace(/(\bid="|url\(#)(cl_[0-9a-f]+)\b/g, (_match, before: string, name: string) => before + clipName(clips, name, id))
    // The whole text stands where its first glyph does, so that it is copied out of the PDF as words.
    .replace(FIRST_PLACE, '$1 x="$2" y="$3"')
    // svg-to-pdfkit takes the bold face for the word «bold» only.
    .replace(WEIGHT, (_match, weight: string) => (weight === 'bold' || Number(weight) >= 600 ? ' font-weight="bold"' : ''));
  const foreign = FOREIGN.exec(tidy.replace(/>[^<]*</g, '><'));
  if (foreign) throw new Error(`the drawing of ${id} holds ${foreign[0]}`);
  return tidy;
}

function clipName(known: Map<string, string>, name: string, id: string): string {
  const clip = known.get(name) ?? `${id}-clip-${known.size + 1}`;
  known.set(name, clip);
  return clip;
}
