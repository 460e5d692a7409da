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
} as const;
