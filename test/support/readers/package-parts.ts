/** The parts of an Office package as the lint reads them. Apart from the lint so that its pieces can share them without a circle. */
import type { XmlElement } from './xml.js';

export interface Package {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Parts of XML that are well-formed. */
  readonly xml: ReadonlyMap<string, XmlElement>;
}

/** Part name a target of `source` means. */
export function resolveTarget(source: string, target: string): string {
  return new URL(target, `package:///${source}`).pathname.replace(/^\//, '').replace(/%20/g, ' ');
}
