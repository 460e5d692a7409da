/** Words the prose rules share: nouns that are counted, names of bodies. Apart, because each list is read by several rules. */

/** Nouns of statistics, the longer first: what stands behind a figure and tells what it counts. */
const COUNTED = [
  'triệu đồng', 'tỷ đồng', 'tỉ đồng', 'nghìn đồng', 'ngàn đồng', 'đồng', 'điểm phần trăm', 'điểm %', 'điểm',
  'bộ hồ sơ', 'hồ sơ', 'thủ tục hành chính', 'thủ tục', 'tthc', 'trường hợp', 'lượt người', 'lượt', 'cán bộ', 'công chức', 'viên chức', 'người',
  'ý kiến', 'phiếu', 'đơn vị', 'cơ quan', 'tổ chức', 'cá nhân', 'doanh nghiệp', 'hộ', 'nhiệm vụ', 'vấn đề', 'chỉ tiêu', 'tiêu chí', 'chỉ số',
  'nội dung', 'dịch vụ', 'cuộc', 'lớp', 'văn bản', 'báo cáo', 'kế hoạch', 'quyết định', 'nghị quyết', 'ứng dụng', 'hệ thống', 'bậc', 'hạng',
  'mô hình', 'sáng kiến', 'đoàn', 'tin', 'bài', 'hội nghị', 'xã', 'phường', 'huyện', 'tỉnh', 'sở', 'ngành', 'lĩnh vực', 'giao dịch', 'tài khoản', 'bản', 'quầy',
] as const;

export const COUNTED_NOUNS = COUNTED.join('|');
export const COUNTED_NOUN = new RegExp(`^\\s*(${COUNTED_NOUNS})(?![\\p{L}\\p{N}])`, 'iu');

/** Persons and cases: what is counted one by one, so that its kinds add up. */
export const CASES: readonly string[] = [
  'người', 'trường hợp', 'hồ sơ', 'lượt', 'lượt người', 'ý kiến', 'phiếu', 'cán bộ', 'công chức', 'viên chức', 'nhiệm vụ', 'vấn đề', 'chỉ tiêu', 'thủ tục', 'thủ tục hành chính', 'tthc',
  'đồng', 'nghìn đồng', 'ngàn đồng', 'triệu đồng', 'tỷ đồng', 'tỉ đồng', 'đơn vị', 'doanh nghiệp', 'giao dịch',
];

/** How the name of a unit begins; the capital parts «Ban» from «ban hành». */
export const BODY =
  '(?:Sở|Ban|Cục|Chi cục|Phòng|Thanh tra|Văn phòng|Kho bạc|Công an|Bảo hiểm|Bưu điện|Ủy ban|Uỷ ban|Hội|Quỹ|Tòa án|Viện|Trường|Bệnh viện|Công ty|Ngân hàng|Chi nhánh|Trạm|Huyện|Thị xã|Thành phố|Xã|Phường|UBND|HĐND|BHXH)(?!\\p{L})';
