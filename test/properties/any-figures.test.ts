/** Any figures that fit together give a report whose sentences, totals and rates follow them; computed here independently of the engine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listFigures } from '../../src/pipeline/figures-json.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost, sampleFiles, text } from '../support/map-host.js';

const FOLDER = 'data/ttpvhcc-soc-trang/2021-02';

/** Half-up percentage with two decimals, comma, on integers only. */
function percent(part: bigint, whole: bigint): string {
  const scaled = (part * 20000n + whole) / (2n * whole);
  if (scaled % 100n === 0n && (part * 10000n) % whole === 0n) return `${scaled / 100n}%`;
  return `${scaled / 100n},${String(scaled % 100n).padStart(2, '0')}%`;
}

const dotted = (value: bigint): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

it('sentences follow the cells', async () => {
  const base = sampleFiles();
  const agency = new TextDecoder().decode(base.get('data/agencies/ttpvhcc-soc-trang.yaml'));
  const units = [...agency.matchAll(/name: (Sở [^,}\n]*(?:, Thể thao và Du lịch)?|Công an tỉnh|Bảo hiểm xã hội tỉnh)/g)].map(([, name]) => name!.trim());
  expect(units.length).toBe(17);
  base.delete(`${FOLDER}/phu luc bao cao thang 02.xlsx`);
  // January's closing figures would have to be these openings.
  base.delete('data/ttpvhcc-soc-trang/2021-01/phu luc thang 01.xlsx');
  const count = fc.integer({ min: 1, max: 90_000 });
  const row = fc.record({ early: count, late: count, open: count, openLate: count, back: count, online: count, level: count, opening: count });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 17, maxLength: 17 }), async (rows) => {
      const host = createMapHost(base);
      const first = rows.map((one, index) => {
        const gq = one.early + one.late;
        const open = one.open + one.openLate;
        const all = gq + open + one.back + one.opening;
        return {
          stt: index + 1, don_vi: units[index], nhan_tong: all, nhan_ky_truoc: one.opening, nhan_moi: all - one.opening, gq_tong: gq, gq_truoc_han: one.early,
          gq_dung_han: 0, gq_qua_han: one.late, dang_tong: open, dang_con_han: one.open, dang_qua_han: one.openLate, tra_lai: one.back + one.opening, truc_tuyen: Math.min(one.online, all), muc_3_4: Math.min(one.level, all),
        };
      });
      const second = units.map((don_vi, index) => ({ stt: index + 1, don_vi, hai_long_dich_vu: index, hai_long_thai_do: 3, khong_hl_nghiep_vu: 0, khong_hl_thoi_gian: 0, gop_y: 1, tong_cong: index + 4 }));
      const file = (bang: string, hang: unknown): Uint8Array =>
        text(JSON.stringify({ ky: '2021-02', tu_ngay: '2021-01-16', den_ngay: '2021-02-15', bang, don_vi_tinh: 'hồ sơ', hang }));
      host.files.set(`${FOLDER}/a.json`, file('ket-qua-giai-quyet', first));
      host.files.set(`${FOLDER}/b.json`, file('muc-do-hai-long', second));
      const composed = await composeSample(host, 'ttpvhcc-soc-trang/2021-02/bao-cao-thang');
      expect(composed.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { document, figures } = composed.composition!;
      const printed = new Set(listFigures(document, figures).filter(({ where }) => where === 'body').map((one) => one.text));
      const sum = (key: keyof (typeof first)[number]): bigint => first.reduce((total, one) => total + BigInt(one[key] as number), 0n);
      const expected = [
        dotted(sum('nhan_tong')), dotted(sum('gq_tong')), dotted(sum('dang_tong')), dotted(sum('truc_tuyen')), dotted(sum('tra_lai')),
        percent(sum('gq_tong'), sum('nhan_tong')), percent(sum('gq_truoc_han'), sum('gq_tong')), percent(sum('gq_qua_han'), sum('gq_tong')),
        percent(sum('dang_con_han'), sum('dang_tong')), percent(sum('truc_tuyen'), sum('nhan_tong')), percent(sum('truc_tuyen'), sum('muc_3_4')),
        ...first.map(({ gq_qua_han }) => dotted(BigInt(gq_qua_han))),
      ];
      expect(expected.filter((one) => !printed.has(one))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
