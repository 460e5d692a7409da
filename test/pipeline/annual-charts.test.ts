/** Charts, footnotes and the marks of illustrative data of the annual report. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartBlock, OfficialDocument } from '../../src/document/tree.js';
import { listFigures, type FigureEntry } from '../../src/pipeline/figures-json.js';
import { ANNUAL_FOLDER, ANNUAL_JOB, annualFiles, annualTable, withDecimals } from '../support/annual-2022.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost } from '../support/map-host.js';
import { charts, footnotes, outline, printedText } from '../support/readers/outline.js';
import { readXlsxSheets } from '../support/readers/xlsx-cells.js';

const files = annualFiles();
let document: OfficialDocument;
let figures: readonly FigureEntry[];

beforeAll(async () => {
  const { composition } = await composeSample(createMapHost(files), ANNUAL_JOB);
  document = composition!.document;
  figures = listFigures(document, composition!.figures);
});

const labels = ({ series, categories }: ChartBlock, at = 0): readonly (readonly [string, string])[] => series[at]!.points.map((point, index) => [categories[index]!, point!.figure.text]);
const percent = (value: string): string => `${withDecimals(value, 2)}%`;
const captions = (): readonly string[] => charts(document).map(({ caption }) => printedText(caption));

const PROVINCES = `${ANNUAL_FOLDER}/xep hang 63 tinh (minh hoa).xlsx`;

interface Province {
  readonly cell: string;
  readonly name: string;
  readonly value: number;
  readonly region: string;
  /** «công bố» or «minh họa». */
  readonly source: string;
}

/** The rows of the workbook, highest first. */
function provinces(sheet: string): readonly Province[] {
  const { cells } = readXlsxSheets(files.get(PROVINCES)!).find(({ name }) => name === sheet)!;
  const text = (address: string): string => cells.get(address)?.text ?? '';
  return [...cells.values()]
    .filter(({ address, number }) => address.startsWith('C') && number !== undefined)
    .map(({ address, number }) => {
      const row = address.slice(1);
      return { cell: address, name: text(`B${row}`), value: Number(number), region: text(`D${row}`), source: text(`E${row}`) };
    })
    .sort((one, other) => other.value - one.value);
}

const drawn = (rows: readonly Province[]): readonly (readonly [string, string])[] => rows.map(({ name, value }) => [name, percent(value.toFixed(2))]);

describe('charts', () => {
  it('are six, numbered, with their captions', () => {
    expect(captions()).toEqual([
      'Biểu đồ 1: PAR INDEX năm 2022 của các tỉnh, thành phố',
      'Biểu đồ 2: PAR INDEX năm 2022 của các tỉnh, thành phố trong vùng',
      'Biểu đồ 3: Tỷ lệ điểm đạt được của các lĩnh vực năm 2022',
      'Biểu đồ 4: So sánh tỷ lệ điểm đạt được của các lĩnh vực năm 2021 và năm 2022',
      'Biểu đồ 5: SIPAS năm 2022 của các tỉnh, thành phố',
      'Biểu đồ 6: Các chỉ số thành phần của SIPAS năm 2022',
    ]);
    expect(charts(document).map(({ id }) => id)).toEqual(['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6']);
  });

  it.each([
    [1, 'PAR INDEX 2022', 49, '83,14%'],
    [5, 'SIPAS 2022', 32, '79,92%'],
  ])('%i: 63 provinces, highest first, ours standing out at its rank', (number, sheet, rank, value) => {
    const chart = charts(document)[number - 1]!;
    const rows = provinces(sheet);
    expect(rows.length).toBe(63);
    expect(labels(chart)).toEqual(drawn(rows));
    expect(chart.highlight).toBe(rank - 1);
    expect(labels(chart)[rank - 1]).toEqual(['Sóc Trăng', value]);
  });

  it('2: the 13 provinces of our region, ours the tenth', () => {
    const chart = charts(document)[1]!;
    const rows = provinces('PAR INDEX 2022');
    const { region } = rows.find(({ name }) => name === 'Sóc Trăng')!;
    expect(labels(chart)).toEqual(drawn(rows.filter((row) => row.region === region)));
    expect([chart.categories.length, chart.highlight, chart.categories[9]]).toEqual([13, 9, 'Sóc Trăng']);
  });

  it('3: the eight fields by falling rate, as the sentence ranks them', () => {
    const rows = annualTable('chi-so-thanh-phan').slice(0, 8).sort((a, b) => Number(b['n2022_ty_le']) - Number(a['n2022_ty_le']));
    const chart = charts(document)[2]!;
    expect(labels(chart)).toEqual(rows.map((row) => [row['linh_vuc'], percent(row['n2022_ty_le']!)]));
    const sentence = outline(document).find(({ text }) => text.includes('xét theo tỷ lệ điểm đạt được: cao nhất'))!.text;
    const places = labels(chart).map(([field, rate]) => sentence.indexOf(`${field} (${rate})`));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
  });

  it('4: the eight fields in the order of the table, two years side by side', () => {
    const chart = charts(document)[3]!;
    const rows = annualTable('chi-so-thanh-phan').slice(0, 8);
    expect(chart.series.map(({ name }) => name)).toEqual(['Năm 2021', 'Năm 2022']);
    for (const [at, year] of ['n2021', 'n2022'].entries()) expect(labels(chart, at)).toEqual(rows.map((row) => [row['linh_vuc'], percent(row[`${year}_ty_le`]!)]));
  });

  it('6: the nine indices of SIPAS, without its two branches', () => {
    const rows = annualTable('sipas-chi-so').filter(({ loai_dong }) => loai_dong === 'chi_tiet');
    expect(rows.length).toBe(9);
    expect(labels(charts(document)[5]!)).toEqual(rows.map((row) => [row['tieu_chi'], percent(row['n2022_ty_le']!)]));
  });

  it('nothing stands out where every bar is ours', () => {
    expect(charts(document).map(({ highlight }) => highlight !== undefined)).toEqual([true, true, false, false, true, false]);
  });

  it('draw percentages from 0 to 100', () => {
    for (const { axis, suffix } of charts(document)) expect([axis, suffix]).toEqual([{ from: 0, to: 100 }, '%']);
  });

  it('stand behind the sentence that names them', () => {
    for (const [index, block] of document.body.entries()) {
      if (block.type !== 'chart') continue;
      const name = printedText(block.caption).split(':')[0]!;
      const before = document.body.slice(0, index).flatMap((one) => (one.type === 'paragraph' ? [printedText(one.inlines)] : []));
      expect(before.some((text) => text.includes(name)), name).toBe(true);
    }
  });
});

describe('illustrative data', () => {
  it('are marked under the charts of the provinces and nowhere else', () => {
    expect(charts(document).map(({ notes }) => notes.map(printedText))).toEqual([['(Số liệu minh họa)'], ['(Số liệu minh họa)'], [], [], ['(Số liệu minh họa)'], []]);
    const notes = [...document.body, ...document.appendices.flatMap(({ blocks }) => blocks)].flatMap((block) => (block.type === 'table' ? block.notes.map(printedText) : []));
    expect(notes.filter((note) => note.includes('minh họa'))).toEqual([]);
    expect(document.illustrativeNotice).toContain('minh họa');
  });

  it('are flagged in figures.json, and the few published values among them are not', () => {
    expect(new Set(figures.filter(({ illustrative }) => illustrative).map(({ where }) => where))).toEqual(new Set(['chart-1', 'chart-2', 'chart-5']));
    const printed = figures.filter(({ inputs }) => inputs.some(({ file }) => file === PROVINCES));
    expect(printed.length).toBe(63 + 13 + 63);
    for (const { inputs, context, illustrative } of printed) {
      const { source } = provinces(String(inputs[0]!['sheet'])).find(({ cell }) => cell === inputs[0]!['cell'])!;
      expect(illustrative === true, context).toBe(source === 'minh họa');
    }
  });
});

describe('national means', () => {
  it.each([['84,79%', 'C71'], ['80,43%', 'C64'], ['79,72%', 'C65'], ['80,08%', 'C70']])('%s comes from «Số liệu khác» %s, not from the provinces', (text, cell) => {
    const printed = figures.filter((figure) => figure.text === text && figure.context.includes(`giá trị trung bình của cả nước (${text})`));
    expect(printed.map(({ inputs }) => inputs.map((input) => [input['sheet'], input['cell']]))).toEqual([[['Số liệu khác', cell]]]);
  });
});

describe('footnotes', () => {
  it('are twelve, numbered in reading order, each at its place', () => {
    const expected: readonly (readonly [string, string])[] = [
      ['đánh giá theo cơ cấu', 'Cơ cấu gồm bốn phần: Điểm thẩm định + Điểm SIPAS + Khảo sát công chức, lãnh đạo quản lý + Tác động phát triển kinh tế - xã hội.'],
      ['21/28', 'Có 28 thứ hạng trong 63 tỉnh, thành phố được xếp hạng, do nhiều địa phương có cùng thứ hạng.'],
      ['42/59', 'Có 59 thứ hạng trong 63 tỉnh, thành phố được xếp hạng, do nhiều địa phương có cùng thứ hạng.'],
      ['Về thứ hạng, có 02/08', 'Xét theo điểm đạt được của các lĩnh vực tăng hạng: cả 02 lĩnh vực là Cải cách thể chế và Cải cách chế độ công vụ đều tăng, lần lượt là 0,23 điểm và 1,85 điểm.'],
      [
        'công vụ (tăng 34 bậc); có 06/08',
        'Xét theo điểm đạt được của các lĩnh vực giảm hạng: 04/06 lĩnh vực giảm, gồm Cải cách thủ tục hành chính (giảm 0,63 điểm); Cải cách tổ chức bộ máy (giảm 0,83 điểm); Cải cách tài chính công (giảm 2,81 điểm); Xây dựng và phát triển CQĐT, CQS (giảm 3,91 điểm); 02/06 lĩnh vực tăng, gồm Công tác chỉ đạo, điều hành CCHC (tăng 0,78 điểm) và Tác động của CCHC đến người dân, tổ chức và phát triển KTXH (tăng 0,90 điểm).',
      ],
      ['huyện Cù Lao Dung', 'Xã An Thạnh Tây.'],
      ['huyện Mỹ Xuyên', 'Xã Đại Tâm.'],
      ['huyện Kế Sách', 'Xã An Lạc Thôn.'],
      ['huyện Châu Thành', 'Xã Hồ Đắc Kiện.'],
      ['Chủ tịch Hội Cựu chiến binh', 'Phường 1, Phường Khánh Hòa, thị xã Vĩnh Châu; xã Trung Bình, huyện Trần Đề; thị trấn Long Phú, huyện Long Phú.'],
      ['Chủ tịch Hội Nông dân', 'Phường 2, thị xã Vĩnh Châu; xã Mỹ Hương, huyện Mỹ Tú.'],
      ['so với năm 2021, chỉ số giảm 9,59%', 'Chỉ số SIPAS năm 2021 chỉ đo lường mức độ hài lòng đối với việc cung ứng dịch vụ hành chính công, chưa đo lường việc xây dựng, tổ chức thực hiện chính sách; việc so sánh giữa hai năm chỉ có ý nghĩa tham khảo.'],
    ];
    const printed = footnotes(document);
    expect(printed.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
    expect(printed.map(({ text }) => text)).toEqual(expected.map(([, text]) => text));
    for (const [index, [behind]] of expected.entries()) expect(printed[index]!.behind).toMatch(new RegExp(`${behind.replace(/[()]/g, '\\$&')}$`));
  });

  it('say once that 2021 measured services only, where the fall of 9,59% stands first', () => {
    const runs = outline(document);
    expect(footnotes(document).filter(({ text }) => text.includes('năm 2021 chỉ đo lường')).map(({ behind }) => behind.slice(-5))).toEqual(['9,59%']);
    expect(runs.findIndex(({ text }) => text.includes('9,59%'))).toBe(runs.findIndex(({ text }) => text.startsWith('SIPAS năm 2022 của tỉnh đạt')));
  });
});
