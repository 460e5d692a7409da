/** Runs → words that must stay in one piece, each with the blanks after it: a number like 1216/QĐ-UBND has no place to break. */
import { faceName } from './fonts.js';
import { LINE_BREAK, type Run } from './runs.js';

export interface Token {
  /** More than one where the face changes inside the word or a note's mark hangs on it; empty for an empty line. */
  readonly parts: readonly Run[];
  /** A line break of the tree follows. */
  readonly endsLine: boolean;
}

export function toTokens(runs: readonly Run[]): Token[] {
  const tokens: Token[] = [];
  let open: Run[] = [];
  const close = (endsLine: boolean): void => {
    if (open.length > 0 || endsLine) tokens.push({ parts: joinFaces(endsLine ? trimEnd(open) : open), endsLine });
    open = [];
  };
  for (const run of runs) {
    if (run.text === LINE_BREAK) {
      close(true);
      continue;
    }
    for (const text of run.text.match(/[^ ]+ *| +/g) ?? []) {
      if (!text.startsWith(' ') && open.at(-1)?.text.endsWith(' ')) close(false);
      open.push({ ...run, text });
    }
  }
  close(false);
  return tokens;
}

export function tokenText(token: Token): string {
  return token.parts.map((part) => part.text).join('');
}

/** «7.718» in bold and a comma after it in regular look torn apart: marks take the face of their word. */
function joinFaces(parts: readonly Run[]): Run[] {
  if (parts.length < 2) return [...parts];
  const joined: Run[] = [];
  for (const [index, part] of parts.entries()) {
    const last = joined.at(-1);
    const face = hasLetter(part) ? part.face : (last ?? parts.slice(index + 1).find(hasLetter) ?? part).face;
    if (last && !last.raised && !part.raised && faceName(last.face) === faceName(face)) joined[joined.length - 1] = { text: last.text + part.text, face };
    else joined.push({ ...part, face });
  }
  return joined;
}

function hasLetter({ text }: Run): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function trimEnd(parts: readonly Run[]): Run[] {
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { ...last, text: last.text.replace(/ +$/, '') }].filter((part) => part.text !== '') : [];
}
