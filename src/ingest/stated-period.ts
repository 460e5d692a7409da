/** The periods and dates a title names: «THÁNG 02 NĂM 2021», «(Từ ngày 16/01/2021 đến ngày 15/02/2021)». */
import type { Period } from '../statistics/period.js';

export interface StatedPeriods {
  readonly periods: readonly Period[];
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
}

/** Lines that speak of other documents: «(Kèm theo Báo cáo số …/BC-… tháng …)». */
const CITATION = /kèm theo|ban hành|quyết định|thông tư|nghị định|nghị quyết|công văn|kế hoạch số|báo cáo số/;

const RANGE =
  /(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s*(?:đến(?:\s+hết)?(?:\s+ngày)?|tới(?:\s+ngày)?|[-\u2013])\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/g;

const QUARTERS: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
]);

/** Everything the line names; nothing where it cites another document. */
export function statedPeriods(text: string): StatedPeriods {
  const line = text.normalize('NFC').toLowerCase().replace(/[\s\u00A0]+/g, ' ');
  if (CITATION.test(line)) return { periods: [], ranges: [] };
  // Dates in words become dates in figures; «ngày … tháng 02 năm 2021» of a signature names no period.
  const dated = line
    .replace(/(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/g, '$1/$2/$3')
    .replace(/ngày[ .…_]*tháng[ .…_]*\d{0,2}[ .…_]*năm[ .…_]*\d{0,4}/g, '');
  const ranges = [...dated.matchAll(RANGE)].map(toRange);
  const rest = dated.replace(RANGE, '').replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g, '');
  const parts = partsOfYear(rest);
  return { periods: parts.length > 0 ? parts : years(rest), ranges };
}

function partsOfYear(line: string): readonly Period[] {
  const all = (pattern: RegExp, toPeriod: (match: RegExpMatchArray) => Period | undefined): readonly Period[] =>
    [...line.matchAll(pattern)].flatMap((match) => toPeriod(match) ?? []);
  return [
    ...all(/tháng (\d{1,2}) ?(?:năm|\/|-) ?(\d{4})/g, ([, month, year]) =>
      Number(month) >= 1 && Number(month) <= 12 ? { kind: 'month', year: Number(year), month: Number(month) } : undefined,
    ),
    ...all(/quý (iv|i{1,3}|[1-4]) ?(?:năm|\/|-) ?(\d{4})/g, ([, quarter, year]) => ({
      kind: 'quarter',
      year: Number(year),
      quarter: QUARTERS.get(quarter!) ?? Number(quarter),
    })),
    ...all(/(?:0?6|sáu) tháng (đầu|cuối) năm (\d{4})/g, ([, half, year]) => ({ kind: 'half', year: Number(year), half: half === 'đầu' ? 1 : 2 })),
    ...all(/(?:0?9|chín) tháng(?: đầu)? năm (\d{4})/g, ([, year]) => ({ kind: 'nine-months', year: Number(year) })),
  ];
}

/** «NĂM 2022», «NĂM 2021, 2022»; not where the year only ends a part of it («02 tháng đầu năm 2021»). */
function years(line: string): readonly Period[] {
  if (!/(?<!(?:đầu|cuối|tháng) )năm \d{4}/.test(line) || /tháng|quý/.test(line)) return [];
  return [...line.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => ({ kind: 'year', year: Number(year) }));
}

function toRange([, fromDay, fromMonth, fromYear, toDay, toMonth, toYear]: RegExpMatchArray): { from: string; to: string } {
  // «từ ngày 16/12 đến ngày 15/01/2021» began the year before.
  const year = fromYear ?? String(Number(toYear) - (Number(fromMonth) > Number(toMonth) ? 1 : 0));
  const iso = (y: string, m: string, d: string): string => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return { from: iso(year, fromMonth!, fromDay!), to: iso(toYear!, toMonth!, toDay!) };
}
