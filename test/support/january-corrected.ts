/** January as the units corrected it in March: the workbook, what it corrects, and the written cause that its report then needs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './map-host.js';

export const AGENCY = 'ttpvhcc-soc-trang';
export const JANUARY = `${AGENCY}/2021-01/bao-cao-thang`;
export const FEBRUARY = `${AGENCY}/2021-02/bao-cao-thang`;
export const MARCH = `${AGENCY}/2021-03/bao-cao-thang`;
export const LEDGER = `data/${AGENCY}/ledger.jsonl`;

export const CORRECTED_JANUARY = path.join(REPOSITORY, 'test/support/corrections/phu luc thang 01 (so lieu dieu chinh).xlsx');
/** Sở Công Thương handed in online, Sở Tư pháp settled before its term and after it. */
export const CORRECTED_CELLS = 3;

/** What every plan needs beside its file. */
export const REQUEST = { reason: 'Đơn vị đối chiếu lại sổ tiếp nhận', basis: 'Công văn số 12/SCT-VP ngày 05/3/2021', by: 'Nguyễn Văn A' } as const;
export const PLAN_WORDS = ['--reason', REQUEST.reason, '--basis', REQUEST.basis, '--by', REQUEST.by] as const;

/** Files settled late need their cause; while there are none the paragraph is left out of the report. */
export const CAUSE = {
  path: `data/${AGENCY}/2021-01/nguyen nhan.md`,
  text: '---\nmuc: nguyen-nhan-da-giai-quyet-qua-han\ndon_vi: Sở Tư pháp\n---\n\nHồ sơ phải xác minh tại nhiều nơi.\n',
} as const;

export function correctedJanuary(): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: 'phu luc thang 01 (so lieu dieu chinh).xlsx', bytes: new Uint8Array(readFileSync(CORRECTED_JANUARY)) };
}
