/** Every letter of Vietnamese out of the three encodings before Unicode; the bytes come from elsewhere (iconv, Python's cp1258, a VNI keyboard chart). */
import { expect, test } from 'vitest';
import { decodeLegacy, firstVietnameseWords } from '../../../src/ingest/encodings/legacy-encoding.js';

/** The 67 small letters beyond ASCII; with their capitals the 134. */
const SMALL = 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ';

const TCVN3_SMALL = 'b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbcccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfeae';
const TCVN3_CAPITALS = 'a1a2a3a4a5a6a7';
const WINDOWS_1258 = '61cc61d261de61ec61f2e3e3cce3d2e3dee3ece3f2e2e2cce2d2e2dee2ece2f265cc65d265de65ec65f2eaeaccead2eadeeaeceaf269cc69d269de69ec69f26fcc6fd26fde6fec6ff2f4f4ccf4d2f4def4ecf4f2f5f5ccf5d2f5def5ecf5f275cc75d275de75ec75f2fdfdccfdd2fddefdecfdf279cc79d279de79ec79f2f041cc41d241de41ec41f2c3c3ccc3d2c3dec3ecc3f2c2c2ccc2d2c2dec2ecc2f245cc45d245de45ec45f2cacacccad2cadecaeccaf249cc49d249de49ec49f24fcc4fd24fde4fec4ff2d4d4ccd4d2d4ded4ecd4f2d5d5ccd5d2d5ded5ecd5f255cc55d255de55ec55f2ddddccddd2dddeddecddf259cc59d259de59ec59f2d0';

/** What the letters look like where VNI bytes are shown in windows-1252. */
const VNI_SMALL =
  'aøaûaõaùaï aêaèaúaüaéaë aâaàaåaãaáaä eøeûeõeùeï eâeàeåeãeáeä ìæóíò oøoûoõoùoï oâoàoåoãoáoä ôôøôûôõôùôï uøuûuõuùuï ööøöûöõöùöï yøyûyõyùî ñ'.replace(/ /g, '');

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

test('the list is complete', () => expect([new Set(SMALL).size, new Set(SMALL + SMALL.toUpperCase()).size]).toEqual([67, 134]));

test('TCVN3: small letters, the seven capitals it has, ASCII', () => {
  expect(decodeLegacy(bytes(TCVN3_SMALL), 'TCVN3')).toBe(SMALL);
  expect(decodeLegacy(bytes(TCVN3_CAPITALS), 'TCVN3')).toBe('ĂÂÊÔƠƯĐ');
  expect(decodeLegacy(latin1('S\u00EB C\u00ABng Th\u00AD\u00ACng;12,5\r\n'), 'TCVN3')).toBe('Sở Công Thương;12,5\r\n');
});

test('VNI: small and capital letters, ASCII', () => {
  expect(decodeLegacy(latin1(VNI_SMALL), 'VNI')).toBe(SMALL);
  expect(decodeLegacy(latin1(VNI_SMALL.toUpperCase()), 'VNI')).toBe(SMALL.toUpperCase());
  expect(decodeLegacy(latin1('Sôû Coâng Thöông; HUYEÄN TRAÀN ÑEÀ'), 'VNI')).toBe('Sở Công Thương; HUYỆN TRẦN ĐỀ');
});

test('windows-1258: all 134, composed', () => {
  expect(decodeLegacy(bytes(WINDOWS_1258), 'windows-1258')).toBe(SMALL + SMALL.toUpperCase());
});

test('every byte is something, and composed', () => {
  const all = Uint8Array.from({ length: 65536 }, (_, index) => (index % 2 ? index >> 8 : index & 255));
  for (const encoding of ['TCVN3', 'VNI', 'windows-1258'] as const) {
    const text = decodeLegacy(all, encoding);
    expect(text).not.toContain('undefined');
    expect(text).toBe(text.normalize('NFC'));
  }
});

test('the words shown to a person are the first with Vietnamese letters', () => {
  expect(firstVietnameseWords('STT;Don vi;Sở Công Thương;Sở Y tế')).toBe('Sở Công Thương');
  expect(firstVietnameseWords('abc;1')).toBe('');
});
