/** VNI-Windows (fonts «VNI-Times»): a vowel and, behind it, one byte for all its marks. Our own table, for no package decodes it. */

const ACUTE = '\u0301';
const GRAVE = '\u0300';
const HOOK = '\u0309';
const TILDE = '\u0303';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/** Letters of one byte. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ñ: 'đ', Ñ: 'Đ', ô: 'ơ', Ô: 'Ơ', ö: 'ư', Ö: 'Ư', í: 'í', Í: 'Í', ì: 'ì', Ì: 'Ì', æ: 'ỉ', Æ: 'Ỉ', ó: 'ĩ', Ó: 'Ĩ', ò: 'ị', Ò: 'Ị', î: 'ỵ', Î: 'Ỵ' }),
);

/** What a byte behind a vowel adds to it; capitals below have the same marks. */
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ù: ACUTE,
    ø: GRAVE,
    û: HOOK,
    õ: TILDE,
    ï: DOT,
    â: CIRCUMFLEX,
    á: CIRCUMFLEX + ACUTE,
    à: CIRCUMFLEX + GRAVE,
    å: CIRCUMFLEX + HOOK,
    ã: CIRCUMFLEX + TILDE,
    ä: CIRCUMFLEX + DOT,
    ê: BREVE,
    é: BREVE + ACUTE,
    è: BREVE + GRAVE,
    ú: BREVE + HOOK,
    ü: BREVE + TILDE,
    ë: BREVE + DOT,
  }).flatMap(([sign, marks]) => [
    [sign, marks],
    [sign.toUpperCase(), marks],
  ]),
);

const MARKED_VOWEL = /([AEOUYaeouy\u00D4\u00F4\u00D6\u00F6])([\u00C0-\u00C5\u00C8-\u00CB\u00CF\u00D5\u00D8-\u00DC\u00E0-\u00E5\u00E8-\u00EB\u00EF\u00F5\u00F8-\u00FC])|[\u00C6\u00CC-\u00CE\u00D1-\u00D6\u00E6\u00EC-\u00EE\u00F1-\u00F6]/g;

export function decodeVni(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(MARKED_VOWEL, (sign: string, vowel?: string, mark?: string) => {
      if (vowel === undefined) return LETTERS.get(sign) ?? sign;
      return (LETTERS.get(vowel) ?? vowel) + MARKS.get(mark!)!;
    })
    .normalize('NFC');
}
