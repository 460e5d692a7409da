/** Percentages and sums recomputed from what the same sentence states. */
import { describe, expect, test } from 'vitest';
import { alarms, check } from './support.js';

describe('a percentage with its operands', () => {
  test.each([
    'Đã hoàn thành 27/28 nhiệm vụ, đạt 96,43%.',
    'Công khai 529.611/894.541 hồ sơ, đạt 59,2%.',
    'Đạt 59,81% (534.994/894.541 hồ sơ) trên hệ thống của tỉnh.',
    'Giải ngân 3.987.846/4.707.814 triệu đồng, đạt tỷ lệ 84,71%.',
    'Nộp 21.915/92.981, tương đương 23,5693%.',
    'Nộp 154.950.529.504 đồng/274.723.287.908 đồng, đạt 56,4%.',
    'Có 1.092 TTHC có nghĩa vụ tài chính, trong đó 117 TTHC được thanh toán trực tuyến, chiếm 10,71%.',
    'Có 220 TTHC đang triển khai, trong đó 28 TTHC phát sinh giao dịch, đạt 12,73%.',
    'Đã giải quyết 7.718 hồ sơ (chiếm 89,69% của 8.605 hồ sơ).',
    'Trong 15 ứng dụng dùng chung có 07 ứng dụng đã kết nối (46,67%).',
    'Có 0/12.355 hồ sơ, đạt 0%.',
    'Giải ngân 1,5/3,2 tỷ đồng, đạt 47%.',
  ])('is right: «%s»', (text) => expect(alarms(text).filter((one) => one.includes('percent'))).toEqual([]));

  test.each([
    ['Xử lý xong 49/60 vấn đề, đạt 90,83%.', 'error prose-percent-wrong 90,83% → 81,67%', undefined],
    ['Đạt 90,83% (49/60 vấn đề).', 'error prose-percent-wrong 90,83% → 81,67%', undefined],
    ['Xử lý 49/60 vấn đề (90,83%).', 'error prose-percent-wrong 90,83% → 81,67%', undefined],
    ['Có 338.474 hồ sơ toàn trình, trong đó 102.385 hồ sơ nộp trực tuyến, đạt 30,24%.', 'error prose-percent-wrong 30,24% → 30,25%', 'cắt bớt thay vì làm tròn'],
    ['Công khai 529.611/894.541 hồ sơ, đạt 52,9%.', 'error prose-percent-wrong 52,9% → 59,2%', 'đảo hai chữ số'],
    ['Đã giải quyết 7.718 hồ sơ (chiếm 98,69%/8.605 hồ sơ).', 'error prose-percent-wrong 98,69% → 89,69%', 'đảo hai chữ số'],
    ['Kế hoạch 28 nhiệm vụ, hoàn thành 27 nhiệm vụ, đạt 96,42%.', 'warning prose-percent-wrong 96,42% → 96,43%', 'cắt bớt'],
    ['Đã nộp 27/28 báo cáo đạt 96,42%.', 'warning prose-percent-wrong 96,42% → 96,43%', 'cắt bớt'],
  ])('is wrong: «%s»', (text, expected, cause) => {
    expect(alarms(text)).toEqual([expected]);
    const finding = check(text).findings.find(({ code }) => code === 'prose-percent-wrong')!;
    if (cause) expect(finding.cause).toContain(cause);
    else expect(finding.cause).toBeUndefined();
  });

  test.each([
    ['a rank beside an index', 'Chỉ số đạt 83,14%, xếp hạng 49/63 tỉnh, thành phố.'],
    ['a rank before an index', 'Xếp hạng 49/63 tỉnh, đạt 83,14%.'],
    ['a threshold the counted things reach', 'Có 04/04 tiêu chí đạt 80% trở lên và 05/05 tiêu chí đạt 80%.'],
    ['a threshold', 'Có 04/08 lĩnh vực có tỷ lệ đạt trên 90%.'],
    ['a change', 'Có 02/04 nhóm tiêu chí, tăng 18,62% so với năm trước.'],
    ['growth between two amounts', 'Thu ngân sách năm 2021 là 4.094.477 triệu đồng, năm 2022 là 4.330.448 triệu đồng, tăng 5,76%.'],
    ['a share of a third count', 'Tiếp nhận 89.098 hồ sơ; đã giải quyết 87.621 hồ sơ, trong đó trước và đúng hạn 87.604 hồ sơ, đạt 99,98%.'],
    ['a base that is not said', 'Tiếp nhận 8.605 hồ sơ, giải quyết 7.718 hồ sơ, đúng hạn đạt 99,92%.'],
    ['three counts before it', 'Trong 8.605 hồ sơ, đã giải quyết 7.718 hồ sơ, trong đó 7.712 hồ sơ đúng hạn, đạt 89,62% kế hoạch.'],
    ['a change in front of its operands', 'Giảm 5,2% (27/28 nhiệm vụ).'],
    ['about', 'Đạt trên 90% (27/28 nhiệm vụ).'],
    ['nothing of nothing', 'Có 0/0 hồ sơ, đạt 0%.'],
    ['in time', 'Giải quyết 612/613 hồ sơ, đạt 100% đúng hạn.'],
    ['a plan', 'Có 338.474 hồ sơ, trong đó 102.385 hồ sơ trực tuyến, đạt 98% kế hoạch.'],
    ['a day of a month', 'Hoàn thành trước 30/6, đạt 100%.'],
    ['round the clock', 'Trực 24/7, đạt 100%.'],
    ['another noun', 'Có 28 nhiệm vụ, trong đó 27 hồ sơ, đạt 50%.'],
  ])('is not judged where it is of something else: %s', (_, text) => expect(alarms(text).filter((one) => one.includes('percent'))).toEqual([]));
});

describe('a total with its parts', () => {
  test.each([
    'Kỷ luật 26 người, gồm: 13 khiển trách, 09 cảnh cáo, 01 cách chức, 03 buộc thôi việc.',
    'Thu 1.578.381 triệu đồng, bao gồm: (1) nhà nước 198.212 triệu đồng; (2) đầu tư nước ngoài 97.120 triệu đồng; (3) ngoài quốc doanh 1.283.049 triệu đồng.',
    'Có 887 hồ sơ đang giải quyết, trong đó 881 hồ sơ còn hạn (99,32%), 6 hồ sơ quá hạn (0,68%).',
    'Tiếp nhận 8.605 hồ sơ (trong đó: kỳ trước chuyển sang 1.378 hồ sơ, mới tiếp nhận 7.227 hồ sơ).',
  ])('adds up: «%s»', (text) => expect(alarms(text)).toEqual([]));

  test.each([
    ['Kỷ luật 26 người, gồm: 13 khiển trách, 08 cảnh cáo, 01 cách chức và 03 buộc thôi việc.', '26 → 25'],
    ['Kỷ luật 26 người (gồm 13 người bị khiển trách, 10 người bị cảnh cáo, 04 người bị cách chức).', '26 → 27'],
    ['Thu 1.578.381 triệu đồng, gồm: (1) nhà nước 198.212 triệu đồng; (2) nước ngoài 97.120 triệu đồng; (3) ngoài quốc doanh 1.283.094 triệu đồng.', '1578381 → 1578426'],
    ['Tiếp nhận 8.605 hồ sơ (trong đó: kỳ trước chuyển sang 1.387 hồ sơ, mới tiếp nhận 7.227 hồ sơ).', '8605 → 8614'],
    ['Có 20 hồ sơ, trong đó 12 hồ sơ trực tuyến, 7 hồ sơ trực tiếp.', '20 → 19'],
    ['Có 08 tiêu chí, gồm 05 tiêu chí cũ, 04 tiêu chí mới.', '8 → 9'],
    ['Có 887 hồ sơ đang giải quyết, trong đó 881 hồ sơ còn hạn, 16 hồ sơ quá hạn.', '887 → 897'],
  ])('does not: «%s»', (text, values) => expect(alarms(text)).toEqual([`error prose-sum-wrong ${values}`]));

  test.each([
    ['parts need not be all', 'Kỷ luật 26 người, trong đó: 13 khiển trách, 09 cảnh cáo.'],
    ['parts overlap', 'Có 26 người dự, trong đó 10 nữ, 12 đảng viên, 05 lãnh đạo.'],
    ['what a set holds', 'Nộp 02 bộ hồ sơ, gồm 01 đơn, 02 bản sao.'],
    ['what a group holds', 'Thành lập 03 đoàn, gồm 05 người, 12 chuyên viên.'],
    ['another statement behind a semicolon', 'Kỷ luật 26 người, gồm: 13 khiển trách, 13 cảnh cáo; khen thưởng 20 người.'],
    ['another statement behind a comma', 'Kỷ luật 26 người, gồm 13 người khiển trách, 13 người cảnh cáo, khen thưởng 20 người.'],
    ['another statement of the same form', 'Kỷ luật 26 người, gồm 13 người khiển trách, 13 người cảnh cáo, 20 người được khen.'],
    ['about so many', 'Có gần 30 người, gồm 13 người ở tỉnh, 10 người ở xã.'],
    ['another statement of another form', 'Kỷ luật 26 người, gồm 13 người khiển trách, 10 người cảnh cáo, khen thưởng 20 người.'],
    ['two counts in one item', 'Có 26 người, gồm: 13 người của 05 đơn vị, 10 người khác.'],
    ['names', 'Có 04 đơn vị, gồm: Sở Y tế, Sở Xây dựng, Công an tỉnh, Sở Nội vụ.'],
  ])('is not judged: %s', (_, text) => expect(alarms(text)).toEqual([]));
});
