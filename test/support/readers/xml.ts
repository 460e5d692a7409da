/** A strict little XML reader: the checks of outputs must not share a parser with the libraries that wrote them. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = '[A-Za-z_][\\w.:-]*';
const TOKEN = new RegExp(
  [
    '<\\?[\\s\\S]*?\\?>', // declaration, processing instruction
    '<!--(?:(?!--)[\\s\\S])*-->',
    '<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>',
    `</(${NAME})\\s*>`,
    `<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
    '([^<]+)',
  ].join('|'),
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
// Characters XML 1.0 has no way to write.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** The root element; throws where the text is not well-formed. A DTD is refused: no Office part has one. */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '');
  if (FORBIDDEN.test(text)) throw new Error('a character that XML forbids');
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  const append = (child: XmlElement | string, at: number): void => {
    const parent = stack.at(-1);
    if (parent) parent.children.push(child);
    else if (typeof child !== 'string') {
      if (root) throw new Error(`a second root element at ${at}`);
      root = child;
    } else if (child.trim() !== '') throw new Error(`text outside the root element at ${at}`);
  };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 40)}`);
    const [, cdata, closing, opening, attributes, empty, characters] = match;
    if (cdata !== undefined) append(cdata, at);
    else if (characters !== undefined) append(decode(characters, at), at);
    else if (opening !== undefined) {
      const element: OpenElement = { name: opening, attributes: parseAttributes(attributes ?? '', at), children: [] };
      append(element, at);
      if (!empty) stack.push(element);
    } else if (closing !== undefined) {
      const open = stack.pop();
      if (open?.name !== closing) throw new Error(`</${closing}> at ${at} closes ${open ? `<${open.name}>` : 'nothing'}`);
    }
  }
  if (stack.length > 0) throw new Error(`<${stack.at(-1)!.name}> is not closed`);
  if (!root) throw new Error('no root element');
  return root;
}

function parseAttributes(text: string, at: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name! in attributes) throw new Error(`attribute ${name} twice at ${at}`);
    attributes[name!] = decode((double ?? single)!, at);
  }
  return attributes;
}

function decode(text: string, at: number): string {
  return text.replace(/\r\n?/g, '\n').replace(/&([^;\s]*;)?/g, (whole, body: string | undefined) => {
    const name = body?.slice(0, -1) ?? '';
    const number = /^#(?:x([0-9A-Fa-f]+)|(\d+))$/.exec(name);
    if (number) return String.fromCodePoint(number[1] ? parseInt(number[1], 16) : Number(number[2]));
    const known = ENTITIES[name];
    if (known === undefined) throw new Error(`unknown reference ${whole} after ${at}`);
    return known;
  });
}

export function childElements(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name));
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return childElements(element, name)[0];
}

/** All elements below and the element itself, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const one of childElements(element)) yield* descendants(one);
}

export function textContent(element: XmlElement): string {
  return element.children.map((one) => (typeof one === 'string' ? one : textContent(one))).join('');
}
