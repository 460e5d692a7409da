/** Findings of corrected figures and of the ledger that holds them. */
import { entry } from './entry.js';

interface CellWords {
  readonly name: string;
  readonly row: string;
  readonly column: string;
  readonly was: string;
  readonly now: string;
  readonly present: string;
  readonly entry: string;
}

export const correctionEntries = {
  'correction-stale': entry<CellWords>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Một số liệu đính chính trong sổ theo dõi không còn khớp với số liệu nguồn: ô nguồn đã đổi, hoặc bảng, dòng, cột không còn.',
    message: ({ name, row, column, was, now, present }) => `Đính chính ${was} → ${now} («${name}», ${row}, «${column}») không còn khớp: nguồn hiện ghi ${present}.`,
    remedy: ({ entry: id }) => `Nếu nguồn mới đúng, rút mục đính chính: baocao withdraw ${id} --reason "…" --by "…"; nếu đính chính vẫn đúng, khôi phục tệp nguồn đã nhận, hoặc lập đính chính mới từ số hiện có.`,
  }),
  'correction-done': entry<CellWords>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Số liệu nguồn đã ghi đúng số đính chính trong sổ theo dõi.',
    message: ({ name, row, column, was, now }) => `Đính chính ${was} → ${now} («${name}», ${row}, «${column}») đã có trong số liệu nguồn.`,
    remedy: () => 'Không phải sửa.',
  }),
  'correction-unknown': entry<{ what: string; seen: string; nearest: string; where: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp đính chính nêu một kỳ, biểu, dòng hoặc cột không có trong số liệu đã nhận.',
    message: ({ what, seen, nearest, where }) => `Không có ${what} «${seen}»${where && ` trong ${where}`}${nearest && `; gần nhất là «${nearest}»`}.`,
    remedy: () => 'Sửa tên trong tệp đính chính, hoặc kiểm tra lại cơ quan (--agency) và kỳ (--period).',
  }),
  'correction-value': entry<{ row: string; column: string; value: string; reason: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Số đính chính không thể đứng ở cột của nó.',
    message: ({ row, column, value, reason }) => `Số ${value} cho «${column}» của ${row} không dùng được: ${reason}.`,
    remedy: () => 'Sửa số trong tệp đính chính rồi chạy lại.',
  }),
  'correction-cell-twice': entry<{ row: string; column: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp đính chính nêu một ô hai lần.',
    message: ({ row, column }) => `Ô «${column}» của ${row} được nêu hai lần.`,
    remedy: () => 'Giữ lại một lần.',
  }),
  'correction-unchanged': entry<{ row: string; column: string; value: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Số đính chính bằng số hiện có.',
    message: ({ row, column, value }) => `Ô «${column}» của ${row} đã là ${value}: không có gì thay đổi.`,
    remedy: () => 'Không phải sửa.',
  }),
  'correction-text-moved': entry<{ row: string; column: string; was: string; now: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Tệp đính chính khác bản đã nhận ở một ô chữ; đính chính số liệu không mang theo chữ.',
    message: ({ row, column, was, now }) => `Ô «${column}» của ${row} đổi từ «${was}» sang «${now}»; đính chính chỉ nhận số, chữ cũ được giữ.`,
    remedy: () => 'Nếu chữ mới mới đúng, sửa trong tệp của kỳ ở thư mục data.',
  }),
  'correction-figure-missing': entry<{ row: string; column: string; was: string; now: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp đính chính để trống một ô mà bản đã nhận có số.',
    message: ({ row, column, was }) => `Ô «${column}» của ${row} để trống, bản đã nhận ghi ${was}.`,
    remedy: () => 'Điền số (kể cả khi không thay đổi) rồi chạy lại.',
  }),
  'correction-row-moved': entry<{ row: string; how: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp đính chính thêm hoặc bớt dòng so với bản đã nhận.',
    message: ({ row, how }) => `So với bản đã nhận, tệp đính chính ${how} «${row}».`,
    remedy: () => 'Đính chính chỉ sửa số của các dòng đã nhận. Nếu phải thêm hoặc bớt dòng, thay tệp của kỳ trong thư mục data.',
  }),
  'correction-nothing': entry({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp đính chính không khác số liệu hiện có.',
    message: () => 'Không có số nào khác số liệu hiện có (kể cả các đính chính đã ghi).',
    remedy: () => 'Kiểm tra lại tệp, cơ quan (--agency) và kỳ (--period).',
  }),
  'plan-outdated': entry<{ what: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Dữ liệu vào đã thay đổi từ khi lập kế hoạch đính chính.',
    message: ({ what }) => `Từ khi lập kế hoạch, dữ liệu vào này đã thay đổi: ${what}.`,
    remedy: () => 'Lập lại kế hoạch bằng lệnh «baocao correct plan» rồi xem lại tác động trước khi thực hiện.',
  }),
  'plan-invalid': entry<{ reason: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp kế hoạch đính chính hỏng hoặc đã bị sửa tay.',
    message: ({ reason }) => `Tệp kế hoạch không dùng được: ${reason}.`,
    remedy: () => 'Lập lại kế hoạch bằng lệnh «baocao correct plan».',
  }),
} as const;
