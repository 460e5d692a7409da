/** Accepted findings: which of them a waiver of the ledger covers, and which waivers cover nothing any more. */
import { catalog, found, isWaivable, type FindingCode } from '../finding/catalog.js';
import { describePlace } from '../finding/describe.js';
import { findingId, type Finding } from '../finding/finding.js';
import type { Waiver } from '../finding/waiver.js';
import { formatDate } from '../statistics/format-figure.js';

/** The same findings, those that a person accepted marked. The code is asked again: a rule may have become one that nobody can waive. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  const accepted = new Set(waivers.map(({ finding }) => finding));
  return findings.map((finding) => (canBeWaived(finding) && accepted.has(findingId(finding)) ? { ...finding, waived: true as const } : finding));
}

/** A question is answered in the agency file or by removing a source, unless its kind is one that accepting answers («số liệu đúng là không đổi»). */
export function canBeWaived({ code, question }: Finding): boolean {
  return isWaivable(code) && (!question || catalog[code as FindingCode].outcome === 'question');
}

/** A note for each waiver whose finding is gone: its figures have changed since, or are right now. None of a file in which something could not be read: nobody knows. */
export function checkWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  const alive = new Set(findings.filter(({ waived }) => waived).map(findingId));
  const unread = new Set(findings.filter((finding) => finding.severity === 'error' && !isWaivable(finding.code)).map(({ place }) => place.file));
  return waivers
    .filter(({ finding, place }) => !alive.has(finding) && !unread.has(place.file))
    .map(({ at, code, place, by, date, finding, seen, expected }) =>
      found(
        'waiver-dead',
        at,
        { code, place: describePlace(place), by, date: formatDate(date), finding },
        { related: [place], ...(seen === undefined ? {} : { seen }), ...(expected === undefined ? {} : { expected }) },
      ),
    );
}
