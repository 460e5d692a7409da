/** Whether a sentence speaks of another period than the one reported: its figures are then those of other tables. Apart, because it is a rule of words alone. */
const COMPARES = /(?<!\p{L})(?:so với|cùng kỳ|kỳ trước|tháng trước|quý trước|năm trước|năm ngoái|lũy kế|luỹ kế|từ đầu năm|dự kiến|ước)(?!\p{L})/iu;

export function speaksOfOtherPeriod(text: string, from: string, to: string): boolean {
  if (COMPARES.test(text)) return true;
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))] as const;
  const mentioned = [...text.matchAll(/(?<!\p{L})năm\s+((?:19|20)\d{2})/giu)].map(([, year]) => Number(year));
  if (mentioned.some((year) => year < years[0] || year > years[1])) return true;
  const first = monthNumber(from, 15);
  const last = monthNumber(to, 0);
  return [...text.matchAll(/(?<!\p{L})tháng\s+(\d{1,2})(?!\s*(?:tháng|năm\s+\d{4}\s*\)|\d))/giu)].some(([, month]) => {
    const inYear = [years[0], years[1]].map((year) => year * 12 + Number(month));
    return !inYear.some((one) => one >= Math.min(first, last) && one <= last);
  });
}

/** Months since year 0; a period that begins late in a month («16/01 – 15/02») is that of the next. */
function monthNumber(iso: string, lateAfter: number): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return year * 12 + month + (lateAfter > 0 && day > lateAfter ? 1 : 0);
}
