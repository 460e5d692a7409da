/** The table of finding codes as Markdown, from the compiled catalogue. Apart from the script that writes it because a test compares it with the file. */

export const FINDINGS_FILE = 'src/docs/findings.md';
export const COMMAND = 'npm run docs';

const SEVERITIES = { error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú' };
const OUTCOMES = { accepted: 'nhận', question: 'hỏi', refused: 'từ chối' };

/** File of the catalogue → heading, in the order in which a person meets them. */
export const FAMILIES = [
  ['ingest', 'Đọc tệp, trang và bảng'],
  ['row', 'Đọc dòng và ô'],
  ['check', 'Soát số liệu trong một bảng và giữa các bảng'],
  ['previous', 'So với kỳ trước'],
  ['rolled', 'Kỳ dài hơn tháng: tổng hợp từ các tháng'],
  ['prose', 'Đoạn văn do người viết'],
  ['form', 'Thể thức văn bản'],
  ['template', 'Khai báo, mẫu văn bản và đoạn văn'],
  ['render', 'Lập tệp DOCX, PDF, XLSX'],
  ['pipeline', 'Nơi làm việc, sổ theo dõi và ghi kết quả'],
  ['correction', 'Đính chính số liệu'],
  ['issue', 'Ban hành, bản lưu và tệp sửa bằng tay'],
  ['remedy', 'Thay thế, đính chính văn bản đã ban hành'],
];

/** Stands for any value a sentence is filled with: a text, a number, a list. */
const PLACEHOLDER = '…';
/** @type {object} */
const anything = new Proxy(() => undefined, {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return () => PLACEHOLDER;
    const method = Reflect.get(String.prototype, key);
    return typeof method === 'function' ? method.bind(PLACEHOLDER) : anything;
  },
  apply: () => anything,
});

/** @param {(params: never) => string} sentence */
export function sample(sentence) {
  return String(sentence(/** @type {never} */ (new Proxy({}, { get: () => anything }))));
}

/** @typedef {{ severity: string, outcome: string, waivable?: true, meaning: string, message: (params: never) => string, remedy: (params: never) => string }} Entry */

/** @param {readonly { title: string, entries: Readonly<Record<string, Entry>> }[]} families */
export function findingsTable(families) {
  const count = families.reduce((sum, { entries }) => sum + Object.keys(entries).length, 0);
  return [
    '# Bảng mã phát hiện',
    '',
    `${count} mã mà \`baocao\` có thể báo, theo nhóm. Tệp này được lập từ \`src/finding/catalog/\` bằng lệnh \`${COMMAND}\`; không sửa bằng tay.`,
    '',
    '- **Mức**: *lỗi* thì văn bản bị từ chối; *cảnh báo* thì văn bản vẫn lập và phát hiện được liệt kê; *ghi chú* để biết.',
    '- **Kết cục** của dữ liệu: *nhận* (dùng, có nói đã hiểu thế nào); *hỏi* (có hai cách hiểu, người dùng quyết định, phần mềm không đoán); *từ chối* (không dùng).',
    '- **Chấp nhận**: *được* nếu một người có thể chấp nhận phát hiện, kèm lý do, bằng lệnh `waive`; chấp nhận hết hiệu lực khi số liệu thay đổi.',
    `- «${PLACEHOLDER}» đứng thay cho giá trị cụ thể.`,
    ...families.flatMap(({ title, entries }) => [
      '',
      `## ${title}`,
      '',
      '| Mã | Mức | Kết cục | Chấp nhận | Ý nghĩa | Câu báo | Cách xử lý |',
      '|---|---|---|---|---|---|---|',
      ...Object.entries(entries)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, entry]) => row(code, entry)),
    ]),
    '',
  ].join('\n');
}

/** @param {string} code @param {Entry} entry */
function row(code, { severity, outcome, waivable, meaning, message, remedy }) {
  const cells = [`\`${code}\``, SEVERITIES[severity], OUTCOMES[outcome], waivable ? 'được' : '–', meaning, sample(message), sample(remedy)];
  return `| ${cells.map((cell) => cell.replace(/[|<]/g, '\\$&').replaceAll('\n', ' ')).join(' | ')} |`;
}
