/** Numbers of issued documents: «số và ký hiệu … là duy nhất trong một năm», given in the order of dates (Nghị định 30/2020/NĐ-CP, Điều 15). Asked twice at issue, the second time while no other process can take one. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formatDate } from '../statistics/format-figure.js';
import { entriesOf, type Ledger } from '../store/ledger.js';
import type { Entry } from '../store/ledger-entry.js';

export interface WantedNumber {
  readonly number: number;
  /** «57/BC-TTHC». */
  readonly symbol: string;
  /** ISO. */
  readonly date: string;
  /** «TTHC»: tells a công văn, which begins with it, from documents with a type. */
  readonly agencySymbol: string;
}

/** One series for each type of document, one for công văn whatever unit drafts them; each begins anew in January. */
function seriesOf(symbol: string, agencySymbol: string, date: string): string {
  const letters = symbol.slice(symbol.indexOf('/') + 1);
  return `${date.slice(0, 4)} ${letters.startsWith(`${agencySymbol}-`) ? '' : letters.split('-')[0]!}`;
}

export function numbersOfSeries(ledger: Ledger, { symbol, date, agencySymbol }: WantedNumber): readonly Entry<'issued'>[] {
  const series = seriesOf(symbol, agencySymbol, date);
  return entriesOf(ledger, 'issued').filter((one) => seriesOf(one.symbol, agencySymbol, one.issuedOn) === series);
}

/** Findings: issue-number-taken (error), issue-date-order (warning). */
export function checkNumber(ledger: Ledger, wanted: WantedNumber): readonly Finding[] {
  const given = numbersOfSeries(ledger, wanted);
  const taken = given.find(({ number }) => number === wanted.number);
  if (taken) {
    const next = given.reduce((most, one) => (one.number > most.number ? one : most));
    return [found('issue-number-taken', taken.at, { symbol: taken.symbol, year: wanted.date.slice(0, 4), job: taken.job, date: formatDate(taken.issuedOn), next: next.symbol }, { seen: wanted.symbol })];
  }
  const before = given.filter(({ number }) => number < wanted.number).reduce<Entry<'issued'> | undefined>((latest, one) => (latest && latest.issuedOn >= one.issuedOn ? latest : one), undefined);
  const behind = given.filter(({ number }) => number > wanted.number).reduce<Entry<'issued'> | undefined>((first, one) => (first && first.issuedOn <= one.issuedOn ? first : one), undefined);
  const misplaced = [...(before && before.issuedOn > wanted.date ? [before] : []), ...(behind && behind.issuedOn < wanted.date ? [behind] : [])];
  return misplaced.map((other) =>
    found('issue-date-order', other.at, { symbol: wanted.symbol, date: formatDate(wanted.date), other: other.symbol, otherDate: formatDate(other.issuedOn) }, { seen: wanted.date }),
  );
}
