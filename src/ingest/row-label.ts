/** Labels that are no unit and no code: total, ratio, notes; and the row kinds of clean data files. */
import type { RowRole } from '../statistics/dataset.js';
import type { Form } from '../statistics/form.js';
import { nameKey } from '../statistics/unit-list.js';

/** Labels every table understands, besides those its form declares. */
const TOTAL_LABELS = ['Tổng cộng', 'Tổng số', 'Tổng', 'Cộng'];
const RATIO_LABELS = ['Tỷ lệ', 'Tỉ lệ', 'Tỷ lệ phần trăm', 'Tỉ lệ phần trăm'];

/** Values of `loai_dong`. A comparison row is computed from others: like a subtotal it belongs to no sum. */
const ROW_KINDS: ReadonlyMap<string, RowRole> = new Map([
  ['chi_tiet', 'item'],
  ['nhom', 'group'],
  ['don_vi', 'subtotal'],
  ['tieu_chi', 'subtotal'],
  ['so_sanh', 'subtotal'],
  ['tong_cong', 'total'],
  ['ty_le', 'ratio'],
]);

export function roleByKind(kind: string): RowRole | undefined {
  return ROW_KINDS.get(kind);
}

export function roleByLabel(form: Form, label: string): 'total' | 'ratio' | undefined {
  const key = labelKey(label);
  if (key === '') return undefined;
  const is = (labels: readonly string[]): boolean => labels.some((one) => labelKey(one) === key);
  if (is([...TOTAL_LABELS, ...(form.total ? [form.total.label, ...form.total.aliases] : [])])) return 'total';
  if (is([...RATIO_LABELS, ...(form.ratio ? [form.ratio.label] : [])])) return 'ratio';
  return undefined;
}

/** Letters and digits only and no remark in brackets, so that «TỶ LỆ (%)», «Tỷ lệ %:» and «Tỷ lệ» are one label. */
function labelKey(text: string): string {
  return nameKey(text.replace(/\([^()]*\)\s*$/, '')).replace(/[^\p{L}\p{M}\d]/gu, '');
}

/** «So sánh (2022 - 2021)»: computed from other rows, so it belongs to no sum and may leave figures blank. */
export function isComparison(label: string): boolean {
  return nameKey(label).startsWith(COMPARISON);
}

const COMPARISON = nameKey('So sánh');

/** «Ghi chú: …», «(*) …», «* …», «Nguồn: …» under a table. */
const NOTE = new RegExp(`^(?:\\(?\\*+\\)?|(?:${['Ghi chú', 'Chú thích', 'Nguồn'].map(nameKey).join('|')})(?: ?:|$))`);

export function isNote(text: string): boolean {
  return NOTE.test(nameKey(text));
}
