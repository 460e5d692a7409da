/** Each cause by values that it alone explains, the real cases of the samples, and silence where nothing tells. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyCause } from '../../src/check/likely-cause.js';
import { exact } from '../../src/statistics/exact.js';

const cause = (seen: string, expected: string, context?: { decimals?: number; parts?: Record<string, string> }) =>
  likelyCause(exact(seen), exact(expected), {
    ...(context?.decimals === undefined ? {} : { decimals: context.decimals }),
    ...(context?.parts ? { parts: Object.entries(context.parts).map(([name, value]) => ({ name, value: exact(value) })) } : {}),
  });

describe('likely cause', () => {
  it.each([
    ['6.2', '-6.2', 'mất dấu âm: 6,2 thay vì -6,2'],
    ['6.2', '-6.2041', 'mất dấu âm: 6,2 thay vì -6,2'],
    ['-12', '12', 'thừa dấu âm: -12 thay vì 12'],
    ['30.24', '30.249', 'số bị cắt bớt thay vì làm tròn: 30,24 thay vì 30,25'],
    ['83.18', '83.1875', 'số bị cắt bớt thay vì làm tròn: 83,18 thay vì 83,19'],
    ['-2.03', '-2.037', 'số bị cắt bớt thay vì làm tròn: -2,03 thay vì -2,04'],
    ['613', '631', 'hai chữ số liền nhau bị đảo: 613 thay vì 631'],
    ['16', '61', 'hai chữ số liền nhau bị đảo: 16 thay vì 61'],
    ['4.349', '4349', 'dấu chấm hàng nghìn bị đọc thành dấu thập phân: 4,349 thay vì 4.349'],
    ['4349', '4.349', 'dấu thập phân bị đọc thành dấu hàng nghìn: 4.349 thay vì 4,349'],
    ['434', '4340', 'lệch đúng 10 lần (thiếu chữ số 0): 434 thay vì 4.340'],
    ['43400', '434', 'lệch đúng 100 lần (thừa chữ số 0): 43.400 thay vì 434'],
    ['0.8969', '89.69', 'lệch đúng 100 lần (dấu phẩy đặt sai chỗ): 0,8969 thay vì 89,69'],
    ['4.34', '4349', 'mất một chữ số và dấu chấm hàng nghìn bị đọc thành dấu thập phân: 4,34 thay vì 4.349'],
    ['434', '4349', 'mất một chữ số: 434 thay vì 4.349'],
    ['6133', '613', 'một chữ số bị gõ lặp: 6.133 thay vì 613'],
    ['66', '6', 'một chữ số bị gõ lặp: 66 thay vì 6'],
    ['6913', '613', 'thừa một chữ số: 6.913 thay vì 613'],
    ['8905', '8605', 'gõ nhầm một chữ số: 8.905 thay vì 8.605'],
    ['813', '613', 'gõ nhầm một chữ số: 813 thay vì 613'],
    ['95.84', '93.84', 'gõ nhầm một chữ số: 95,84 thay vì 93,84'],
  ])('%s for %s', (seen, expected, phrase) => {
    expect(cause(seen, expected)).toBe(phrase);
  });

  it('a rate that goes on for ever is compared as it is printed', () => {
    const rate = exact(200).div(exact(3));
    expect(likelyCause(exact('66.66'), rate, { decimals: 2 })).toBe('số bị cắt bớt thay vì làm tròn: 66,66 thay vì 66,67');
  });

  it('a rate written as a part of 1', () => {
    expect(cause('0.8969', '89.69203951', { decimals: 2 })).toBe('lệch đúng 100 lần (dấu phẩy đặt sai chỗ): 0,8969 thay vì 89,69');
  });

  it('rounded parts were added up', () => {
    expect(cause('26.62', '26.6141', { decimals: 2, parts: { SIPAS: '8.3889', 'Điều tra': '18.2252' } })).toBe(
      'cộng các số đã làm tròn: 8,39 + 18,23 = 26,62 thay vì cộng số chưa làm tròn rồi mới làm tròn (26,61)',
    );
    // Parts that are not those of the figure explain nothing.
    expect(cause('26.62', '26.6141', { decimals: 2, parts: { a: '8.3889', b: '18.2352' } })).toBeUndefined();
  });

  it('the difference is the figure of one part', () => {
    const parts = { 'Sở Y tế': '156', 'Công an tỉnh': '1020', 'Sở Nội vụ': '208' };
    expect(cause('1540', '1384', { parts })).toBe('chênh lệch 156 đúng bằng số của «Sở Y tế»: có thể bị tính hai lần');
    expect(cause('1228', '1384', { parts })).toBe('chênh lệch 156 đúng bằng số của «Sở Y tế»: có thể bị bỏ sót');
    // Two parts of that value: which of them is not known.
    expect(cause('1540', '1384', { parts: { ...parts, 'Sở Xây dựng': '156' } })).toBeUndefined();
    expect(cause('1541', '1384', { parts })).toBeUndefined();
  });

  it('says nothing where chance would do, or where nothing is wrong', () => {
    expect(cause('35', '33')).toBeUndefined();
    expect(cause('1', '12')).toBeUndefined();
    expect(cause('8605', '8542')).toBeUndefined();
    expect(cause('-613', '631')).toBeUndefined();
    expect(cause('613', '613')).toBeUndefined();
    expect(cause('26.61', '26.6141')).toBeUndefined();
    expect(cause('0', '7712')).toBeUndefined();
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`u${index}`, String(index + 3)]));
    expect(cause('8612', '8605', { parts: many })).toBeUndefined();
    // One in the last decimal may be rounding as well.
    expect(cause('26.62', '26.6141')).toBeUndefined();
  });

  it('every typing slip is told as what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 99_999_999 }), fc.nat(), (value, seed) => {
        const digits = String(value);
        const at = seed % (digits.length - 1);
        const slip = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
        if (slip === digits || slip.startsWith('0')) return;
        expect(cause(slip, digits)).toMatch(/^hai chữ số liền nhau bị đảo/);
      }),
    );
  });
});
