/** Causes over several rows, on the real pair of the annual table. */
import { expect, it } from 'vitest';
import { pairedCauses } from '../../src/check/paired-causes.js';
import { exact } from '../../src/statistics/exact.js';

const mismatch = (row: string, seen: number, expected: number, column = 'nhan_tong') => ({ row, column, seen: exact(seen), expected: exact(expected) });

it('a ±1 pair that cancels in the total', () => {
  expect(pairedCauses([mismatch('Lĩnh vực Hộ tịch', 218782, 218783), mismatch('Lĩnh vực Chứng thực', 468759, 468758)])).toEqual([
    'lệch -1 ở dòng này và +1 ở dòng «Lĩnh vực Chứng thực» bù trừ nhau, nên dòng tổng không lộ ra',
    'lệch +1 ở dòng này và -1 ở dòng «Lĩnh vực Hộ tịch» bù trừ nhau, nên dòng tổng không lộ ra',
  ]);
});

it('two rows exchanged are told as that, not as a pair', () => {
  expect(pairedCauses([mismatch('Sở Y tế', 208, 156), mismatch('Sở Nội vụ', 156, 208), mismatch('Sở Tư pháp', 6, 9)])).toEqual([
    'số của hai dòng «Sở Y tế» và «Sở Nội vụ» bị đổi chỗ cho nhau',
    'số của hai dòng «Sở Nội vụ» và «Sở Y tế» bị đổi chỗ cho nhau',
    undefined,
  ]);
});

it('is silent where the partner is in doubt, in another column, or none', () => {
  const doubtful = [mismatch('a', 11, 10), mismatch('b', 21, 20), mismatch('c', 29, 30)];
  expect(pairedCauses(doubtful)).toEqual([undefined, undefined, undefined]);
  expect(pairedCauses([mismatch('a', 11, 10), mismatch('b', 29, 30, 'gq_tong')])).toEqual([undefined, undefined]);
  expect(pairedCauses([mismatch('a', 11, 10)])).toEqual([undefined]);
});
