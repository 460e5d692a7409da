/** The zip file itself, read by libraries that did not write it. */
import { strFromU8, unzipSync } from 'fflate';
import { fromBuffer, type Entry } from 'yauzl';
import { describe, expect, it } from 'vitest';
import { writeZip } from '../../src/render/write-zip.js';

const XML = '<?xml version="1.0"?><ư/>'.repeat(20);
const PARTS = new Map<string, string | Uint8Array>([
  ['[Content_Types].xml', XML],
  ['media/p.png', new Uint8Array([0x61])],
  ['long.xml', XML.repeat(200)],
  ['empty.xml', ''],
]);
const isStored = (name: string): boolean => name.endsWith('.png');

describe('writeZip', () => {
  it('holds every part, the first time and when its parts come again', () => {
    const [first, second] = [writeZip(PARTS, isStored), writeZip(PARTS, isStored)];
    for (const zip of [first, second]) {
      const read = unzipSync(zip);
      expect(Object.keys(read)).toEqual([...PARTS.keys()]);
      for (const [name, part] of PARTS) expect(strFromU8(read[name]!)).toBe(typeof part === 'string' ? part : strFromU8(part));
    }
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('a part is known by its text, not by its name', () => {
    const read = unzipSync(writeZip(new Map([['[Content_Types].xml', '<other/>'], ['other.xml', XML]]), isStored));
    expect(strFromU8(read['[Content_Types].xml']!)).toBe('<other/>');
    expect(strFromU8(read['other.xml']!)).toBe(XML);
  });

  it('says sizes, method, time and checksum as they are', async () => {
    const entries = await entriesOf(Buffer.from(writeZip(PARTS, isStored)));
    expect(entries.map(({ fileName, compressionMethod, uncompressedSize }) => [fileName, compressionMethod, uncompressedSize])).toEqual([
      ['[Content_Types].xml', 8, Buffer.byteLength(XML)],
      ['media/p.png', 0, 1],
      ['long.xml', 8, Buffer.byteLength(XML) * 200],
      ['empty.xml', 8, 0],
    ]);
    // CRC-32 of «a», and of nothing.
    expect(entries[1]!.crc32).toBe(0xe8b7be43);
    expect(entries[3]!.crc32).toBe(0);
    expect(entries.map((entry) => [entry.lastModFileDate, entry.lastModFileTime])).toEqual(entries.map(() => [33, 24576]));
  });
});

/** As the central directory says them. */
function entriesOf(zip: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: false, strictFileNames: true }, (error, file) => {
      if (error) return reject(error);
      const entries: Entry[] = [];
      file.on('entry', (entry: Entry) => entries.push(entry)).on('end', () => resolve(entries)).on('error', reject);
    });
  });
}
