/** What is printed as it was typed is said at its line; ordinary sentences with brackets and signs are not. */
import { expect, it } from 'vitest';
import { readWritten } from '../../src/template/written.js';

const notices = (body: string): readonly string[] => {
  const read = readWritten('a.md', `---\nmuc: kien-nghi\n---\n${body}\n`);
  expect(read.ok).toBe(true);
  return read.findings.map(({ code, severity, place, message }) => `${severity} ${code} ${place.in === 'text' ? place.line : ''} ${/cú pháp (.*) của/.exec(message)?.[1]}`);
};

it.each([
  ['Đoạn đầu.\n\n| Đơn vị | Số |\n|---|---|', ['warning markdown-literal 6 bảng', 'warning markdown-literal 7 bảng']],
  ['Xem ![ảnh](https://example.com/a.png).', ['warning markdown-literal 4 ảnh']],
  ['Xem [tệp](file:///etc/passwd).', ['warning markdown-literal 4 liên kết']],
  ['```\nmã\n```', ['warning markdown-literal 4 khối mã', 'warning markdown-literal 6 khối mã']],
  ['Số <b>12</b> hồ sơ.', ['warning markdown-literal 4 thẻ HTML']],
  ['> Lời dẫn.', ['warning markdown-literal 4 trích dẫn']],
])('%j', (body, expected) => expect(notices(body)).toEqual(expected));

it.each(['Hồ sơ [x](trang) và (y) < 5, > 3.', '- mục một\n- **mục hai**', 'Điểm a|b; tỷ lệ 5 > 3.', 'Mức độ 3, 4 (*).'])('%j says nothing', (body) => expect(notices(body)).toEqual([]));
