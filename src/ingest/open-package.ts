/** A foreign zip package → the text of its XML parts, with bounded inflation; every limit and oddity is a reason to refuse, in words for the user. */
import { buffer as collect } from 'node:stream/consumers';
import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** Parts by name in lower case, as the format compares names; parts that are not XML are listed with no text. */
export type PackageParts = ReadonlyMap<string, string>;

export type OpenedPackage =
  | { readonly ok: true; readonly parts: PackageParts }
  | { readonly ok: false; readonly reason: string };

const MOST_ENTRIES = 2_000;
/** Hundreds of times an appendix; beyond it reading would take more than its share of time and memory. */
const LARGEST_ENTRY = 32 * 1024 * 1024;
const LARGEST_PACKAGE = 64 * 1024 * 1024;

/** A reason to refuse, thrown only inside this file. */
class Refusal extends Error {}

export async function openPackage(bytes: Uint8Array): Promise<OpenedPackage> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      strictFileNames: true,
    });
    return { ok: true, parts: await readParts(zip) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    return { ok: false, reason: describeZipFault(error instanceof Error ? error.message : String(error)) };
  }
}

async function readParts(zip: ZipFile): Promise<PackageParts> {
  if (zip.entryCount > MOST_ENTRIES) throw new Refusal(`có ${zip.entryCount} thành phần, quá ${MOST_ENTRIES}`);
  const parts = new Map<string, string>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    const name = fileName.toLowerCase();
    if (fileName.endsWith('/')) continue;
    if (/[\u0000-\u001F<>:"|?*]/.test(fileName) || /(?:^|\/)\.{0,2}(?:\/|$)/.test(fileName)) throw new Refusal(`tên thành phần «${fileName}» không hợp lệ`);
    if (parts.has(name)) throw new Refusal(`có hai thành phần cùng tên «${fileName}»`);
    if (entry.isEncrypted()) throw new Refusal('sổ tính có mật khẩu');
    declared += entry.uncompressedSize;
    if (entry.uncompressedSize > LARGEST_ENTRY || declared > LARGEST_PACKAGE) throw new Refusal(`nội dung giải nén quá lớn («${fileName}»)`);
    parts.set(name, /\.(?:xml|rels|vml)$/.test(name) ? toXml(fileName, await inflate(zip, entry)) : '');
  }
  return parts;
}

/** The bytes of an entry, never more than it declares, checked against its CRC. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const { fileName, compressionMethod, uncompressedSize } = entry;
  if (compressionMethod !== 0 && compressionMethod !== 8) throw new Refusal(`«${fileName}» nén theo cách lạ`);
  const raw = await collect(await zip.openReadStreamPromise(entry, compressionMethod === 0 ? {} : { decodeFileData: false }));
  const content = compressionMethod === 0 ? raw : inflateAtMost(fileName, raw, uncompressedSize);
  if (content.length !== uncompressedSize || crc32(content) !== entry.crc32) throw new Refusal(`«${fileName}» bị hỏng (sai mã kiểm tra)`);
  return content;
}

function inflateAtMost(fileName: string, raw: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, most) });
  } catch {
    throw new Refusal(`«${fileName}» bị hỏng (không giải nén được)`);
  }
}

/** UTF-8, or UTF-16 by its byte order mark. A document type could define entities without end: no workbook has one. */
function toXml(fileName: string, content: Buffer): string {
  const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : 'utf-8';
  let xml: string;
  try {
    xml = new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    throw new Refusal(`«${fileName}» không ở bảng mã UTF-8`);
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Refusal(`«${fileName}» chứa khai báo DTD, có thể gây hại`);
  return withoutMainPrefix(xml).replace(/^\s*<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>');
}

const MAIN_NAMESPACE =
  /xmlns:([\w.-]+)=["']http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main|purl\.oclc\.org\/ooxml\/spreadsheetml\/main)["']/;

/** Some exporters (Open XML SDK) write `<x:worksheet>`; exceljs knows names without prefix only. */
function withoutMainPrefix(xml: string): string {
  const head = xml.slice(0, 4096);
  const prefix = MAIN_NAMESPACE.exec(head)?.[1];
  if (prefix === undefined || !new RegExp(`^[^<]*(?:<\\?[^>]*>\\s*)?<${prefix.replaceAll('.', '\\.')}:`).test(head)) return xml;
  return xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

/** yauzl's messages (3.4) in words for the user. */
function describeZipFault(message: string): string {
  if (/central directory record/i.test(message)) return 'tệp bị cắt, thiếu phần cuối';
  const name = /(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/.exec(message)?.[1];
  if (name !== undefined) return `tên thành phần «${name}» không hợp lệ`;
  return 'tệp nén (zip) bị hỏng hoặc bị cắt';
}
