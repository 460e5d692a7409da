/** One realistic document with every kind of block and inline, shared by the tests of the DOCX, PDF and XLSX writers. */
import type {
  Appendix,
  Block,
  Inline,
  ListItem,
  OfficialDocument,
  TableBlock,
  TableCell,
  TableColumn,
  TableRow,
} from '../../src/document/tree.js';

/** A new tree at each call, so that no test can spoil it for another. */
export function sampleDocument(): OfficialDocument {
  return {
    letterhead: {
      parent: ['VĂN PHÒNG UBND TỈNH SÓC TRĂNG'],
      issuer: ['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG'],
    },
    number: [text('Số: '), { type: 'blank', of: 'number', characters: 6 }, text('/BC-TTHC')],
    placeAndDate: [
      text('Sóc Trăng, ngày '),
      { type: 'blank', of: 'day', characters: 5 },
      text(' tháng '),
      { type: 'blank', of: 'month', characters: 5 },
      text(' năm 2021'),
    ],
    title: {
      typeName: 'BÁO CÁO',
      subject: [
        text('Tình hình, kết quả hoạt động của Trung tâm Phục vụ hành chính công'),
        { type: 'break' },
        text('tháng 02 năm 2021'),
      ],
    },
    illustrativeNotice: '(Văn bản có số liệu minh họa)',
    addressees: ['Ủy ban nhân dân tỉnh Sóc Trăng', 'Văn phòng Ủy ban nhân dân tỉnh Sóc Trăng'],
    body: body(),
    recipients: [
      'Như trên',
      'Chủ tịch, các PCT. UBND tỉnh (để b/c)',
      'CVP, các PCVP. UBND tỉnh (để b/c)',
      'Các Sở, ngành tỉnh có TTHC tại Trung tâm',
      'Công an tỉnh',
      'Bảo hiểm xã hội tỉnh',
      'Bưu điện tỉnh',
      'Công chức Sở, ngành làm việc tại Trung tâm',
      'Lưu: VT, TTHC',
    ],
    signature: { authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Nguyễn Trọng Sơn' },
    appendices: [handlingAppendix(), satisfactionAppendix()],
    properties: {
      title: 'Báo cáo tình hình, kết quả hoạt động tháng 02 năm 2021',
      subject: 'Kiểm soát thủ tục hành chính',
      author: 'Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng',
      date: '2021-02-15',
    },
  };
}

function text(value: string): Inline {
  return { type: 'text', text: value };
}

/** Text with figures between bars: `nhận |8.605| hồ sơ` makes text, figure, text. */
function sentence(value: string): Inline[] {
  return value
    .split('|')
    .map((part, index): Inline => (index % 2 === 0 ? text(part) : { type: 'figure', text: part, trace: `body-${part}` }))
    .filter((inline) => inline.type !== 'text' || inline.text !== '');
}

function paragraph(...inlines: readonly Inline[]): Block {
  return { type: 'paragraph', role: 'body', inlines };
}

function heading(level: number, value: string): Block {
  return { type: 'heading', level, inlines: [text(value)] };
}

function item(mark: string, level: number, ...inlines: readonly Inline[]): ListItem {
  return { mark, level, inlines };
}

function body(): Block[] {
  return [
    paragraph(
      text('Căn cứ Khoản 3 Điều 9 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ và Quy chế tổ chức, hoạt động '),
      text('của đơn vị, Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng (gọi tắt là Trung tâm) báo cáo tình hình, kết quả '),
      text('hoạt động tháng 02 năm 2021 (từ ngày 16/01/2021 đến ngày 15/02/2021), cụ thể như sau:'),
    ),
    heading(1, 'I. TÌNH HÌNH, KẾT QUẢ HOẠT ĐỘNG'),
    heading(2, '1. Kết quả tiếp nhận, giải quyết hồ sơ'),
    paragraph(
      ...sentence('Trong kỳ, Trung tâm tiếp nhận và giải quyết |8.605| hồ sơ của tổ chức, cá nhân, trong đó |1.378| hồ sơ từ kỳ trước chuyển sang và |7.227| hồ sơ mới tiếp nhận. Kết quả như sau:'),
    ),
    {
      type: 'list',
      items: [
        item('- ', 0, { type: 'strong', children: [text('Số hồ sơ đã giải quyết: ')] }, ...sentence('|7.718| hồ sơ, đạt |89,69%| (|7.718|/|8.605| hồ sơ), gồm:')),
        item('+ ', 1, ...sentence('Trước hạn và đúng hạn |7.712| hồ sơ, chiếm |99,92%| số hồ sơ đã giải quyết;')),
        item('+ ', 1, ...sentence('Quá hạn |6| hồ sơ, chiếm |0,08%|. Cả |6| trường hợp đều do công chức xử lý xong nhưng chưa kịp cập nhật kết quả trên phần mềm một cửa điện tử.')),
        item('- ', 0, { type: 'strong', children: [text('Số hồ sơ đang giải quyết: ')] }, ...sentence('|887| hồ sơ, chiếm |10,31%|, trong đó còn hạn |881| hồ sơ (|99,32%|), quá hạn |6| hồ sơ (|0,68%|).')),
        item('- ', 0, text('Không có hồ sơ bị trả lại trong kỳ.')),
      ],
    },
    paragraph(
      ...sentence('Số hồ sơ tiếp nhận trực tuyến là |3.116| hồ sơ, chiếm |36,21%| tổng số hồ sơ; so với số hồ sơ thuộc dịch vụ công mức độ 3, 4 thì đạt |59,90%| (|3.116|/|5.202| hồ sơ) ('),
      { type: 'emphasis', children: [text('chi tiết tại '), { type: 'reference', text: 'Phụ lục I', target: 'appendix-1' }, text(' kèm theo')] },
      text(').'),
    ),
    heading(2, '2. Mức độ hài lòng của tổ chức, cá nhân'),
    paragraph(
      ...sentence('Có |660| lượt ý kiến đánh giá, bằng |8,55%| số hồ sơ đã giải quyết; |100%| ý kiến hài lòng về dịch vụ và thái độ phục vụ (chi tiết tại '),
      { type: 'reference', text: 'Phụ lục II', target: 'appendix-2' },
      text(' kèm theo). Trung tâm không nhận được ý kiến không hài lòng nào về nghiệp vụ chuyên môn hay về thời gian giải quyết.'),
    ),
    heading(2, '3. Kết quả theo nhóm cơ quan'),
    paragraph(text('Kết quả giải quyết chia theo nhóm cơ quan có thủ tục hành chính tại Trung tâm được tổng hợp tại bảng sau:')),
    groupTable(),
    heading(3, '3.1. Một số cơ quan có số hồ sơ lớn'),
    paragraph(
      ...sentence('Ba cơ quan có số hồ sơ lớn nhất là Sở Giao thông vận tải (|2.906| hồ sơ), Bảo hiểm xã hội tỉnh (|2.135| hồ sơ) và Công an tỉnh (|1.020| hồ sơ), chiếm |70,44%| tổng số hồ sơ của cả kỳ.'),
    ),
    heading(1, 'II. MỘT SỐ NỘI DUNG NHẬN XÉT VÀ KIẾN NGHỊ'),
    paragraph(
      { type: 'strong', children: [{ type: 'emphasis', children: [text('1. ')] }, text('Về tiến độ giải quyết:')] },
      ...sentence(' tỷ lệ giải quyết trước hạn và đúng hạn đạt |99,92%|. Đề nghị các Sở, ngành tiếp tục duy trì, chỉ đạo công chức cập nhật kết quả trên phần mềm ngay khi giải quyết xong, không để hồ sơ ở trạng thái quá hạn do chậm thao tác; khi phát sinh hồ sơ quá hạn thì thực hiện văn bản xin lỗi theo Quyết định số 1216/QĐ-UBND ngày 26/4/2019 của Ủy ban nhân dân tỉnh.'),
    ),
    paragraph(
      { type: 'strong', children: [text('2. Về hồ sơ trực tuyến:')] },
      ...sentence(' tỷ lệ hồ sơ trực tuyến đạt |36,21%|, tăng |1,80| điểm phần trăm so với tháng trước. Đề nghị các Sở, ngành có tỷ lệ thấp rà soát quy trình, tăng cường hướng dẫn tổ chức, cá nhân nộp hồ sơ trực tuyến và thanh toán trực tuyến.'),
    ),
    { type: 'paragraph', role: 'centred', inlines: [{ type: 'emphasis', children: [text('* * *')] }] },
    heading(1, 'III. MỘT SỐ CÔNG TÁC TRỌNG TÂM THÁNG 3 NĂM 2021'),
    {
      type: 'list',
      items: [
        item('- ', 0, text('Tiếp tục nâng cao chất lượng tiếp nhận, trả kết quả giải quyết thủ tục hành chính; theo dõi, đôn đốc các Sở, ngành giải quyết hồ sơ đúng hạn.')),
        item('- ', 0, text('Phối hợp Bưu điện tỉnh đẩy mạnh tiếp nhận hồ sơ và trả kết quả qua dịch vụ bưu chính công ích; tuyên truyền dịch vụ công trực tuyến mức độ 3, mức độ 4.')),
        item('- ', 0, text('Rà soát, niêm yết kịp thời danh mục thủ tục hành chính được công bố mới, sửa đổi, bổ sung và bị bãi bỏ của các Sở, ngành tỉnh.')),
        item('- ', 0, text('Thực hiện nghiêm các biện pháp phòng, chống dịch bệnh tại nơi tiếp nhận hồ sơ.')),
        item('- ', 0, text('Tổng hợp số liệu, xây dựng báo cáo Quý I năm 2021 '), { type: 'strong', children: [text('trước ngày 20/3/2021')] }, text('.')),
      ],
    },
    paragraph(text('Trên đây là báo cáo tình hình, kết quả hoạt động tháng 02 năm 2021 và phương hướng công tác tháng 3 năm 2021 của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng./.')),
  ];
}

/** A table in the portrait body, with group and subtotal rows and a spanning cell in a body row. */
function groupTable(): TableBlock {
  const row = (role: TableRow['role'], texts: readonly string[]): TableRow => ({
    role,
    cells: texts.map((value, index) => (index < 2 ? label(value) : figure(value, 0, `nhom-${index}`))),
  });
  return {
    type: 'table',
    id: 'nhom-co-quan',
    columns: [
      { id: 'stt', align: 'centre', weight: 6 },
      { id: 'nhom', align: 'left', weight: 40 },
      { id: 'nhan_tong', align: 'right', weight: 13 },
      { id: 'gq_tong', align: 'right', weight: 13 },
      { id: 'dang_tong', align: 'right', weight: 13 },
    ],
    header: [['STT', 'Nhóm cơ quan', 'Tiếp nhận', 'Đã giải quyết', 'Đang giải quyết'].map((value) => label(value))],
    rows: [
      { role: 'group', cells: [label('A'), { ...label('Cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh'), colSpan: 4 }] },
      row('item', ['1', 'Khối kinh tế, kỹ thuật', '4.372', '3.903', '469']),
      row('item', ['2', 'Khối văn hóa, xã hội, nội chính', '1.078', '741', '337']),
      row('subtotal', ['', 'Cộng A', '5.450', '4.644', '806']),
      { role: 'group', cells: [label('B'), { ...label('Cơ quan trung ương đặt tại tỉnh'), colSpan: 4 }] },
      row('item', ['3', 'Công an tỉnh, Bảo hiểm xã hội tỉnh', '3.155', '3.074', '81']),
      {
        role: 'total',
        cells: [
          { ...label('Tổng cộng'), colSpan: 2 },
          figure('8.605', 0, 'nhom-tong-2'),
          figure('7.718', 0, 'nhom-tong-3'),
          figure('887', 0, 'nhom-tong-4'),
        ],
      },
    ],
    unitLine: 'Đơn vị tính: hồ sơ',
    notes: [],
  };
}

const HANDLING_UNITS: readonly (readonly [string, ...number[]])[] = [
  ['Sở Thông tin và Truyền thông', 5, 0, 5, 5, 5, 0, 0, 0, 0, 0, 0, 5, 5],
  ['Sở Công Thương', 613, 2, 611, 612, 612, 0, 0, 1, 1, 0, 0, 540, 613],
  ['Sở Giáo dục và Đào tạo', 35, 2, 33, 29, 29, 0, 0, 6, 6, 0, 0, 10, 35],
  ['Sở Giao thông vận tải', 2906, 773, 2133, 2489, 2489, 0, 0, 417, 417, 0, 0, 530, 696],
  ['Sở Kế hoạch và Đầu tư', 228, 14, 214, 226, 226, 0, 0, 2, 2, 0, 0, 99, 221],
  ['Sở Khoa học và Công nghệ', 4, 2, 2, 3, 3, 0, 0, 1, 1, 0, 0, 2, 4],
  ['Sở Lao động - Thương binh và Xã hội', 110, 12, 98, 110, 110, 0, 0, 0, 0, 0, 0, 0, 39],
  ['Sở Nội vụ', 208, 33, 175, 78, 78, 0, 0, 130, 130, 0, 0, 153, 187],
  ['Sở Nông nghiệp và Phát triển nông thôn', 514, 38, 476, 483, 483, 0, 0, 31, 31, 0, 0, 476, 514],
  ['Sở Tài chính', 11, 0, 11, 11, 11, 0, 0, 0, 0, 0, 0, 9, 11],
  ['Sở Tài nguyên và Môi trường', 36, 11, 25, 23, 23, 0, 0, 13, 13, 0, 0, 2, 30],
  ['Sở Tư pháp', 539, 211, 328, 428, 422, 0, 6, 111, 105, 6, 0, 114, 537],
  ['Sở Văn hóa, Thể thao và Du lịch', 30, 1, 29, 30, 30, 0, 0, 0, 0, 0, 0, 6, 30],
  ['Sở Xây dựng', 55, 20, 35, 51, 51, 0, 0, 4, 4, 0, 0, 31, 55],
  ['Sở Y tế', 156, 64, 92, 66, 66, 0, 0, 90, 90, 0, 0, 8, 89],
  ['Công an tỉnh', 1020, 92, 928, 994, 994, 0, 0, 26, 26, 0, 0, 0, 1],
  ['Bảo hiểm xã hội tỉnh', 2135, 103, 2032, 2080, 2080, 0, 0, 55, 55, 0, 0, 1131, 2135],
];

const HANDLING_COLUMNS = [
  'nhan_tong', 'nhan_ky_truoc', 'nhan_moi', 'gq_tong', 'gq_truoc_han', 'gq_dung_han', 'gq_qua_han',
  'dang_tong', 'dang_con_han', 'dang_qua_han', 'tra_lai', 'truc_tuyen', 'muc_3_4',
];

const HANDLING_RATIOS = ['100,00', '16,01', '83,99', '89,69', '99,92', '0,00', '0,08', '10,31', '99,32', '0,68', '0,00', '36,21', '59,90'];
const HANDLING_RATIO_RULES: Readonly<Record<string, string>> = {
  nhan_ky_truoc: 'nhan_ky_truoc / nhan_tong * 100',
  truc_tuyen: 'truc_tuyen / nhan_tong * 100',
  muc_3_4: 'truc_tuyen / muc_3_4 * 100',
};
const RATIO_MARKS: Readonly<Record<string, string>> = { truc_tuyen: '(*)', muc_3_4: '(**)' };

function handlingAppendix(): Appendix {
  const table: TableBlock = {
    type: 'table',
    id: 'ket-qua-giai-quyet',
    columns: figureColumns(HANDLING_COLUMNS, 44, 14),
    header: [
      [
        { ...label('STT'), rowSpan: 3 },
        { ...label('Đơn vị'), rowSpan: 3 },
        { ...label('Số hồ sơ nhận giải quyết'), colSpan: 3 },
        { ...label('Kết quả giải quyết'), colSpan: 7 },
        { ...label('Hồ sơ bị trả lại'), rowSpan: 3 },
        { ...label('Hồ sơ nhận qua trực tuyến'), rowSpan: 3 },
        { ...label('Số hồ sơ mức độ 3, 4'), rowSpan: 3 },
      ],
      [
        { ...label('Tổng số'), rowSpan: 2 },
        { ...label('Trong đó'), colSpan: 2 },
        { ...label('Số hồ sơ đã giải quyết'), colSpan: 4 },
        { ...label('Số hồ sơ đang giải quyết'), colSpan: 3 },
      ],
      ['Kỳ trước', 'Số mới tiếp nhận', 'Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Tổng số', 'Còn hạn', 'Quá hạn'].map((value) => label(value)),
    ],
    rows: [
      ...unitRows(HANDLING_UNITS, 'ket-qua-giai-quyet'),
      {
        role: 'total',
        cells: [label(''), label('Tổng cộng'), ...totals(HANDLING_UNITS, 'ket-qua-giai-quyet')],
      },
      {
        role: 'ratio',
        cells: [
          label(''),
          label('Tỷ lệ %'),
          ...HANDLING_COLUMNS.map((id, index): TableCell => {
            const printed = HANDLING_RATIOS[index]!;
            const cell = figure(printed, 2, `ket-qua-giai-quyet-ty-le-${id}`);
            const rule = HANDLING_RATIO_RULES[id];
            const mark = RATIO_MARKS[id];
            return {
              ...cell,
              inlines: mark === undefined ? cell.inlines : [...cell.inlines, text(mark)],
              ...(rule === undefined ? {} : { formula: { kind: 'rule', rule, row: HANDLING_UNITS.length } }),
            };
          }),
        ],
      },
    ],
    unitLine: 'Đơn vị tính: hồ sơ',
    notes: [
      [text('(*) Tỷ lệ số hồ sơ nhận qua trực tuyến so với tổng số hồ sơ nhận giải quyết.')],
      [text('(**) Tỷ lệ số hồ sơ nhận qua trực tuyến so với số hồ sơ mức độ 3, 4.')],
      [{ type: 'emphasis', children: [text('(Số liệu minh họa)')] }],
    ],
  };
  return {
    id: 'appendix-1',
    label: 'Phụ lục I',
    title: [text('TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 02 NĂM 2021')],
    subtitle: [text('(Từ ngày 16/01/2021 đến ngày 15/02/2021)')],
    attachedTo: attachedTo(),
    orientation: 'landscape',
    blocks: [table, { type: 'paragraph', role: 'note', inlines: [text('Nguồn: phần mềm một cửa điện tử của tỉnh./.')] }],
  };
}

const SATISFACTION_UNITS: readonly (readonly [string, ...number[]])[] = [
  ['Sở Thông tin và Truyền thông', 0, 4, 0, 0, 0, 4],
  ['Sở Công Thương', 3, 1, 0, 0, 0, 4],
  ['Sở Giáo dục và Đào tạo', 1, 1, 0, 0, 0, 2],
  ['Sở Giao thông vận tải', 18, 25, 0, 0, 0, 43],
  ['Sở Kế hoạch và Đầu tư', 27, 45, 0, 0, 0, 72],
  ['Sở Khoa học và Công nghệ', 0, 2, 0, 0, 0, 2],
  ['Sở Lao động - Thương binh và Xã hội', 1, 0, 0, 0, 0, 1],
  ['Sở Nội vụ', 0, 30, 0, 0, 0, 30],
  ['Sở Nông nghiệp và Phát triển nông thôn', 6, 73, 0, 0, 0, 79],
  ['Sở Tài chính', 0, 1, 0, 0, 0, 1],
  ['Sở Tài nguyên và Môi trường', 7, 7, 0, 0, 0, 14],
  ['Sở Tư pháp', 31, 99, 0, 0, 0, 130],
  ['Sở Văn hóa, Thể thao và Du lịch', 2, 15, 0, 0, 0, 17],
  ['Sở Xây dựng', 5, 28, 0, 0, 0, 33],
  ['Sở Y tế', 18, 23, 0, 0, 0, 41],
  ['Công an tỉnh', 9, 63, 0, 0, 0, 72],
  ['Bảo hiểm xã hội tỉnh', 41, 74, 0, 0, 0, 115],
];

const SATISFACTION_COLUMNS = ['hai_long_dich_vu', 'hai_long_thai_do', 'khong_hl_nghiep_vu', 'khong_hl_thoi_gian', 'gop_y', 'tong_cong'];

function satisfactionAppendix(): Appendix {
  const table: TableBlock = {
    type: 'table',
    id: 'muc-do-hai-long',
    columns: figureColumns(SATISFACTION_COLUMNS, 60, 26),
    header: [
      [
        'STT',
        'Tên đơn vị',
        'Hài lòng về dịch vụ',
        'Hài lòng về thái độ phục vụ',
        'Không hài lòng về nghiệp vụ chuyên môn',
        'Không hài lòng về thời gian giải quyết',
        'Ý kiến góp ý',
        'Tổng cộng',
      ].map((value) => label(value)),
    ],
    rows: [
      ...unitRows(SATISFACTION_UNITS, 'muc-do-hai-long'),
      { role: 'total', cells: [{ ...label('Tổng cộng'), colSpan: 2 }, ...totals(SATISFACTION_UNITS, 'muc-do-hai-long')] },
      {
        role: 'ratio',
        cells: [
          { inlines: [{ type: 'emphasis', children: [text('Tỷ lệ %')] }], colSpan: 2 },
          ...['25,61', '74,39', '0,00', '0,00', '0,00', '100,00'].map((printed, index): TableCell => {
            const cell = figure(printed, 2, `muc-do-hai-long-ty-le-${index}`);
            return { ...cell, inlines: [{ type: 'emphasis', children: cell.inlines }] };
          }),
        ],
      },
    ],
    unitLine: 'Đơn vị tính: ý kiến',
    notes: [],
  };
  return {
    id: 'appendix-2',
    label: 'Phụ lục II',
    title: [text('THỐNG KÊ SỐ HỒ SƠ ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG'), { type: 'break' }, text('VÀ Ý KIẾN GÓP Ý CỦA TỔ CHỨC, CÁ NHÂN')],
    attachedTo: attachedTo(),
    orientation: 'landscape',
    blocks: [
      table,
      { type: 'pageBreak' },
      heading(2, 'Cách tổng hợp'),
      paragraph(text('Mỗi ý kiến do tổ chức, cá nhân chọn tại màn hình đánh giá của quầy giao dịch được tính một lần cho cơ quan giải quyết hồ sơ; hồ sơ không được đánh giá thì không tính./.')),
    ],
  };
}

function attachedTo(): Inline[] {
  return [
    text('(Kèm theo Báo cáo số '),
    { type: 'blank', of: 'number', characters: 6 },
    text('/BC-TTHC ngày '),
    { type: 'blank', of: 'day', characters: 5 },
    text(' tháng '),
    { type: 'blank', of: 'month', characters: 5 },
    text(' năm '),
    { type: 'blank', of: 'year', characters: 7 },
    text(' của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng)'),
  ];
}

function figureColumns(ids: readonly string[], nameWeight: number, figureWeight: number): TableColumn[] {
  return [
    { id: 'stt', align: 'centre', weight: 9 },
    { id: 'don_vi', align: 'left', weight: nameWeight },
    ...ids.map((id): TableColumn => ({ id, align: 'right', weight: figureWeight })),
  ];
}

function unitRows(units: readonly (readonly [string, ...number[]])[], table: string): TableRow[] {
  return units.map(([name, ...figures], index) => ({
    role: 'item',
    cells: [
      label(String(index + 1)),
      label(name),
      ...figures.map((value, column) => figure(grouped(value), 0, `${table}-${index}-${column}`)),
    ],
  }));
}

function totals(units: readonly (readonly [string, ...number[]])[], table: string): TableCell[] {
  const columns = units[0]!.length - 1;
  return Array.from({ length: columns }, (_, column): TableCell => {
    const sum = units.reduce((total, unit) => total + (unit[column + 1] as number), 0);
    return {
      ...figure(grouped(sum), 0, `${table}-tong-${column}`),
      formula: { kind: 'sum', firstRow: 0, lastRow: units.length - 1 },
    };
  });
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

function label(value: string): TableCell {
  return { inlines: value === '' ? [] : [text(value)] };
}

function figure(printed: string, decimals: number, trace: string): TableCell {
  return {
    inlines: [{ type: 'figure', text: printed, trace }],
    value: printed.replaceAll('.', '').replace(',', '.'),
    decimals,
  };
}
