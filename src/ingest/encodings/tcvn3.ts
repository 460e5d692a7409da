/** TCVN3 (ABC, fonts «.VnTime»; the letters of TCVN 5712:1993): one byte a letter. Our own table, for no package decodes it. */

/** Bytes A0 to FF; below them it is ASCII. B0–B4 are tone marks put behind their vowel. */
const UPPER_HALF =
  '\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ' +
  '\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ' +
  'ẮẦẨẪẤỀặầẩẫấậèỂẻẽ' +
  'éẹềểễếệìỉỄẾỒĩíịò' +
  'Ổỏõóọồổỗốộờởỡớợù' +
  'ỖủũúụừửữứựỳỷỹýỵỐ';

/**
 * Offices write capital letters with tones by a second font («.VnTimeH») over the bytes of the small ones; a text file has no
 * fonts, so «SỞ CÔNG THƯƠNG» comes out as «Së C«NG…» does: toned letters in lower case. Names and headers compare without case.
 */
export function decodeTcvn3(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (const byte of bytes) letters.push(byte < 0xa0 ? String.fromCharCode(byte) : UPPER_HALF[byte - 0xa0]!);
  return letters.join('').normalize('NFC');
}
