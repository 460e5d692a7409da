import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { canonicalZip } from '../../src/render/package-zip.js';

const part = (text: string): Uint8Array => strToU8(text);

describe('canonicalZip', () => {
  it('gives the same bytes whatever the order and times of the entries', () => {
    const one = zipSync({ 'b.xml': [part('<b/>'), { mtime: new Date(2021, 5, 1) }], '[Content_Types].xml': part('<t/>'), 'a.bin': part('a') });
    const two = zipSync({ 'a.bin': part('a'), '[Content_Types].xml': part('<t/>'), 'b.xml': [part('<b/>'), { level: 0 }] });
    expect(Buffer.compare(canonicalZip(one), canonicalZip(two))).toBe(0);
    expect(Object.keys(unzipSync(canonicalZip(one)))).toEqual(['[Content_Types].xml', 'a.bin', 'b.xml']);
  });

  it('rewrites XML parts only, in the order of the package', () => {
    const seen: string[] = [];
    const zip = zipSync({ 'z.xml': part('<ư/>'), 'media/p.png': part('\u0089PNG'), '_rels/.rels': part('<r/>'), 'x.bin': part('<x/>') });
    const parts = unzipSync(
      canonicalZip(zip, (name, text) => {
        seen.push(name);
        return text.replace('ư', 'ơ');
      }),
    );
    expect(seen).toEqual(['_rels/.rels', 'z.xml']);
    expect(strFromU8(parts['z.xml']!)).toBe('<ơ/>');
    expect(strFromU8(parts['x.bin']!)).toBe('<x/>');
  });

  it('does not depend on the time zone', () => {
    const zip = zipSync({ 'a.xml': part('<a/>') });
    const before = process.env['TZ'];
    const bytes = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'].map((zone) => {
      process.env['TZ'] = zone;
      return Buffer.from(canonicalZip(zip)).toString('hex');
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(bytes).size).toBe(1);
  });
});
