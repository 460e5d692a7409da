/**
 * What docx prepared for writing (`prepForXml`) as text, byte for byte as docx 9.15.2 writes it, and the other way: text that docx
 * writes as it is. Separate: docx exports neither.
 */
import type { IXmlableObject } from 'docx';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };
const ESCAPED = /[&"'<>\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
const ALL_ESCAPED = new RegExp(ESCAPED, 'g');

/** Characters that XML cannot hold are left out. */
export function escaped(text: string): string {
  return ESCAPED.test(text) ? text.replace(ALL_ESCAPED, (character) => ESCAPES[character] ?? '') : text;
}

export function xmlOf(prepared: IXmlableObject | undefined): string {
  if (prepared === undefined) return '';
  const [[name, content]] = Object.entries(prepared) as [[string, unknown]];
  if (isWritten(content)) return content();
  if (Array.isArray(content)) {
    let attributes = '';
    let inner = '';
    for (const child of content) {
      if (typeof child !== 'object') inner += escaped(String(child));
      else if ('_attr' in child) attributes += attributesOf(child._attr);
      else inner += xmlOf(child);
    }
    return `<${name}${attributes}>${inner}</${name}>`;
  }
  if (typeof content !== 'object' || content === null) return `<${name}>${escaped(String(content))}</${name}>`;
  return `<${name}${'_attr' in content ? attributesOf(content._attr as object) : ''}/>`;
}

function attributesOf(attributes: object): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

type Written = () => string;

/**
 * docx writes the text of an element without name with nothing around it, and escapes strings alone; this is neither named nor a
 * string. No longer needed when docx exports a component of raw XML.
 */
export function rawXml(xml: string): IXmlableObject {
  const written: Written = () => xml;
  written.toString = written;
  return { '': written };
}

function isWritten(content: unknown): content is Written {
  return typeof content === 'function';
}
