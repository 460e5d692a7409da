/** Charts of every shape that reports have, with the longest names they have: shared by the tests of the drawing and of the writers. */
import type { ChartBlock, ChartPoint } from '../../src/document/tree.js';

const PROVINCES = [
  'Quảng Ninh', 'Hải Phòng', 'Bà Rịa - Vũng Tàu', 'Hà Nội', 'Hưng Yên', 'Thái Nguyên', 'Thừa Thiên Huế', 'Bắc Giang', 'Cà Mau', 'Đà Nẵng', 'Vĩnh Phúc',
  'Ninh Bình', 'Thanh Hóa', 'Long An', 'Bến Tre', 'Hà Nam', 'Tây Ninh', 'Hải Dương', 'Quảng Nam', 'Phú Thọ', 'An Giang', 'Nam Định', 'Lào Cai', 'Cần Thơ',
  'Hà Tĩnh', 'Bình Dương', 'Bắc Ninh', 'Trà Vinh', 'Lâm Đồng', 'Thái Bình', 'Đồng Nai', 'Hậu Giang', 'Sóc Trăng', 'Kon Tum', 'Đồng Tháp', 'Tp. Hồ Chí Minh',
  'Khánh Hòa', 'Yên Bái', 'Tiền Giang', 'Vĩnh Long', 'Nghệ An', 'Ninh Thuận', 'Bình Định', 'Quảng Bình', 'Lai Châu', 'Sơn La', 'Hòa Bình', 'Kiên Giang',
  'Gia Lai', 'Quảng Trị', 'Tuyên Quang', 'Bình Phước', 'Lạng Sơn', 'Bạc Liêu', 'Đắk Lắk', 'Phú Yên', 'Hà Giang', 'Điện Biên', 'Đắk Nông', 'Quảng Ngãi',
  'Bình Thuận', 'Bắc Kạn', 'Cao Bằng',
];

const FIELDS = [
  'Công tác chỉ đạo điều hành CCHC',
  'Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật',
  'Cải cách thủ tục hành chính',
  'Cải cách tổ chức bộ máy hành chính nhà nước',
  'Cải cách chế độ công vụ',
  'Cải cách tài chính công',
  'Xây dựng và phát triển Chính quyền điện tử, Chính quyền số',
  'Tác động của CCHC đến người dân, tổ chức và phát triển KTXH',
];

export function point(value: string, decimals = 2, suffix = '%'): ChartPoint {
  const [whole, rest] = Number(value).toFixed(decimals).split('.') as [string, string?];
  const text = whole.replace(/(\d)(?=(\d{3})+$)/g, '$1.') + (rest === undefined ? '' : `,${rest}`) + suffix;
  return { figure: { type: 'figure', text, trace: `figure:${text}` }, value };
}

export function sampleChart(change: Partial<ChartBlock> & Pick<ChartBlock, 'kind' | 'categories' | 'series'>): ChartBlock {
  return {
    type: 'chart',
    id: 'chart-1',
    caption: [{ type: 'text', text: 'Biểu đồ 1: Chỉ số cải cách hành chính năm 2022' }],
    decimals: 2,
    suffix: '%',
    heightMm: 90,
    description: 'Biểu đồ chỉ số cải cách hành chính; cao nhất và thấp nhất ghi ở hai đầu.',
    notes: [],
    ...change,
  };
}

const PERCENT = { from: 0, to: 100 };

/** 63 provinces, ours stands out. */
export function provinces(kind: ChartBlock['kind']): ChartBlock {
  const points = PROVINCES.map((_, index) => point((90.1 - index * 0.2671 - (index > 55 ? index % 7 : 0)).toFixed(4)));
  return sampleChart({ kind, categories: PROVINCES, series: [{ name: 'PAR INDEX', points }], highlight: PROVINCES.indexOf('Sóc Trăng'), axis: PERCENT, heightMm: kind === 'bars' ? 225 : 110 });
}

/** The provinces of one region. */
export function region(): ChartBlock {
  const categories = PROVINCES.slice(10, 23);
  const points = categories.map((_, index) => point((88.2 - index * 0.9).toFixed(2)));
  return sampleChart({ kind: 'bars', categories, series: [{ name: 'PAR INDEX', points }], highlight: 4, axis: PERCENT, heightMm: 110 });
}

/** Eight fields in order of their index, names under the columns. */
export function fields(): ChartBlock {
  const points = FIELDS.map((_, index) => point((96.55 - index * 4.31).toFixed(2)));
  return sampleChart({ kind: 'columns', categories: FIELDS, series: [{ name: 'Tỷ lệ đạt được', points }], axis: PERCENT });
}

/** Eight fields in two years. */
export function fieldsOfTwoYears(): ChartBlock {
  const series = [2021, 2022].map((year, at) => ({ name: `Năm ${year}`, points: FIELDS.map((_, index) => point((95.27 - index * 4.31 + at * 2.5).toFixed(2))) }));
  return sampleChart({ kind: 'columns', categories: FIELDS, series, axis: PERCENT, heightMm: 100 });
}

/** Nine long names beside bars; one has no figure, one reaches the end of the axis. */
export function longNames(): ChartBlock {
  const categories = [...FIELDS, 'Sự hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước'];
  const points = categories.map((_, index) => (index === 5 ? undefined : point(index === 0 ? '100' : (97.3 - index * 5.2).toFixed(2))));
  return sampleChart({ kind: 'bars', categories, series: [{ name: 'Tỷ lệ đạt được', points }], axis: PERCENT, heightMm: 120 });
}

/** Counts of two periods, without an axis of their own and in thousands. */
export function counts(): ChartBlock {
  const categories = ['Tháng 10', 'Tháng 11', 'Tháng 12', 'Tháng 01', 'Tháng 02'];
  const values = [8605, 9120, 12345, 7410, 6022];
  const label = (value: number): ChartPoint => point(String(value), 0, '');
  const series = [
    { name: 'Tiếp nhận', points: values.map(label) },
    { name: 'Giải quyết', points: values.map((value) => label(value - 312)) },
  ];
  return sampleChart({ kind: 'columns', categories, series, decimals: 0, suffix: '', highlight: 4 });
}

export function allSampleCharts(): readonly (readonly [string, ChartBlock])[] {
  return [
    ['63 bars', provinces('bars')],
    ['63 columns', provinces('columns')],
    ['13 bars', region()],
    ['8 columns', fields()],
    ['8 columns of two years', fieldsOfTwoYears()],
    ['9 bars with long names', longNames()],
    ['counts of two series', counts()],
  ];
}
