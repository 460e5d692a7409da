/** The encodings of Vietnamese text before Unicode that old software of offices still writes: which there are, and how each reads. */
import { decodeTcvn3 } from './tcvn3.js';
import { decodeVni } from './vni.js';

export const legacyEncodings = ['TCVN3', 'VNI', 'windows-1258'] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

/** Every byte is some character in each of them: a wrong choice reads as nonsense, never as an error. */
export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'TCVN3':
      return decodeTcvn3(bytes);
    case 'VNI':
      return decodeVni(bytes);
    case 'windows-1258':
      // Tones are characters of their own there, behind their vowel.
      return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

/** The first words with letters beyond ASCII, to let a person see which encoding reads right. */
export function firstVietnameseWords(text: string): string {
  const words = text.match(/[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*/gu) ?? [];
  return (words.find((run) => run.length > 3 && /[^\u0000-\u007F]/.test(run)) ?? '').slice(0, 30).trim();
}
