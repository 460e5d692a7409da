/** A table gathered from another: rows above 0, one a label within each part, the part named where a label occurs in several, the total of all. */
import { describe, expect, it } from 'vitest';
import { deriveTable, quantityOf } from '../../src/statistics/derive.js';
import { toDecimalText } from '../../src/statistics/exact.js';
import { sourceInputs } from '../../src/statistics/dataset.js';
import { gatherTable } from '../../src/statistics/gather-table.js';
import { givenForm, givenTable } from '../template/small-document.js';

const SOURCE = givenForm(`
id: tong-hop
name: Tổng hợp
rows: { label: linh_vuc, number: stt, levels: [{ numbered: letter }, { numbered: arabic }] }
columns:
  - { id: stt, type: ordinal, header: STT }
  - { id: linh_vuc, type: text, header: Lĩnh vực }
  - { id: qua_han, type: count, header: Quá hạn }
total: { label: Tổng cộng }
`);

const GATHERED = givenForm(`
id: theo-linh-vuc
name: Theo lĩnh vực
rows: { label: linh_vuc, number: stt, levels: [{ numbered: arabic }] }
columns:
  - { id: stt, type: ordinal, header: STT }
  - { id: linh_vuc, type: text, header: Lĩnh vực }
  - { id: so, type: count, header: Số hồ sơ }
total: { label: Tổng số }
gathers: { from: tong-hop, column: qua_han, into: so, label: linh_vuc, parts: [{ rows: 'A.*', name: cấp tỉnh }, { rows: 'B.*', name: cấp huyện }] }
`);

function gathered(rows: readonly (readonly [string, string, number])[]): readonly (readonly [string, string, string, number])[] {
  const source = givenTable(SOURCE, rows.map(([id, label, qua_han]) => ({ id, label, role: id === 'total' ? 'total' : 'item', figures: { qua_han } })));
  return gatherTable(GATHERED, deriveTable(SOURCE, source, [])).rows.map((row) => {
    const quantity = quantityOf(row.cells['so'])!;
    return [row.role, row.label, toDecimalText(quantity.value), sourceInputs(quantity).length];
  });
}

describe('gathering', () => {
  it('leaves zeros out, adds equal labels of a part, tells parts apart, and totals', () => {
    expect(gathered([['A.1', 'Đất đai', 2], ['A.2', 'Hộ tịch', 0], ['A.3', 'đất đai', 3], ['B.1', 'Đất đai', 7], ['B.2', 'Chứng thực', 1], ['total', 'Tổng cộng', 13]])).toEqual([
      ['item', 'Đất đai (cấp tỉnh)', '5', 2],
      ['item', 'Đất đai (cấp huyện)', '7', 1],
      ['item', 'Chứng thực', '1', 1],
      ['total', 'Tổng số', '13', 4],
    ]);
  });

  it('of nothing is a total of 0', () => {
    expect(gathered([['A.1', 'Đất đai', 0]])).toEqual([['total', 'Tổng số', '0', 0]]);
  });
});
