/** Kinds of documents that are cited, and the symbols they carry. Apart, because the parser of citations and the checks on sentences share them. */

/** Kinds of documents whose symbol always begins with their own abbreviation (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
export const OWN_SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  'nghị quyết': ['NQ', 'QH', 'UBTVQH'],
  'nghị định': ['NĐ'],
  'quyết định': ['QĐ'],
  'chỉ thị': ['CT'],
  'thông tư': ['TT'],
  'công điện': ['CĐ'],
};

/** Kinds of documents that are cited; a notice or a guidance may go out with the symbol of a công văn. */
export const DOCUMENT_NAMES = [
  ...Object.keys(OWN_SYMBOLS),
  ...['nghị quyết liên tịch', 'thông tư liên tịch', 'thông báo', 'kế hoạch', 'báo cáo', 'hướng dẫn', 'tờ trình', 'chương trình', 'bộ luật', 'luật', 'pháp lệnh'],
  ...['công văn', 'quy chế', 'quy định', 'đề án', 'phương án', 'biên bản', 'kết luận', 'giấy mời', 'văn bản', 'tiêu chuẩn', 'quy chuẩn'],
].join('|');
