/** Dates that cannot be: before their cause, not in the calendar, on another weekday, of another period. */
import { describe, expect, test } from 'vitest';
import { alarms, check } from './support.js';

describe('an event before its cause', () => {
  test.each([
    'Bộ Nội vụ công bố kết quả ngày 19/4/2022 theo Quyết định số 288/QĐ-BNV ngày 14/4/2023.',
    'Chỉ số được công bố vào ngày 19/4/2022 tại Quyết định số 288/QĐ-BNV ngày 14/4/2023 của Bộ Nội vụ.',
    'Sở ban hành hướng dẫn ngày 05/02/2021, căn cứ Quyết định số 191/QĐ-UBND ngày 22/02/2021.',
    'Tổ kiểm tra được thành lập ngày 10 tháng 01 năm 2021 theo Quyết định số 191/QĐ-UBND ngày 22/01/2021.',
    'Thực hiện Kế hoạch số 79/KH-UBND ngày 27/5/2021, ngày 20/5/2021 Sở Nội vụ đã ban hành công văn hướng dẫn.',
    'Sở đã ban hành Kế hoạch số 12/KH-SNV ngày 10/5/2021 thực hiện Kế hoạch số 79/KH-UBND ngày 27/5/2021.',
    'Ngày 19/4/2022, Bộ Nội vụ đã công bố Chỉ số cải cách hành chính tại Quyết định số 288/QĐ-BNV và Chỉ số hài lòng tại Quyết định số 289/QĐ-BNV ngày 14/4/2023.',
    'Ngày 10/01/2021, Trung tâm đã công bố Quyết định số 1216/QĐ-UBND ngày 26/01/2021.',
    'Quyết định số 191/QĐ-UBND ngày 22/01/2021 được công bố ngày 20/01/2021.',
    'Quyết định số 191/QĐ-UBND ngày 22/01/2021 của UBND tỉnh đã được Trung tâm phổ biến vào ngày 20/01/2021.',
  ])('is an error where the sentence says so: «%s»', (text) => expect(alarms(text)).toEqual([expect.stringMatching(/^error date-before-cause /)]));

  test('of two decisions that share their kind and date', () => {
    expect(alarms('Hai chỉ số được công bố ngày 19/4/2022 theo các Quyết định số 288/QĐ-BNV, số 289/QĐ-BNV ngày 14/4/2023.')).toEqual(['error date-before-cause 19/4/2022']);
    expect(alarms('Ngày 19/4/2023, hai chỉ số được công bố theo các Quyết định số 288/QĐ-BNV và 289/QĐ-BNV ngày 14/4/2023.')).toEqual([]);
  });

  test('with the year that was probably meant', () => {
    const [finding] = check('Bộ Nội vụ công bố kết quả ngày 19/4/2022 theo Quyết định số 288/QĐ-BNV ngày 14/4/2023.').findings;
    expect(finding).toMatchObject({ code: 'date-before-cause', seen: '19/4/2022', cause: 'ghi nhầm năm; có thể là 19/4/2023' });
    expect(finding!.message).toContain('288/QĐ-BNV ngày 14/4/2023');
  });

  test('is a warning where words stand between', () => {
    expect(alarms('Trung tâm triển khai ngày 10/01/2021 cho toàn bộ công chức theo Quyết định số 191/QĐ-UBND ngày 22/01/2021.')).toEqual(['warning date-before-cause 10/01/2021']);
    expect(alarms('Kết quả Bộ Nội vụ công bố ngày 19/4/2022 (Quyết định số 288/QĐ-BNV ngày 14/4/2023).')).toEqual(['warning date-before-cause 19/4/2022']);
  });

  test.each([
    ['after its cause', 'Bộ Nội vụ công bố kết quả ngày 19/4/2023 theo Quyết định số 288/QĐ-BNV ngày 14/4/2023.'],
    ['on the same day', 'Bộ Nội vụ công bố kết quả ngày 14/4/2023 theo Quyết định số 288/QĐ-BNV ngày 14/4/2023.'],
    ['an amended law', 'Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 được sửa đổi tại Nghị định số 107/2021/NĐ-CP ngày 06/12/2021.'],
    ['a law applied by later guidance', 'Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 theo hướng dẫn tại Thông tư số 01/2023/TT-VPCP ngày 05/4/2023.'],
    ['data asked for later', 'Tổng hợp số liệu từ ngày 01/01/2021 đến ngày 30/9/2021 theo Kế hoạch số 79/KH-UBND ngày 15/10/2021.'],
    ['a state at a day', 'Thực hiện rà soát hồ sơ tính đến ngày 15/02/2021 theo Quyết định số 191/QĐ-UBND ngày 22/02/2021.'],
    ['a report of what happened', 'Hội nghị được tổ chức ngày 10/3/2021 theo Thông báo số 12/TB-VPCP ngày 12/3/2021.'],
    ['two papers in a list', 'Thực hiện Kế hoạch số 79/KH-UBND ngày 27/5/2021 và Quyết định số 766/QĐ-TTg ngày 23/6/2022.'],
    ['older papers after the newer', 'Căn cứ Nghị định số 107/2021/NĐ-CP ngày 06/12/2021, Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và Kế hoạch số 79/KH-UBND ngày 27/5/2021.'],
    ['before the plan', 'Trước khi có Kế hoạch số 79/KH-UBND ngày 27/5/2021, ngày 20/5/2021 Sở Nội vụ đã ban hành công văn.'],
    ['cases of before', 'Căn cứ Quyết định số 191/QĐ-UBND ngày 22/02/2021, đơn vị rà soát hồ sơ tiếp nhận ngày 10/02/2021.'],
    ['two acts', 'Ngày 10/01/2021, Sở công bố kết quả, các đơn vị khắc phục theo Quyết định số 191/QĐ-UBND ngày 22/01/2021.'],
    ['an incident dealt with later', 'Vụ việc xảy ra ngày 10/01/2021, xử lý theo Quyết định số 191/QĐ-UBND ngày 22/01/2021.'],
    ['a plan changed later', 'Kế hoạch ban hành ngày 10/01/2021 được điều chỉnh theo Quyết định số 191/QĐ-UBND ngày 22/01/2021.'],
    ['who prepares comes before', 'Ngày 10/01/2021, Sở Nội vụ đã tham mưu UBND tỉnh ban hành Quyết định số 191/QĐ-UBND ngày 22/01/2021.'],
    ['announced on its day', 'Ngày 22/01/2021, Trung tâm đã công bố Quyết định số 191/QĐ-UBND ngày 22/01/2021.'],
    ['announced later', 'Quyết định số 191/QĐ-UBND ngày 22/01/2021 được công bố ngày 25/01/2021.'],
    ['in force from before', 'Quyết định số 191/QĐ-UBND ngày 22/01/2021 được công bố, áp dụng từ ngày 01/01/2021.'],
    ['what it speaks of was announced', 'Thực hiện Quyết định số 191/QĐ-UBND ngày 22/01/2021 về các thủ tục được công bố ngày 20/01/2021.'],
    ['what it replaces was issued', 'Theo Quyết định số 191/QĐ-UBND ngày 22/01/2021 thay thế văn bản được ban hành ngày 20/01/2021.'],
  ])('no alarm: %s', (_, text) => expect(alarms(text)).toEqual([]));
});

test('days that are in no calendar', () => {
  expect(alarms('Hoàn thành trước ngày 31/02/2021.', 'Họp ngày 29 tháng 02 năm 2021.', 'Gửi ngày 04/14/2021.', 'Ngày 29/02/2020 đã họp.')).toEqual([
    'error date-impossible 31/02/2021',
    'error date-impossible ngày 29 tháng 02 năm 2021',
    'error date-impossible 04/14/2021',
  ]);
});

test('weekdays, where the words are not an order', () => {
  expect(alarms('Họp vào thứ Hai, ngày 13/4/2021.', 'Họp sáng thứ ba (13/4/2021).', 'Gửi trước ngày 13/4/2021 (thứ 4).', 'Họp chiều Chủ nhật ngày 13/4/2021.')).toEqual([
    'error weekday-wrong thứ Hai → thứ Ba',
    'error weekday-wrong thứ Tư → thứ Ba',
    'error weekday-wrong Chủ nhật → thứ Ba',
  ]);
  expect(alarms('Thứ Hai, ngày 02/02/2021, Trung tâm họp.', 'Chủ nhật, ngày 02/02/2021 Trung tâm họp.', 'Thứ Ba, ngày 02/02/2021, Trung tâm họp.')).toEqual(['error weekday-wrong thứ Hai → thứ Ba', 'error weekday-wrong Chủ nhật → thứ Ba']);
  expect(alarms('Thứ hai, ngày 13/4/2021 Sở đã họp.', 'Họp lần thứ hai ngày 13/4/2021.')).toEqual([]);
});

test('the period of another report', () => {
  expect(alarms('Kỳ báo cáo tính từ ngày 16/12/2020 đến ngày 15/01/2021.')).toEqual(['warning prose-period-differs 16/12/2020 - 15/01/2021 → 16/01/2021 - 15/02/2021']);
  expect(alarms('Số liệu báo cáo từ ngày 16/12/2020 đến ngày 15/01/2021.')).toEqual(['warning prose-period-differs 16/12/2020 - 15/01/2021 → 16/01/2021 - 15/02/2021']);
  expect(alarms('Số liệu báo cáo từ ngày 16/01/2021 đến ngày 15/02/2021.', 'Kỳ báo cáo tính từ ngày 16/01/2021 đến ngày 15/02/2021.', 'So với kỳ trước, số liệu tính từ ngày 16/12/2020 đến ngày 15/01/2021.', 'Lớp học từ ngày 01/02/2021 đến ngày 05/02/2021.')).toEqual([]);
});

test('figures are extracted before they are published', () => {
  expect(alarms('Số liệu kết xuất ngày 30/9/2023 được công bố ngày 28/9/2023.', 'Kết quả công bố ngày 28/9/2023 lấy từ số liệu trích xuất ngày 30/9/2023.')).toEqual([
    'error published-before-extracted 28/9/2023 → >= 30/9/2023',
    'error published-before-extracted 28/9/2023 → >= 30/9/2023',
  ]);
  expect(
    alarms(
      'Số liệu kết xuất ngày 28/9/2023 được công bố ngày 30/9/2023.',
      'Số liệu kết xuất ngày 28/9/2023 được công bố cùng ngày 28/9/2023.',
      'Số liệu kết xuất ngày 30/9/2023, đề nghị công khai trước ngày 15/9/2023.',
      'Quyết định công bố ngày 10/01/2023; số liệu của kỳ này khai thác ngày 30/9/2023, không so với lần công bố trước.',
    ).filter((one) => one.includes('extracted')),
  ).toEqual([]);
});
