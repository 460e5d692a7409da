/** A small annual report with what long reports have: table of contents, footnotes in text and cells, captions, formula rows, groups, cells over several rows. */
import type { Appendix, Block, Heading, Inline, List, OfficialDocument, TableBlock, TableCell, TableColumn, TableRow } from '../../src/document/tree.js';
import { sampleDocument } from './sample-document.js';

/** A new tree at each call, so that no test can spoil it for another. */
export function longDocument(): OfficialDocument {
  return {
    ...sampleDocument(),
    placeAndDate: [text('Sóc Trăng, ngày '), { type: 'blank', of: 'day', characters: 5 }, text(' tháng '), { type: 'blank', of: 'month', characters: 5 }, text(' năm 2022')],
    title: { typeName: 'BÁO CÁO', subject: [text('Tình hình, kết quả hoạt động của Trung tâm Phục vụ hành chính công'), { type: 'break' }, text('năm 2022')] },
    addressees: ['Ủy ban nhân dân tỉnh Sóc Trăng'],
    contents: { title: 'MỤC LỤC', levels: 2 },
    body: body(),
    appendices: [agenciesAppendix(), tasksAppendix()],
    properties: {
      title: 'Báo cáo tình hình, kết quả hoạt động năm 2022',
      subject: 'Kiểm soát thủ tục hành chính',
      author: 'Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng',
      date: '2022-12-31',
    },
  };
}

export function text(value: string): Inline {
  return { type: 'text', text: value };
}

export function note(number: number, ...inlines: readonly Inline[]): Inline {
  return { type: 'note', number, inlines };
}

/** Text with figures between bars. */
function sentence(value: string): Inline[] {
  return value
    .split('|')
    .map((part, index): Inline => (index % 2 === 0 ? text(part) : { type: 'figure', text: part, trace: `long-${part}` }))
    .filter((inline) => inline.type !== 'text' || inline.text !== '');
}

function heading(level: number, value: string): Heading {
  return { type: 'heading', level, inlines: [text(value)] };
}

function paragraph(...inlines: readonly Inline[]): Block {
  return { type: 'paragraph', role: 'body', inlines };
}

function list(...items: readonly (readonly Inline[])[]): List {
  return { type: 'list', items: items.map((inlines) => ({ mark: '- ', level: 0, inlines })) };
}

function body(): Block[] {
  return [
    paragraph(
      text('Thực hiện chế độ báo cáo định kỳ'),
      note(1, text('Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ '), { type: 'emphasis', children: [text('quy định về chế độ báo cáo của cơ quan hành chính nhà nước')] }, text('.')),
      text(' và chương trình công tác năm, Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng (gọi tắt là Trung tâm) báo cáo tình hình, kết quả hoạt động năm 2022, cụ thể như sau:'),
    ),
    heading(1, 'I. TÌNH HÌNH, KẾT QUẢ HOẠT ĐỘNG NĂM 2022'),
    heading(2, '1. Công tác chỉ đạo, điều hành'),
    paragraph(text('Trung tâm đã tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch kiểm soát thủ tục hành chính, kế hoạch thực hiện cơ chế một cửa, một cửa liên thông và kế hoạch số hóa hồ sơ, kết quả giải quyết thủ tục hành chính; tổ chức hội nghị sơ kết sáu tháng và tập huấn nghiệp vụ cho công chức, viên chức làm việc tại quầy.')),
    list(
      [text('Niêm yết đầy đủ, kịp thời danh mục thủ tục hành chính được công bố mới, sửa đổi, bổ sung và bị bãi bỏ tại nơi tiếp nhận và trên Cổng dịch vụ công của tỉnh;')],
      [
        text('Phối hợp Bưu điện tỉnh tiếp nhận hồ sơ và trả kết quả qua dịch vụ bưu chính công ích'),
        note(2, text('Gồm nhận tại nhà và tại '), ...sentence('|109|'), text(' điểm bưu điện văn hóa xã.')),
        text(' tại tất cả các huyện, thị xã, thành phố;'),
      ],
      [text('Bố trí công chức hướng dẫn tổ chức, cá nhân nộp hồ sơ trực tuyến, thanh toán trực tuyến và tra cứu tình trạng giải quyết hồ sơ.')],
    ),
    heading(2, '2. Kết quả tiếp nhận, giải quyết hồ sơ theo lĩnh vực của các cơ quan có thủ tục hành chính thực hiện tại Trung tâm'),
    paragraph(
      ...sentence('Trong năm, Trung tâm tiếp nhận và giải quyết |98.400| hồ sơ, trong đó |1.400| hồ sơ năm trước chuyển sang và |97.000| hồ sơ mới tiếp nhận; đã giải quyết |96.900| hồ sơ, đang giải quyết |1.500| hồ sơ. Kết quả theo lĩnh vực được tổng hợp tại '),
      { type: 'reference', text: 'Bảng 1', target: 'linh-vuc' },
      text(':'),
    ),
    fieldsTable(),
    paragraph(text('Các lĩnh vực có số hồ sơ lớn là giao thông vận tải, đất đai và bảo hiểm xã hội. Hồ sơ quá hạn chủ yếu thuộc lĩnh vực đất đai do phải xác minh nguồn gốc sử dụng đất, phối hợp nhiều cơ quan và do công chức chưa kịp cập nhật kết quả trên phần mềm một cửa điện tử.')),
    heading(2, '3. Mức độ hài lòng của tổ chức, cá nhân'),
    paragraph(
      { type: 'strong', children: [text('Về khảo sát:'), note(5, text('Thực hiện theo bộ tiêu chí do Ủy ban nhân dân tỉnh ban hành.'))] },
      ...sentence(' có |5.120| lượt ý kiến đánh giá, trong đó |5.118| lượt hài lòng về dịch vụ và thái độ phục vụ. Trung tâm đã xác minh, trả lời các ý kiến góp ý qua đường dây nóng và hộp thư điện tử, không để tồn đọng.'),
    ),
    heading(3, '3.1. Ý kiến góp ý'),
    paragraph(text('Ý kiến góp ý tập trung vào thời gian chờ tại quầy trong giờ cao điểm và việc hướng dẫn kê khai hồ sơ trực tuyến. Trung tâm đã bố trí thêm máy lấy số, máy tính cho tổ chức, cá nhân sử dụng và lập tổ hướng dẫn tại sảnh.')),
    heading(1, 'II. HẠN CHẾ VÀ NGUYÊN NHÂN'),
    paragraph(text('Tỷ lệ hồ sơ nộp trực tuyến ở một số lĩnh vực còn thấp; việc số hóa thành phần hồ sơ khi tiếp nhận chưa đồng bộ; một số quy trình nội bộ chưa được cập nhật kịp thời sau khi thủ tục hành chính được công bố sửa đổi. Nguyên nhân là thiết bị chưa đầy đủ, nhân lực kiêm nhiệm và thói quen nộp hồ sơ giấy của một bộ phận người dân.')),
    heading(1, 'III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023'),
    list(
      [text('Đẩy mạnh số hóa hồ sơ, kết quả giải quyết thủ tục hành chính và kết nối, chia sẻ dữ liệu dùng chung;')],
      [text('Rà soát, kiến nghị đơn giản hóa thủ tục hành chính, cắt giảm thời gian giải quyết;')],
      [text('Thực hiện các nhiệm vụ nêu tại '), { type: 'reference', text: 'Phụ lục II', target: 'appendix-2' }, text(' kèm theo.')],
    ),
    paragraph(text('Trên đây là báo cáo tình hình, kết quả hoạt động năm 2022 của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng./.')),
  ];
}

function label(value: string, ...more: readonly Inline[]): TableCell {
  return { inlines: [...(value === '' ? [] : [text(value)]), ...more] };
}

function figure(value: number, trace: string, ...more: readonly Inline[]): TableCell {
  const printed = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
  return { inlines: [{ type: 'figure', text: printed, trace }, ...more], value: String(value), decimals: 0 };
}

function figureColumns(ids: readonly string[]): TableColumn[] {
  return ids.map((id) => ({ id, align: 'right', weight: 12 }));
}

/** carried over · new · done; received and pending follow from them. */
type Counts = readonly [number, number, number];

function countCells([before, fresh, done]: Counts, trace: string): TableCell[] {
  return [before + fresh, before, fresh, done, before + fresh - done].map((value, index) => figure(value, `${trace}-${index}`));
}

function plus(all: readonly Counts[]): Counts {
  return all.reduce<Counts>(([a, b, c], [d, e, f]) => [a + d, b + e, c + f], [0, 0, 0]);
}

const COUNT_HEADER: readonly (readonly TableCell[])[] = [
  [{ ...label('STT'), rowSpan: 2 }, { ...label('Lĩnh vực, cơ quan'), rowSpan: 2 }, { ...label('Số hồ sơ nhận giải quyết'), colSpan: 3 }, { ...label('Đã giải quyết'), rowSpan: 2 }, { ...label('Đang giải quyết'), rowSpan: 2 }],
  [label('Tổng số'), label('Năm trước chuyển sang'), label('Mới tiếp nhận')],
];
const COUNT_FORMULAS = ['(1)', '(2)', '(3)=(4)+(5)', '(4)', '(5)', '(6)', '(7)=(3)-(6)'];

const PROVINCE: readonly (readonly [string, Counts])[] = [
  ['Giao thông vận tải', [700, 36_300, 36_500]],
  ['Kế hoạch và đầu tư', [100, 4_900, 4_950]],
  ['Tư pháp', [250, 7_750, 7_650]],
];
const DISTRICT: readonly (readonly [string, Counts])[] = [
  ['Đất đai', [300, 29_700, 29_500]],
  ['Bảo hiểm xã hội', [50, 18_350, 18_300]],
];

function fieldsTable(): TableBlock {
  const item = (at: number, [name, counts]: readonly [string, Counts]): TableRow => ({ role: 'item', cells: [label(String(at)), label(name), ...countCells(counts, `linh-vuc-${at}`)] });
  const group = (mark: string, name: TableCell, rows: readonly (readonly [string, Counts])[]): TableRow => ({
    role: 'group',
    cells: [label(mark), name, ...countCells(plus(rows.map(([, counts]) => counts)), `linh-vuc-${mark}`)],
  });
  const all = plus([...PROVINCE, ...DISTRICT].map(([, counts]) => counts));
  const total = countCells(all, 'linh-vuc-tong');
  const late = total[4]!;
  return {
    type: 'table',
    id: 'linh-vuc',
    columns: [{ id: 'stt', align: 'centre', weight: 7 }, { id: 'linh_vuc', align: 'left', weight: 34 }, ...figureColumns(['nhan_tong', 'nhan_truoc', 'nhan_moi', 'da_gq', 'dang_gq'])],
    header: COUNT_HEADER,
    formulaRow: COUNT_FORMULAS.map((formula) => label(formula)),
    rows: [
      group('A', label('Lĩnh vực thuộc thẩm quyền cấp tỉnh'), PROVINCE),
      ...PROVINCE.map((one, index) => item(index + 1, one)),
      group('B', label('Lĩnh vực phối hợp với cấp huyện', note(3, text('Trung tâm tiếp nhận, chuyển Bộ phận Một cửa cấp huyện giải quyết.'))), DISTRICT),
      ...DISTRICT.map((one, index) => item(index + 4, one)),
      {
        role: 'total',
        cells: [{ ...label('Tổng cộng'), colSpan: 2 }, ...total.slice(0, 4), { ...late, inlines: [...late.inlines, note(4, ...sentence('Trong đó |12| hồ sơ quá hạn.'))] }],
      },
    ],
    caption: [text('Bảng 1: Kết quả tiếp nhận, giải quyết hồ sơ theo lĩnh vực năm 2022')],
    unitLine: 'Đơn vị tính: hồ sơ',
    notes: [[text('(Số liệu minh họa)')]],
  };
}

function attachedTo(): Inline[] {
  return [text('(Kèm theo Báo cáo số '), { type: 'blank', of: 'number', characters: 6 }, text('/BC-TTHC ngày '), { type: 'blank', of: 'day', characters: 5 }, text(' tháng '), { type: 'blank', of: 'month', characters: 5 }, text(' năm '), { type: 'blank', of: 'year', characters: 7 }, text(' của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng)')];
}

const AGENCIES: readonly (readonly [string, readonly (readonly [string, Counts])[]])[] = [
  ['Sở Giao thông vận tải', [['Vận tải đường bộ', [400, 20_000, 20_100]], ['Đăng kiểm, đường thủy nội địa', [300, 16_300, 16_400]]]],
  ['Sở Kế hoạch và Đầu tư', [['Đăng ký doanh nghiệp', [80, 4_100, 4_130]], ['Đầu tư tại Việt Nam', [20, 800, 820]]]],
  ['Sở Tư pháp', [['Lý lịch tư pháp', [200, 6_900, 6_800]], ['Công chứng', [30, 600, 600]], ['Luật sư, hộ tịch', [20, 250, 250]]]],
];

/** Groups with figures, and the agency's name beside all of its rows. */
function agenciesAppendix(): Appendix {
  const rows = AGENCIES.flatMap(([agency, fields], at): TableRow[] => [
    {
      role: 'group',
      cells: [label('ABC'[at]!), { ...label(`Nhóm ${'ABC'[at]!}`), colSpan: 2 }, ...countCells(plus(fields.map(([, counts]) => counts)), `co-quan-${at}`)],
    },
    ...fields.map(([field, counts], row): TableRow => {
      const cells = countCells(counts, `co-quan-${at}-${row}`);
      return {
        role: 'item',
        cells: [
          label(String(row + 1)),
          ...(row > 0 ? [] : [{ ...label(agency, ...(at === 1 ? [note(6, text('Kể cả hồ sơ liên thông thuế.'))] : [])), rowSpan: fields.length }]),
          label(field),
          ...cells,
        ],
      };
    }),
  ]);
  const all = plus(AGENCIES.flatMap(([, fields]) => fields.map(([, counts]) => counts)));
  return {
    id: 'appendix-1',
    label: 'Phụ lục I',
    title: [text('KẾT QUẢ GIẢI QUYẾT HỒ SƠ CỦA CÁC SỞ'), { type: 'break' }, text('NĂM 2022')],
    attachedTo: attachedTo(),
    orientation: 'landscape',
    blocks: [
      {
        type: 'table',
        id: 'co-quan',
        columns: [{ id: 'stt', align: 'centre', weight: 6 }, { id: 'co_quan', align: 'left', weight: 26 }, { id: 'linh_vuc', align: 'left', weight: 34 }, ...figureColumns(['nhan_tong', 'nhan_truoc', 'nhan_moi', 'da_gq', 'dang_gq'])],
        header: [
          [{ ...label('STT'), rowSpan: 2 }, { ...label('Cơ quan'), rowSpan: 2 }, { ...label('Lĩnh vực'), rowSpan: 2 }, ...COUNT_HEADER[0]!.slice(2)],
          COUNT_HEADER[1]!,
        ],
        formulaRow: ['(1)', '(2)', '(3)', '(4)=(5)+(6)', '(5)', '(6)', '(7)', '(8)=(4)-(7)'].map((formula) => label(formula)),
        rows: [...rows, { role: 'total', cells: [{ ...label('Tổng cộng'), colSpan: 3 }, ...countCells(all, 'co-quan-tong')] }],
        caption: [text('Biểu số 01/TTHC')],
        unitLine: 'Đơn vị tính: hồ sơ',
        notes: [],
      },
    ],
  };
}

const TASKS: readonly (readonly [string, readonly string[], string])[] = [
  ['Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính', ['Trung tâm;', 'các Sở, ngành tỉnh'], 'Quý II'],
  ['Cập nhật quy trình nội bộ, quy trình điện tử sau khi thủ tục hành chính được công bố', ['Các Sở, ngành tỉnh'], 'Thường xuyên'],
  ['Tập huấn nghiệp vụ cho công chức, viên chức làm việc tại quầy', ['Trung tâm'], 'Quý III'],
];

function tasksAppendix(): Appendix {
  return {
    id: 'appendix-2',
    label: 'Phụ lục II',
    title: [text('NHIỆM VỤ TRỌNG TÂM NĂM 2023')],
    attachedTo: attachedTo(),
    orientation: 'portrait',
    blocks: [
      {
        type: 'table',
        id: 'nhiem-vu',
        columns: [{ id: 'stt', align: 'centre', weight: 8 }, { id: 'nhiem_vu', align: 'left', weight: 60 }, { id: 'chu_tri', align: 'left', weight: 26 }, { id: 'thoi_gian', align: 'centre', weight: 22 }],
        header: [['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'].map((value) => label(value))],
        rows: TASKS.map(([task, owners, when], index): TableRow => ({
          role: 'item',
          cells: [label(String(index + 1)), label(task), { inlines: owners.flatMap((owner, line): Inline[] => [...(line > 0 ? [{ type: 'break' } as const] : []), text(owner)]) }, label(when)],
        })),
        notes: [],
      },
      paragraph(text('Các cơ quan gửi kết quả thực hiện về Trung tâm trước ngày 15 tháng cuối quý./.')),
    ],
  };
}
