/** The tags of an XML text in one linear pass, because a regular expression over 64 MB of hostile XML need not end. */

export interface XmlTag {
  readonly kind: 'open' | 'close' | 'empty';
  /** Without its namespace prefix. */
  readonly name: string;
  /** Offsets of «<» and of what follows «>». */
  readonly start: number;
  readonly end: number;
}

/** Ends early where the text is not well formed: what the reader looks for is then missing, and it says so. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  let start = xml.indexOf('<');
  while (start >= 0) {
    const end = markupEnd(xml, start);
    if (end < 0) return;
    const next = xml[start + 1];
    if (next !== '?' && next !== '!') {
      const closing = next === '/';
      const name = /[^\s/>]*/y;
      name.lastIndex = start + (closing ? 2 : 1);
      const full = name.exec(xml)![0];
      const kind = closing ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open';
      yield { kind, name: full.slice(full.indexOf(':') + 1), start, end };
    }
    start = xml.indexOf('<', end);
  }
}

/** Whether every tag is closed in its turn and one of them holds all the others. */
export function isWellNested(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  for (const { kind, name } of xmlTags(xml)) {
    if (kind === 'close') {
      if (open.pop() !== name) return false;
      continue;
    }
    if (open.length === 0) roots++;
    if (kind === 'open') open.push(name);
  }
  return open.length === 0 && roots === 1;
}

/** Offset behind a tag, comment, CDATA section or instruction that begins at `start`; -1 where it never ends. */
function markupEnd(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) return behind(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return behind(xml, ']]>', start + 9);
  if (xml.startsWith('<?', start)) return behind(xml, '?>', start + 2);
  // Nearly always the next «>» ends the tag: quotes matter only where one lies open before it.
  let end = xml.indexOf('>', start);
  for (let from = start; end >= 0; end = xml.indexOf('>', from)) {
    const open = openQuote(xml, from, end);
    if (open === undefined) return end + 1;
    const close = xml.indexOf(open, end);
    if (close < 0) return -1;
    from = close + 1;
  }
  return -1;
}

/** The quote that is open at `end`, where none is at `from`. */
function openQuote(xml: string, from: number, end: number): string | undefined {
  let quote: string | undefined;
  for (let index = from; index < end; index++) {
    const code = xml.charCodeAt(index);
    if (code !== 0x22 && code !== 0x27) continue;
    const sign = code === 0x22 ? '"' : "'";
    if (quote === undefined) quote = sign;
    else if (quote === sign) quote = undefined;
  }
  return quote;
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Attributes of a tag by name without prefix («r:id» → «id»), entities decoded. */
export function attributesOf(xml: string, tag: XmlTag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, value] of xml.slice(tag.start, tag.end).matchAll(/([^\s"'=<>/]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    attributes.set(name!.slice(name!.indexOf(':') + 1), decodeEntities(value!.slice(1, -1)));
  }
  return attributes;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, named) => {
    if (named !== undefined) return NAMED_ENTITIES[named as string]!;
    const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string);
  });
}
