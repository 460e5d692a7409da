/** Places and findings as the `--json` contract shows them, schema version 1. */
import { findingId, type Finding } from './finding.js';
import type { Place } from './place.js';

export function placeToJson(place: Place): Record<string, string | number> {
  switch (place.in) {
    case 'file':
      return { file: place.file };
    case 'sheet':
      return { file: place.file, sheet: place.sheet, ...(place.cell === undefined ? {} : { cell: place.cell }) };
    case 'csv':
    case 'text':
      return { file: place.file, line: place.line, ...(place.column === undefined ? {} : { column: place.column }) };
    case 'json':
      return { file: place.file, path: place.path };
  }
}

export function findingToJson(finding: Finding): Record<string, unknown> {
  const { code, severity, place, message, remedy, related, seen, expected, question, cause, waived } = finding;
  return {
    id: findingId(finding),
    code,
    severity,
    place: placeToJson(place),
    message,
    remedy,
    ...(seen === undefined ? {} : { seen }),
    ...(expected === undefined ? {} : { expected }),
    related: related.map(placeToJson),
    ...(question === undefined ? {} : { question }),
    ...(cause === undefined ? {} : { cause }),
    ...(waived ? { waived } : {}),
  };
}
