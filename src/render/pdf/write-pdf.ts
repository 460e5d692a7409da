/** The document tree → PDF bytes. The entry of the folder; pdfmake is used in this folder only. */
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import type { Place } from '../../finding/place.js';
import type { OfficialDocument } from '../../document/tree.js';
import type { PageStyle } from '../style.js';
import type { Writer } from '../writer.js';
import { checkGlyphs } from './check-glyphs.js';
import { checkPrinted } from './check-printed.js';
import { toDefinition } from './definition.js';
import type { Ledger, Passage } from './ledger.js';
import { print } from './print.js';

/** The first attempt keeps together what belongs together; the others set plainly what the one before has lost. */
const MOST_ATTEMPTS = 3;

/** pdfmake 0.3.11 breaks a word wider than its line letter by letter and measures the rest each time: a second for these, minutes for the 32.767 letters of a cell of Excel. */
const LONGEST_WORD = 1_000;

export const writePdf: Writer = async (document, style) => {
  const overlong = overlongWords(document);
  if (overlong.length > 0) {
    const findings = overlong.map((text) => found('content-lost', placeOf({ text }, document), { context: quoted({ text }) }));
    return { bytes: new Uint8Array(), findings };
  }
  const { bytes, ledger, lost } = await printed(document, style);
  return {
    bytes,
    findings: [
      ...checkGlyphs(ledger).map(({ character, passage }) => found('glyph-missing', placeOf(passage, document), { character, context: quoted(passage) }, { seen: character })),
      ...lost.map((passage): Finding => found('content-lost', placeOf(passage, document), { context: quoted(passage) })),
    ],
  };
};

/** Words no line can take, each once, wherever they stand in the tree. */
function overlongWords(document: OfficialDocument): readonly string[] {
  const words = new Set<string>();
  const pattern = new RegExp(`[^\\s]{${LONGEST_WORD + 1},}`, 'g');
  const visit = (node: unknown): void => {
    if (typeof node === 'string') for (const word of node.match(pattern) ?? []) words.add(word);
    if (typeof node === 'object' && node !== null) Object.values(node).forEach(visit);
  };
  visit(document);
  return [...words];
}

interface Attempt {
  readonly bytes: Uint8Array;
  readonly ledger: Ledger;
  readonly lost: readonly Passage[];
}

async function printed(document: OfficialDocument, style: PageStyle): Promise<Attempt> {
  const loose = new Set<string>();
  for (let attempts = 1; ; attempts++) {
    const { definition, ledger } = toDefinition(document, style, loose);
    const { bytes, pages } = await print(definition);
    const lost = checkPrinted(ledger, pages);
    const news = lost.filter(({ text, homeless }) => !homeless && !loose.has(text));
    if (news.length === 0 || attempts === MOST_ATTEMPTS) return { bytes, ledger, lost };
    for (const { text } of news) loose.add(text);
  }
}

function placeOf({ source }: Passage, document: OfficialDocument): Place {
  return source ? { in: 'text', file: source.file, line: source.line } : { in: 'file', file: document.properties.title };
}

const LONGEST_QUOTE = 80;

/** Without control characters: a message must not steer the terminal it is shown on. */
function quoted({ text }: Passage): string {
  const shown = text.replace(/\p{C}/gu, '\uFFFD');
  return shown.length <= LONGEST_QUOTE ? shown : `${shown.slice(0, LONGEST_QUOTE)}…`;
}
