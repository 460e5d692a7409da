/** Part of the package lint: images decode. Read by hand, since a decoder that is lenient would hide what Word refuses. */
import { unzlibSync } from 'fflate';
import { parseXml } from './xml.js';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Channels of a pixel by PNG colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function lintImage(name: string, data: Uint8Array): readonly string[] {
  const extension = /\/media\/[^/]*\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return [];
  const why = extension === 'png' ? pngFault(data) : extension === 'svg' ? svgFault(data) : /^jpe?g$/.test(extension) ? jpegFault(data) : `no reader for .${extension}`;
  return why === undefined ? [] : [`${name}: image does not decode: ${why}`];
}

function pngFault(data: Uint8Array): string | undefined {
  if (!PNG_SIGNATURE.every((byte, at) => data[at] === byte)) return 'not a PNG';
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const pieces: Uint8Array[] = [];
  let expected: number | undefined;
  for (let at = 8; at + 12 <= data.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > data.length) return 'cut short';
    const type = String.fromCharCode(...data.subarray(at + 4, at + 8));
    if (view.getUint32(at + 8 + length) !== crc32(data.subarray(at + 4, at + 8 + length))) return `checksum of ${type} is wrong`;
    if (type === 'IHDR') {
      const [width, height, depth, colour] = [view.getUint32(at + 8), view.getUint32(at + 12), data[at + 16]!, data[at + 17]!];
      if (data[at + 20] === 0) expected = height * (1 + Math.ceil((width * depth * (CHANNELS[colour] ?? 0)) / 8));
    }
    if (type === 'IDAT') pieces.push(data.slice(at + 8, at + 8 + length));
    if (type === 'IEND') return pixelFault(pieces, expected);
    at += 12 + length;
  }
  return 'has no end';
}

function pixelFault(pieces: readonly Uint8Array[], expected: number | undefined): string | undefined {
  try {
    const pixels = unzlibSync(Uint8Array.from(pieces.flatMap((piece) => [...piece])));
    return expected !== undefined && pixels.length !== expected ? `has ${pixels.length} bytes of pixels instead of ${expected}` : undefined;
  } catch {
    return 'pixels do not unpack';
  }
}

function jpegFault(data: Uint8Array): string | undefined {
  if (data[0] !== 0xff || data[1] !== 0xd8) return 'not a JPEG';
  return data.at(-2) === 0xff && data.at(-1) === 0xd9 ? undefined : 'has no end';
}

function svgFault(data: Uint8Array): string | undefined {
  try {
    return /(^|:)svg$/.test(parseXml(new TextDecoder().decode(data)).name) ? undefined : 'not an SVG';
  } catch (error) {
    return (error as Error).message;
  }
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
