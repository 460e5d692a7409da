/** What the comments of a redline say, where a revision alone would leave the reader to search. Separate: words a leader reads. */
import type { RevisedChart } from '../../../document/revision.js';

/** More figures than this are counted, as a comment is read at the edge of the page. */
const MOST_FIGURES = 10;

export function chartRemark({ points }: RevisedChart): string {
  if (points.length === 0) return 'Biểu đồ được vẽ lại; không số liệu nào in trên biểu đồ thay đổi.';
  const several = new Set(points.map(({ series }) => series)).size > 1;
  const named = points.slice(0, MOST_FIGURES).map(({ category, series, issued, draft }) => `${category}${several ? ` (${series})` : ''}: ${issued ?? 'không có'} → ${draft ?? 'không có'}`);
  const rest = points.length - named.length;
  return `Biểu đồ đã thay đổi: ${named.join('; ')}${rest > 0 ? `; và ${rest} số liệu khác` : ''}.`;
}

export function tableRemark(former: string): string {
  return `Bảng này có các cột khác với bảng đã ban hành${former === '' ? '' : ` («${former}»)`}: bảng cũ được gạch toàn bộ, bảng mới được thêm toàn bộ.`;
}

export function orientationRemark(orientation: 'portrait' | 'landscape'): string {
  return orientation === 'landscape' ? 'Trang giấy chuyển từ khổ đứng sang khổ ngang.' : 'Trang giấy chuyển từ khổ ngang sang khổ đứng.';
}

/** Outside of the text, in the margins of page 1. */
export function marginRemark(what: string, issued: string, draft: string): string {
  return `${what} đã thay đổi: «${issued}» → «${draft}».`;
}
