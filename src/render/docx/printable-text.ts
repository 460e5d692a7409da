/** Characters that XML cannot hold. They are refused at the door; should one come through, it is left out and told, never written. */
import type { OfficialDocument, SourceLine } from '../../document/tree.js';
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import type { Place } from '../../finding/place.js';

/** Controls but tab and line breaks, halves of a surrogate pair, and the two non-characters (XML 1.0, production 2). */
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

export function withoutIllegalCharacters(document: OfficialDocument): { document: OfficialDocument; findings: readonly Finding[] } {
  if (!holdsIllegal(document)) return { document, findings: [] };
  const findings: Finding[] = [];
  const cleaned = clean(document, { in: 'file', file: document.properties.title.replace(ILLEGAL, '') }, findings);
  return { document: cleaned as OfficialDocument, findings };
}

function holdsIllegal(node: unknown): boolean {
  if (typeof node === 'string') return node.search(ILLEGAL) >= 0;
  if (typeof node !== 'object' || node === null) return false;
  return Object.values(node).some(holdsIllegal);
}

function clean(node: unknown, place: Place, findings: Finding[]): unknown {
  if (typeof node === 'string') {
    return node.replace(ILLEGAL, (character) => {
      findings.push(found('not-expressible', place, { what: `ký tự ${codeName(character)} trong «${node.replace(ILLEGAL, '')}»`, format: 'DOCX' }));
      return '';
    });
  }
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((child) => clean(child, place, findings));
  const source = (node as { readonly source?: SourceLine }).source;
  const inside: Place = source === undefined ? place : { in: 'text', file: source.file, line: source.line };
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, clean(child, inside, findings)]));
}

function codeName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
