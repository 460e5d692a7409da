import { describe, expect, it } from 'vitest';
import { readForm } from '../../src/statistics/read-form.js';

const form = (change: (text: string) => string): string =>
  change(`id: bieu
name: Biểu
rows: units
columns:
  - { id: don_vi, type: unit, header: Đơn vị }
  - header: Hồ sơ
    columns:
      - { id: tong, type: count, header: Tổng số }
      - { id: moi, type: count, header: Mới, aliases: ['Tiếp nhận: Mới', Mới nhận] }
identities: [tong == moi]
ratio: { label: Tỷ lệ %, cells: { moi: moi / tong * 100 } }
`);

describe('forms', () => {
  it('flatten their header tree to paths and aliases', () => {
    const read = readForm('bieu.yaml', form((text) => text));
    expect(read.ok && read.value.columns.map(({ id, path, aliases }) => [id, path, aliases])).toEqual([
      ['don_vi', ['Đơn vị'], []],
      ['tong', ['Hồ sơ', 'Tổng số'], []],
      ['moi', ['Hồ sơ', 'Mới'], [['Tiếp nhận', 'Mới'], ['Hồ sơ', 'Mới nhận']]],
    ]);
  });

  it.each([
    ['a formula over an unknown column', (text: string) => text.replace('tong == moi', 'tong == khac'), 'khac'],
    ['an identity that is no comparison', (text: string) => text.replace('tong == moi', 'tong + moi'), 'đẳng thức'],
    ['a column twice', (text: string) => text.replace('id: moi', 'id: tong'), 'hai lần'],
    ['an unknown key', (text: string) => text.replace('rows: units', 'rows: units\nmau: đỏ'), 'mau'],
    ['a wrong type', (text: string) => text.replace('type: unit', 'type: donvi'), 'type'],
    ['bad YAML', (text: string) => text.replace('rows: units', 'rows: [units'), ''],
    ['an alias bomb', (text: string) => text.replace('name: Biểu', 'name: &a Biểu\nunit: *a'), 'bí danh'],
  ])('are refused for %s, with the line', (_, change, word) => {
    const read = readForm('bieu.yaml', form(change));
    expect(read.ok).toBe(false);
    expect(read.findings[0]).toMatchObject({ code: 'declaration-invalid', place: { file: 'bieu.yaml' } });
    expect(read.findings.map(({ message }) => message).join()).toContain(word);
  });
});
