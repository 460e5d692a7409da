/** What titles say of their period. */
import { expect, test } from 'vitest';
import { statedPeriods } from '../../src/ingest/stated-period.js';
import { formatPeriodId } from '../../src/statistics/period.js';

/** Period ids and date ranges the line names. */
function read(text: string): readonly string[] {
  const { periods, ranges } = statedPeriods(text);
  return [...periods.map(formatPeriodId), ...ranges.map(({ from, to }) => `${from}/${to}`)];
}

test.each([
  ['TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 02 NĂM 2021', ['2021-02']],
  ['THÁNG 3 NĂM 2021'.normalize('NFD'), ['2021-03']],
  ['Báo cáo tháng 02/2021', ['2021-02']],
  ['SO VỚI THÁNG 01 NĂM 2021, THÁNG 02 NĂM 2021', ['2021-01', '2021-02']],
  ['QUÝ I NĂM 2021', ['2021-Q1']],
  ['Quý iv/2021', ['2021-Q4']],
  ['Quý 3 năm 2021', ['2021-Q3']],
  ['6 THÁNG ĐẦU NĂM 2021', ['2021-H1']],
  ['06 tháng cuối năm 2021', ['2021-H2']],
  ['9 THÁNG ĐẦU NĂM 2023', ['2023-9M']],
  ['9 tháng năm 2023', ['2023-9M']],
  ['NĂM 2022', ['2022']],
  ['PAR INDEX TỈNH SÓC TRĂNG NĂM 2021, 2022', ['2021', '2022']],
  ['(Từ ngày 16/01/2021 đến ngày 15/02/2021)', ['2021-01-16/2021-02-15']],
  ['(Từ ngày 16/02/2021 đến ngày 15/3/2021)', ['2021-02-16/2021-03-15']],
  ['Kỳ: 01/01/2023 - 30/9/2023', ['2023-01-01/2023-09-30']],
  ['từ ngày 16/12 đến hết ngày 15/01/2021', ['2020-12-16/2021-01-15']],
  ['Từ ngày 16 tháng 01 năm 2021 đến ngày 15 tháng 02 năm 2021', ['2021-01-16/2021-02-15']],
  ['QUÝ I NĂM 2021 (Từ ngày 16/12/2020 đến ngày 15/3/2021)', ['2021-Q1', '2020-12-16/2021-03-15']],
  ['Sóc Trăng, ngày 18 tháng 02 năm 2021', []],
  ['Sóc Trăng, ngày      tháng 02 năm 2021', []],
  ['Sóc Trăng, ngày …. tháng … năm 2021', []],
  ['(Kèm theo Báo cáo số 12/BC-TTHC ngày 20 tháng 3 năm 2021 của Trung tâm)', []],
  ['Thông tư số 02/2017/TT-VPCP ban hành năm 2017', []],
  ['LŨY KẾ 02 THÁNG ĐẦU NĂM 2021', []],
  ['Giai đoạn 2021-2025', []],
  ['Đơn vị tính: hồ sơ', []],
  ['tháng 13 năm 2021', []],
])('%s → %j', (text, expected) => expect(read(text)).toEqual(expected));
