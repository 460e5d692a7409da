/** Encodings offices use, and characters no document may carry. */
import { expect, test } from 'vitest';
import { decodeText } from '../../src/ingest/decode-text.js';
import { encode } from './context.js';

const TEXT = 'Mã;Diễn giải\r\ncccd;Hồ sơ cấp căn cước công dân đã tiếp nhận\r\n';

/** The text in UTF-16 of either side, with or without byte order mark. */
function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

test.each([
  ['UTF-8', encode(TEXT)],
  ['UTF-8 with BOM', encode(`\uFEFF${TEXT}`)],
  ['UTF-16 LE', utf16(TEXT, false, true)],
  ['UTF-16 BE', utf16(TEXT, true, true)],
  ['UTF-16 LE without BOM', utf16(TEXT, false, false)],
  ['UTF-16 BE without BOM', utf16(TEXT, true, false)],
])('%s', (_, bytes) => {
  expect(decodeText('a.csv', bytes)).toEqual({ ok: true, value: TEXT, findings: [] });
});

test('bytes of an old encoding are a question', () => {
  const tcvn3 = Uint8Array.from([0x53, 0xeb, 0x20, 0x43, 0xab, 0x6e, 0x67]);
  const { ok, findings } = decodeText('a.csv', tcvn3);
  expect(ok).toBe(false);
  expect(findings).toMatchObject([
    { code: 'encoding-unknown', severity: 'error', place: { in: 'file', file: 'a.csv' }, question: { choices: ['TCVN3', 'VNI', 'windows-1258'] } },
  ]);
});

test.each([
  ['NUL', 'ab\u0000', 'U+0000', 3],
  ['control', 'a\u000Bb', 'U+000B', 2],
  ['C1 control', '\u0085', 'U+0085', 1],
  ['private use', 'ab\uE000', 'U+E000', 3],
  ['replacement', 'S\uFFFD', 'U+FFFD', 2],
])('%s is refused where it stands', (_, line, name, column) => {
  expect(decodeText('a.md', encode(`---\n\n${line}\n`)).findings).toMatchObject([
    { code: 'reserved-character', place: { in: 'text', file: 'a.md', line: 3, column }, seen: name },
  ]);
});

test('tabs, line ends and every Vietnamese letter pass', () => {
  const text = 'À\tắ\r\nỹ Đ đ – “ ” … € ₫\n';
  expect(decodeText('a.md', encode(text))).toMatchObject({ ok: true, value: text });
});
