/**
 * Parts → the bytes of a zip file (PKWARE APPNOTE 4.3), each with the same fixed time. Separate and our own: most parts of a report
 * (styles, theme, headers) are those of the report before, and fflate 0.8.3 cannot take a part that is deflated already.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

const STORED = 0;
const DEFLATED = 8;
/** 2.0, the first that knows deflate. */
const VERSION = 20;
/** 1980-01-01 12:00, the first year a zip can hold; the format has no time zone. */
const TIME = 12 << 11;
const DATE = (1 << 5) | 1;
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22];

type Content = Pick<Entry, 'crc' | 'size' | 'data'>;

/** Longer text is what a document says, and will not come again. */
const LONGEST_KEPT = 32_000;
/** Counted in characters; about twice as many bytes. */
const deflated = new LRUCache<string, Content>({ maxSize: 1_000_000, sizeCalculation: (_content, text) => text.length + 1 });

/** In the order given. `isStored`: compressed already by its own format. */
export function writeZip(parts: ReadonlyMap<string, string | Uint8Array>, isStored: (name: string) => boolean): Uint8Array {
  const entries = [...parts].map(([name, part]): Entry => {
    const stored = isStored(name);
    return { name: Buffer.from(name), method: stored ? STORED : DEFLATED, ...(stored ? storedContent(bytesOf(part)) : deflatedContent(part)) };
  });
  const centralSize = entries.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0);
  const centralAt = entries.reduce((sum, { name, data }) => sum + LOCAL_SIZE + name.length + data.length, 0);
  const zip = Buffer.alloc(centralAt + centralSize + END_SIZE);
  let local = 0;
  let central = centralAt;
  for (const entry of entries) {
    const { name, data } = entry;
    zip.writeUInt32LE(0x02014b50, central);
    zip.writeUInt16LE(VERSION, central + 4);
    writeCommon(zip, central + 6, entry);
    zip.writeUInt32LE(local, central + 42);
    zip.set(name, central + CENTRAL_SIZE);
    central += CENTRAL_SIZE + name.length;
    zip.writeUInt32LE(0x04034b50, local);
    writeCommon(zip, local + 4, entry);
    zip.set(name, local + LOCAL_SIZE);
    zip.set(data, local + LOCAL_SIZE + name.length);
    local += LOCAL_SIZE + name.length + data.length;
  }
  zip.writeUInt32LE(0x06054b50, central);
  zip.writeUInt16LE(entries.length, central + 8);
  zip.writeUInt16LE(entries.length, central + 10);
  zip.writeUInt32LE(centralSize, central + 12);
  zip.writeUInt32LE(centralAt, central + 16);
  return new Uint8Array(zip.buffer, zip.byteOffset, zip.length);
}

/** From «version needed» to the length of the name, as the header of the entry and the central directory both have it. */
function writeCommon(zip: Buffer, at: number, { name, method, crc, size, data }: Entry): void {
  zip.writeUInt16LE(VERSION, at);
  zip.writeUInt16LE(method, at + 4);
  zip.writeUInt16LE(TIME, at + 6);
  zip.writeUInt16LE(DATE, at + 8);
  zip.writeUInt32LE(crc, at + 10);
  zip.writeUInt32LE(data.length, at + 14);
  zip.writeUInt32LE(size, at + 18);
  zip.writeUInt16LE(name.length, at + 22);
}

function deflatedContent(part: string | Uint8Array): Content {
  const known = typeof part === 'string' ? deflated.get(part) : undefined;
  if (known !== undefined) return known;
  const bytes = bytesOf(part);
  const content = { ...storedContent(bytes), data: deflateRawSync(bytes, { level: 6 }) };
  if (typeof part === 'string' && part.length <= LONGEST_KEPT) deflated.set(part, content);
  return content;
}

function storedContent(bytes: Uint8Array): Content {
  return { crc: crc32(bytes), size: bytes.length, data: bytes };
}

function bytesOf(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part) : part;
}
