import { describe, expect, it } from 'vitest';
import { closest } from '../../src/statistics/closest.js';
import { namedUnits } from '../../src/statistics/named-units.js';
import { findUnit, nameKey, type Unit } from '../../src/statistics/unit-list.js';

const units: readonly Unit[] = [
  { id: 'so-van-hoa', name: 'Sở Văn hóa, Thể thao và Du lịch', aliases: [] },
  { id: 'so-lao-dong', name: 'Sở Lao động - Thương binh và Xã hội', aliases: [{ name: 'Sở LĐTBXH' }] },
  { id: 'so-y-te', name: 'Sở Y tế', aliases: [{ name: 'Sở Sức khỏe', from: '2025-07-01' }] },
];

describe('units by name', () => {
  it.each([
    'SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH',
    'Sở Văn hoá,Thể thao  và Du lịch ',
    'Sở Văn hóa, Thể thao và Du lịch'.normalize('NFD'),
    'Sở Văn\u00A0hóa, Thể thao và Du\u200B lịch',
  ])('finds «%s» whatever its spelling', (name) => {
    expect(findUnit(units, name, '2021-02-15')?.id).toBe('so-van-hoa');
  });

  it('takes any dash and declared aliases, within their dates only', () => {
    expect(findUnit(units, 'Sở Lao động – Thương binh và Xã hội', '2021-02-15')?.id).toBe('so-lao-dong');
    expect(findUnit(units, 'sở lđtbxh', '2021-02-15')?.id).toBe('so-lao-dong');
    expect(findUnit(units, 'Sở Sức khỏe', '2021-02-15')).toBeUndefined();
    expect(findUnit(units, 'Sở Sức khỏe', '2025-08-15')?.id).toBe('so-y-te');
  });

  it('never joins two different names', () => {
    expect(nameKey('Sở Nội vụ')).not.toBe(nameKey('Sở Nội vù'));
    expect(findUnit(units, 'Sở Y té', '2021-02-15')).toBeUndefined();
  });

  it('proposes the nearest name, or none', () => {
    expect(closest('Sở Y tê', units.map(({ name }) => name))).toBe('Sở Y tế');
    expect(closest('Kho bạc', units.map(({ name }) => name))).toBeUndefined();
  });

  it('parts names in a remark although names hold commas', () => {
    const names = namedUnits('Sở Y tế, Sở Văn hóa, Thể thao và Du lịch; Sở Lạ', units, '2021-02-15');
    expect(names.map(({ written, unit }) => [written, unit?.id])).toEqual([
      ['Sở Y tế', 'so-y-te'],
      ['Sở Văn hóa, Thể thao và Du lịch', 'so-van-hoa'],
      ['Sở Lạ', undefined],
    ]);
  });
});
