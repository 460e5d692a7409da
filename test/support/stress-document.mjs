/** A long report, generated: a table of contents, sixty notes in text and cells, a hierarchical table of 400 rows under a header of four levels, spans over pages, a chart. Every word of it stands in it once or is known by its number. */

const text = (value) => ({ type: 'text', text: value });
const cell = (value, more = {}) => ({ inlines: [text(value)], ...more });
const words = (count, prefix) => Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ');
const row = (role, cells) => ({ role, cells });

/** `notes: false` leaves out the notes and nothing else. */
export function stressDocument({ notes = true } = {}) {
  let number = 0;
  /** Every seventh note is long. */
  const note = () => {
    number++;
    return notes ? [{ type: 'note', number, inlines: [text(words(number % 7 === 0 ? 160 : 6 + (number % 5) * 8, `chú${number}.`))] }] : [];
  };
  const chapters = Array.from({ length: 8 }, (_, index) => chapter(index + 1, note));
  const tables = [bigTable(note), spanTable(note)];
  const chart = bars();
  const appendix = {
    id: 'appendix-1',
    label: 'Phụ lục I',
    title: [text('BIỂU TỔNG HỢP')],
    attachedTo: [{ type: 'emphasis', children: [text('(Kèm theo Báo cáo)')] }],
    orientation: 'landscape',
    blocks: [{ type: 'paragraph', role: 'body', inlines: [text(words(90, 'phụ')), ...note(), text('.')] }, { ...bigTable(note, 60, 'p'), id: 'bang-p' }],
  };
  return {
    letterhead: { parent: ['ỦY BAN NHÂN DÂN TỈNH'], issuer: ['SỞ NỘI VỤ'] },
    number: [text('Số: 1/BC-SNV')],
    placeAndDate: [text('Sóc Trăng, ngày 15 tháng 12 năm 2022')],
    title: { typeName: 'BÁO CÁO', subject: [text('Kết quả năm 2022')] },
    addressees: ['Ủy ban nhân dân tỉnh'],
    contents: { title: 'MỤC LỤC', levels: 2 },
    body: [...chapters.flat(), ...tables, chart, { type: 'paragraph', role: 'body', inlines: [text(words(80, 'cuối')), ...note(), text('.')] }],
    recipients: ['Như trên', 'Lưu: VT'],
    signature: { authority: ['GIÁM ĐỐC'], name: 'Nguyễn Văn A' },
    appendices: [appendix],
    properties: { title: 'Báo cáo', subject: 'Kết quả', author: 'Sở Nội vụ', date: '2022-12-15' },
  };
}

function chapter(index, note) {
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][index - 1];
  const paragraphs = (count, prefix) => Array.from({ length: count }, (_, at) => ({
    type: 'paragraph',
    role: 'body',
    inlines: [text(words(60 + ((index * 31 + at * 17) % 90), `${prefix}${at}.`)), ...(at % 2 === 0 ? note() : []), text(`, ${words(25, `${prefix}${at}s`)}.`)],
  }));
  return [
    { type: 'heading', level: 1, inlines: [text(`${roman}. ${words(index === 3 ? 24 : 5, `MỤC${index}.`)}`)] },
    ...paragraphs(4, `m${index}a`),
    { type: 'heading', level: 2, inlines: [text(`${index}. ${words(6, `khoản${index}.`)}`), ...(index === 2 || index === 5 ? note() : [])] },
    ...paragraphs(4, `m${index}b`),
    { type: 'list', items: Array.from({ length: 3 }, (_, at) => ({ mark: '- ', level: 0, inlines: [text(words(20, `gạch${index}.${at}.`)), ...(at === 1 ? note() : []), text(';')] })) },
  ];
}

/** Four levels of header, ten columns, a formula row; groups of groups with subtotals. */
function bigTable(note, items = 400, prefix = 'h') {
  // Notes are numbered in reading order: the header's before those of the rows.
  const headerNote = note();
  const rows = [];
  for (let at = 0; rows.length < items; at++) {
    rows.push(row('group', [cell(`${prefix}A${at}`), cell(`Nhóm ${words(3, `${prefix}n${at}.`)}`), ...blanks()]));
    rows.push(row('group', [cell(`${prefix}B${at}`), cell(`Phân nhóm ${words(2, `${prefix}pn${at}.`)}`), ...blanks()]));
    for (let item = 0; item < 14; item++) {
      const name = [text(words(1 + ((at + item) % 5), `${prefix}${at}.${item}.`)), ...(item === 5 && at % 4 === 1 ? note() : [])];
      rows.push(row('item', [cell(String(item + 1)), { inlines: name }, ...Array.from({ length: 8 }, (_, column) => cell(`${at}.${item}${column},${column}`))]));
    }
    rows.push(row('subtotal', [cell('Cộng nhóm', { colSpan: 2 }), ...Array.from({ length: 8 }, (_, column) => cell(`${at}.9${column}`))]));
  }
  return {
    type: 'table',
    id: 'bang-1',
    columns: Array.from({ length: 10 }, (_, column) => ({ id: `c${column}`, align: column === 1 ? 'left' : column === 0 ? 'centre' : 'right', weight: column === 1 ? 5 : 2 })),
    caption: [text(`Bảng ${prefix}: Tổng hợp theo lĩnh vực`)],
    unitLine: 'Đơn vị tính: hồ sơ',
    header: [
      [cell('TT', { rowSpan: 4 }), cell('Lĩnh vực', { rowSpan: 4 }), { inlines: [text('Tiếp nhận và giải quyết'), ...headerNote], colSpan: 8 }],
      [cell('Tiếp nhận', { colSpan: 4 }), cell('Giải quyết', { colSpan: 4 })],
      [cell('Tổng', { rowSpan: 2 }), cell('Trong đó', { colSpan: 3 }), cell('Tổng', { rowSpan: 2 }), cell('Trong đó', { colSpan: 3 })],
      [cell('Trực tuyến'), cell('Trực tiếp'), cell('Bưu chính'), cell('Trước hạn'), cell('Đúng hạn'), cell('Quá hạn')],
    ],
    formulaRow: ['(1)', '(2)', '(3)=(4)+(5)+(6)', '(4)', '(5)', '(6)', '(7)=(8)+(9)+(10)', '(8)', '(9)', '(10)'].map((value) => cell(value)),
    rows: rows.slice(0, items),
    notes: [[text(`Ghi chú dưới bảng ${words(12, `${prefix}gc`)}`), ...note()]],
  };
}

function blanks() {
  return Array.from({ length: 8 }, () => cell(''));
}

/** Cells over many rows, and a row taller than a page. */
function spanTable(note) {
  const spans = [40, 3, 60, 5].flatMap((length, group) =>
    Array.from({ length }, (_, at) =>
      row('item', [
        ...(at === 0 ? [{ inlines: [text(words(length > 10 ? 150 : 8, `ô${group}.`)), ...note()], rowSpan: length }] : []),
        cell(words(1 + ((at * 7) % 9), `d${group}.${at}.`)),
        cell(`${group}-${at}`),
      ]),
    ),
  );
  return {
    type: 'table',
    id: 'bang-2',
    columns: ['left', 'left', 'right'].map((align, column) => ({ id: `c${column}`, align, weight: [3, 4, 1][column] })),
    header: [[cell('Nhóm việc'), cell('Việc làm'), cell('Mã')]],
    rows: [...spans, row('item', [cell('Hàng cao'), { inlines: [text(words(700, 'cao')), ...note(), text(` ${words(60, 'caox')}`)] }, cell('0-0')]), row('total', [cell('Tổng cộng', { colSpan: 2 }), cell('108')])],
    notes: [],
  };
}

function bars() {
  const categories = Array.from({ length: 63 }, (_, index) => `Tỉnh${index + 1}`);
  return {
    type: 'chart',
    id: 'chart-1',
    kind: 'columns',
    caption: [text('Biểu đồ 1: Chỉ số của 63 tỉnh, thành phố')],
    categories,
    series: [{ name: 'Chỉ số', points: categories.map((_, index) => ({ figure: { type: 'figure', text: `${70 + (index % 20)},5`, trace: `t${index}` }, value: `${70 + (index % 20)}.5` })) }],
    decimals: 1,
    suffix: '',
    heightMm: 110,
    description: 'Chỉ số của 63 tỉnh',
    notes: [[text('Số liệu minh họa của biểu đồ.')]],
  };
}

/** A plain picture: a bar and a lying-back label for each category. */
export async function barsSvg({ categories, series }, { widthMm, heightMm }) {
  const [width, height] = [widthMm, heightMm].map((mm) => (mm * 72) / 25.4);
  const step = width / categories.length;
  const drawn = categories.map((name, index) => {
    const tall = Number(series[0].points[index].value) * ((height - 60) / 100);
    const x = index * step;
    return `<rect x="${x + 1}" y="${height - 50 - tall}" width="${step - 2}" height="${tall}" fill="#5b7fa6"/><text transform="translate(${x + step / 2},${height - 10}) rotate(-90)" font-family="Tinos, serif" font-size="6">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`;
}
