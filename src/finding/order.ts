/** Findings in the order a person works through them: file, sheet, row, column; each once; after twenty of one code the rest are counted. */
import { findingId, type Finding } from './finding.js';
import { parseCellAddress, type Place } from './place.js';

function sortKey(place: Place): readonly [string, string, number, number] {
  switch (place.in) {
    case 'file':
      return [place.file, '', 0, 0];
    case 'sheet': {
      const cell = place.cell === undefined ? undefined : parseCellAddress(place.cell);
      return [place.file, place.sheet, cell?.row ?? 0, cell?.column ?? 0];
    }
    case 'csv':
    case 'text':
      return [place.file, '', place.line, place.column ?? 0];
    case 'json':
      // $.hang[10] comes after $.hang[2].
      return [place.file, place.path.replace(/\d+/g, (digits) => digits.padStart(9, '0')), 0, 0];
  }
}

/** Sorted by place, then code; findings with the same id stand once. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const unique = new Map(findings.map((finding) => [findingId(finding) + finding.message, finding]));
  return [...unique.values()]
    .map((finding) => ({ finding, key: sortKey(finding.place) }))
    .sort((a, b) => compareKeys(a.key, b.key) || (a.finding.code < b.finding.code ? -1 : 1))
    .map(({ finding }) => finding);
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]!;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
