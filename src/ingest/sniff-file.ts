/** What a file that should be a workbook looks like by its first bytes, so that the finding names the mistake («đuôi .xlsx nhưng là CSV»). */

/** zip: may be a workbook · otherwise what to tell the user: why it cannot be read, and what to do where that is special. */
export type Sniffed =
  | { readonly kind: 'zip' }
  | { readonly kind: 'other'; readonly reason: string; readonly cure?: string };

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function sniffWorkbook(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'other', reason: 'tệp rỗng (0 byte)', cure: 'Chép lại tệp từ nguồn rồi chạy lại.' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { kind: 'zip' };
  if (OLE.every((byte, index) => bytes[index] === byte)) return sniffOle(bytes);

  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 2000)).trimStart();
  if (/^%PDF/.test(head)) return { kind: 'other', reason: 'đây là tệp PDF, không phải sổ tính Excel', cure: 'Lấy tệp Excel gốc của bảng này.' };
  if (/^<(?:!doctype\s+html|html|head|meta|table|style)\b/i.test(head)) {
    return { kind: 'other', reason: 'đây là trang web (HTML) được đổi đuôi thành sổ tính Excel' };
  }
  if (/^<\?xml/.test(head)) return { kind: 'other', reason: 'đây là tệp XML, không phải sổ tính .xlsx' };
  if (/^[^\0]*[;,\t][^\0]*$/.test(head)) {
    return { kind: 'other', reason: 'đây là tệp văn bản (CSV) được đổi đuôi thành sổ tính Excel', cure: 'Đổi đuôi tệp thành .csv rồi chạy lại.' };
  }
  return { kind: 'other', reason: 'không phải sổ tính Excel .xlsx' };
}

/** OLE holds the old .xls, and also an .xlsx under a password (a stream named EncryptedPackage). */
function sniffOle(bytes: Uint8Array): Sniffed {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  if (encrypted) {
    return { kind: 'other', reason: 'sổ tính có mật khẩu', cure: 'Mở tệp bằng Excel, gỡ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi chạy lại.' };
  }
  return { kind: 'other', reason: 'đây là tệp Excel kiểu cũ (.xls)' };
}
