/** Words the prose rules share: nouns that are counted, kinds of documents. Apart, because each list is read by several rules. */

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

/** Kinds of documents with the abbreviation their symbol begins with (Nghị định 30/2020/NĐ-CP, Phụ lục III); none where it varies. */
export const DOCUMENT_TYPES: readonly { readonly name: string; readonly symbols: readonly string[] }[] = [
  { name: 'nghị quyết liên tịch', symbols: ['NQLT', 'NQ'] },
  { name: 'nghị quyết', symbols: ['NQ', 'QH', 'UBTVQH'] },
  { name: 'nghị định', symbols: ['NĐ'] },
  { name: 'quyết định', symbols: ['QĐ'] },
  { name: 'chỉ thị', symbols: ['CT'] },
  { name: 'thông tư liên tịch', symbols: ['TTLT'] },
  { name: 'thông tư', symbols: ['TT'] },
  { name: 'thông báo', symbols: ['TB'] },
  { name: 'kế hoạch', symbols: ['KH'] },
  { name: 'báo cáo', symbols: ['BC'] },
  { name: 'hướng dẫn', symbols: ['HD'] },
  { name: 'tờ trình', symbols: ['TTr', 'TT'] },
  { name: 'chương trình', symbols: ['CTr', 'CT'] },
  { name: 'công điện', symbols: ['CĐ'] },
  ...['bộ luật', 'luật', 'pháp lệnh', 'công văn', 'quy chế', 'quy định', 'đề án', 'phương án', 'biên bản', 'kết luận', 'giấy mời', 'văn bản', 'tiêu chuẩn', 'quy chuẩn'].map((name) => ({ name, symbols: [] })),
];

export const DOCUMENT_NAMES = DOCUMENT_TYPES.map(({ name }) => name).join('|');
