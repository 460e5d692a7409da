/** The same parts always give the same zip bytes: fixed order and times. Separate because DOCX and XLSX are both such packages. */
import { strFromU8, unzipSync } from 'fflate';
import { writeZip } from './write-zip.js';

const CONTENT_TYPES = '[Content_Types].xml';
const COMPRESSED = /\.(png|jpe?g|zip|docx|xlsx)$/;
/** The workbook behind a chart of a DOCX is a package of its own, with times of its own. */
const PACKAGE = /\.(docx|xlsx)$/;
const TEXT = /\.(xml|rels)$/;

/** By name; text where it is XML, or bytes of any part. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/** Every XML part, in the package's order, goes through `rewrite`, where a format removes what its library made up at random or from the clock. */
export type Rewrite = (name: string, text: string) => string;

/** Of a package that a library has zipped. */
export function canonicalZip(bytes: Uint8Array, rewrite?: Rewrite): Uint8Array {
  return zipParts(canonicalParts(new Map(Object.entries(unzipSync(bytes))), rewrite));
}

export function canonicalParts(parts: Parts, rewrite?: Rewrite): Parts {
  return new Map(
    [...parts]
      .sort(([left], [right]) => byPackageOrder(left, right))
      .map(([name, part]) => {
        if (PACKAGE.test(name)) return [name, canonicalZip(part as Uint8Array)];
        return [name, rewrite !== undefined && TEXT.test(name) ? rewrite(name, typeof part === 'string' ? part : strFromU8(part)) : part];
      }),
  );
}

/** In the order given. */
export function zipParts(parts: Parts): Uint8Array {
  return writeZip(parts, (name) => COMPRESSED.test(name));
}

/** Content types first, as consumers that read a package as a stream expect; then by code unit, which no locale can change. */
function byPackageOrder(left: string, right: string): number {
  if (left === CONTENT_TYPES || right === CONTENT_TYPES) return left === right ? 0 : left === CONTENT_TYPES ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}
