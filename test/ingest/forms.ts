/** Forms of the monthly report built by hand, so that these tests stand without the YAML reader. */
import type { ColumnType, Form, FormColumn } from '../../src/statistics/form.js';

type Extra = Partial<Pick<FormColumn, 'required' | 'formula' | 'aliases'>>;

export function column(id: string, type: ColumnType, path: readonly string[], extra: Extra = {}): FormColumn {
  return { id, type, path, aliases: [], required: true, decimals: 2, exact: false, adds: 'sum', over: 'flow', repeats: false, computed: false, weight: 1, ...extra };
}

export function form(id: string, rows: Form['rows'], columns: readonly FormColumn[], extra: Partial<Form> = {}): Form {
  const base = { id, file: `templates/forms/${id}.yaml`, name: `Biểu ${id}`, rows, columns, header: [], identities: [], ranges: [], relations: [], wholes: [], continuity: [], rankings: [], notes: [], countUnits: [], comparability: [], joins: [], order: [], codesOver: {} };
  return { ...base, ...extra } as Form;
}

const summary = {
  total: { label: 'Tổng cộng', aliases: [] },
  ratio: { label: 'Tỷ lệ %', cells: {}, emphasis: 'strong' },
} as const;

const RECEIVED = 'Số hồ sơ nhận giải quyết';
const RESULT = 'Kết quả giải quyết';
const DONE = 'Số hồ sơ đã giải quyết';
const OPEN = 'Số hồ sơ đang giải quyết';

export const resultsForm = form(
  'ket-qua-giai-quyet',
  'units',
  [
    column('stt', 'ordinal', ['STT'], { required: false }),
    column('don_vi', 'unit', ['Đơn vị']),
    column('nhan_tong', 'count', [RECEIVED, 'Tổng số']),
    column('nhan_ky_truoc', 'count', [RECEIVED, 'Trong đó', 'Kỳ trước']),
    column('nhan_moi', 'count', [RECEIVED, 'Trong đó', 'Số mới tiếp nhận']),
    column('gq_tong', 'count', [RESULT, DONE, 'Tổng số']),
    column('gq_truoc_han', 'count', [RESULT, DONE, 'Trước hạn']),
    column('gq_dung_han', 'count', [RESULT, DONE, 'Đúng hạn']),
    column('gq_qua_han', 'count', [RESULT, DONE, 'Quá hạn']),
    column('dang_tong', 'count', [RESULT, OPEN, 'Tổng số']),
    column('dang_con_han', 'count', [RESULT, OPEN, 'Còn hạn']),
    column('dang_qua_han', 'count', [RESULT, OPEN, 'Quá hạn']),
    column('tra_lai', 'count', ['Hồ sơ bị trả lại']),
    column('truc_tuyen', 'count', ['Hồ sơ nhận qua trực tuyến']),
    column('muc_3_4', 'count', ['Số hồ sơ mức độ 3, 4 (nộp trực tiếp và trực tuyến)']),
  ],
  { name: 'Kết quả giải quyết thủ tục hành chính', ...summary },
);

export const satisfactionForm = form(
  'muc-do-hai-long',
  'units',
  [
    column('stt', 'ordinal', ['STT'], { required: false }),
    column('don_vi', 'unit', ['Tên đơn vị'], { aliases: [['Đơn vị']] }),
    column('hai_long_dich_vu', 'count', ['Hài lòng với dịch vụ']),
    column('hai_long_thai_do', 'count', ['Hài lòng về thái độ phục vụ']),
    column('khong_hl_nghiep_vu', 'count', ['Không hài lòng về nghiệp vụ nhân viên']),
    column('khong_hl_thoi_gian', 'count', ['Không hài lòng về thời gian giao dịch']),
    column('gop_y', 'count', ['Ý kiến góp ý']),
    column('tong_cong', 'count', ['Tổng cộng']),
  ],
  { name: 'Mức độ hài lòng', ...summary },
);

export const otherFiguresForm = form(
  'so-lieu-khac',
  'codes',
  [
    column('ma', 'code', ['Mã']),
    column('dien_giai', 'text', ['Diễn giải']),
    column('gia_tri', 'number', ['Giá trị']),
    column('don_vi_tinh', 'text', ['Đơn vị tính']),
    column('ghi_chu', 'text', ['Ghi chú'], { required: false }),
  ],
  { name: 'Số liệu khác', countUnits: ['hồ sơ', 'lượt', 'đơn vị'] },
);

export const monthlyForms = [resultsForm, satisfactionForm, otherFiguresForm];
