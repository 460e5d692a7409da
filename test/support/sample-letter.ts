/** A công văn of a collective body as offices write them: căn cứ, points with lettered tasks, one phụ lục, boxes, drafter's mark and address. */
import type { Block, Inline, ListItem, OfficialDocument } from '../../src/document/tree.js';

const text = (value: string): Inline => ({ type: 'text', text: value });
const strong = (value: string): Inline => ({ type: 'strong', children: [text(value)] });
const paragraph = (...inlines: readonly Inline[]): Block => ({ type: 'paragraph', role: 'body', inlines });
const heading = (value: string): Block => ({ type: 'heading', level: 2, inlines: [text(value)] });
const points = (...items: readonly (readonly Inline[])[]): Block => ({
  type: 'list',
  items: items.map((inlines, index): ListItem => ({ mark: `${'abcdđe'[index]!}) `, level: 0, inlines })),
});
const basis = (value: string): Block => paragraph({ type: 'emphasis', children: [text(value)] });

/** A new tree at each call, so that no test can spoil it for another. */
export function sampleLetter(): OfficialDocument {
  return {
    letterhead: { parent: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH SÓC TRĂNG'] },
    number: [text('Số: '), { type: 'blank', of: 'number', characters: 7 }, text('/UBND-TTHC')],
    placeAndDate: [text('Sóc Trăng, ngày '), { type: 'blank', of: 'day', characters: 5 }, text(' tháng '), { type: 'blank', of: 'month', characters: 5 }, text(' năm 2022')],
    title: { subject: [text('V/v chấn chỉnh việc tiếp nhận, giải quyết hồ sơ thủ tục hành chính tại Bộ phận Một cửa các cấp trên địa bàn tỉnh')] },
    marks: { urgency: 'HỎA TỐC', circulation: 'LƯU HÀNH NỘI BỘ' },
    drafter: 'PL.(300)',
    address: ['Số 1 Châu Văn Tiếp, Phường 2, thành phố Sóc Trăng, tỉnh Sóc Trăng', 'Điện thoại: 0299.0000000; thư điện tử: ubnd@example.vn'],
    illustrativeNotice: '(Văn bản có số liệu, nội dung minh họa)',
    addressees: ['Các sở, ban, ngành tỉnh', 'Công an tỉnh', 'Bảo hiểm xã hội tỉnh', 'Ủy ban nhân dân các huyện, thị xã, thành phố'],
    body: [
      basis('Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính;'),
      basis('Căn cứ Quyết định số 288/QĐ-BNV ngày 14 tháng 4 năm 2022 của Bộ trưởng Bộ Nội vụ công bố Chỉ số cải cách hành chính.'),
      paragraph(text('Qua theo dõi, Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các cơ quan, đơn vị thực hiện các nội dung sau:')),
      heading('1. Các sở, ban, ngành tỉnh:'),
      points(
        [text('Rà soát toàn bộ hồ sơ quá hạn, nêu rõ nguyên nhân và trách nhiệm của từng công chức;')],
        [text('Gửi thư xin lỗi tổ chức, cá nhân đối với hồ sơ quá hạn ('), { type: 'reference', text: 'Phụ lục', target: 'appendix-1' }, text(' kèm theo), hoàn thành trước '), strong('ngày 15 tháng 3 năm 2022'), text(';')],
        [text('Cập nhật kết quả trên phần mềm một cửa điện tử ngay trong ngày xử lý xong;')],
        [text('Công khai mã số hồ sơ để người dân tra cứu;')],
        [text('Phân công lãnh đạo trực tiếp theo dõi việc giải quyết hồ sơ;')],
        [text('Báo cáo kết quả về Ủy ban nhân dân tỉnh trước '), strong('ngày 25 hằng tháng'), text('.')],
      ),
      heading('2. Sở Thông tin và Truyền thông:'),
      paragraph(text('Hoàn thiện chức năng cảnh báo hồ sơ sắp đến hạn trước '), strong('ngày 30 tháng 4 năm 2022'), text('.')),
      heading('3. Văn phòng Ủy ban nhân dân tỉnh:'),
      points([text('Theo dõi, đôn đốc việc thực hiện Công văn này;')], [text('Tổng hợp, tham mưu Ủy ban nhân dân tỉnh xử lý vướng mắc phát sinh.')]),
      paragraph(text('Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc thực hiện./.')),
    ],
    recipients: ['Như trên', 'Chủ tịch, các PCT. UBND tỉnh', 'Trung tâm Phục vụ hành chính công', 'Lưu: VT, TTHC'],
    signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Văn A' },
    appendices: [
      {
        id: 'appendix-1',
        label: 'Phụ lục',
        title: [text('DANH MỤC HỒ SƠ QUÁ HẠN')],
        attachedTo: [text('(Kèm theo Công văn số '), { type: 'blank', of: 'number', characters: 7 }, text('/UBND-TTHC ngày '), { type: 'blank', of: 'day', characters: 5 }, text(' tháng '), { type: 'blank', of: 'month', characters: 5 }, text(' năm 2022 của Ủy ban nhân dân tỉnh Sóc Trăng)')],
        orientation: 'portrait',
        blocks: [
          {
            type: 'table',
            id: 'appendix-1-table',
            columns: [
              { id: 'stt', align: 'centre', weight: 1 },
              { id: 'ten', align: 'left', weight: 6 },
              { id: 'so', align: 'right', weight: 2 },
            ],
            header: [[{ inlines: [text('STT')] }, { inlines: [text('Cơ quan')] }, { inlines: [text('Số hồ sơ')] }]],
            rows: [
              { role: 'item', cells: [{ inlines: [text('1')] }, { inlines: [text('Sở Tư pháp')] }, { inlines: [text('6')], value: '6' }] },
              { role: 'item', cells: [{ inlines: [text('2')] }, { inlines: [text('Sở Xây dựng')] }, { inlines: [text('4')], value: '4' }] },
            ],
            notes: [[text('./.')]],
          },
        ],
      },
    ],
    properties: { title: 'Công văn', subject: 'Chấn chỉnh việc tiếp nhận, giải quyết hồ sơ', author: 'Ủy ban nhân dân tỉnh Sóc Trăng', date: '2022-02-28' },
  };
}
