/** What a composition is checked for: written parts against the slots of the template, comparisons left out, phụ lục nobody points to. */
import type { OfficialDocument } from '../document/tree.js';
import { walkInlines } from '../document/walk.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { closest } from '../statistics/closest.js';
import { sourceInputs, type Row } from '../statistics/dataset.js';
import { quantityOf } from '../statistics/derive.js';
import { formatFigure } from '../statistics/format-figure.js';
import { shiftPeriod } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import { findUnit } from '../statistics/unit-list.js';
import type { DocumentData } from './document-data.js';
import type { WrittenParagraph } from './written.js';

/** Comparisons left out because the table they need is not there. */
export function checkComparisons({ manifest, tables, folder, period }: DocumentData): readonly Finding[] {
  const before = periodName(shiftPeriod(period, -1));
  return manifest.comparisons.flatMap(({ needs, what }) =>
    tables[needs] ? [] : [found('comparison-left-out', { in: 'file', file: folder }, { what, period: before })],
  );
}

/** Slots written twice, unknown slots, causes that are missing, units nobody knows. */
export function checkWritten(data: DocumentData): readonly Finding[] {
  const { manifest, written, agency, dates } = data;
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const { slot, file, unit, criterion, point } of written) {
    const place = { in: 'text', file, line: 2 } as const;
    if (!manifest.written[slot] && data.otherSlots.has(slot)) continue;
    if (!manifest.written[slot]) {
      findings.push(found('paragraph-unknown', place, { slot, nearest: closest(slot, Object.keys(manifest.written)) ?? '' }, { seen: slot }));
      continue;
    }
    const known = unit === undefined ? undefined : findUnit(agency.units, unit, dates.to);
    if (unit !== undefined && !known) {
      findings.push(found('unit-unknown', place, { name: unit, nearest: closest(unit, agency.units.map(({ name }) => name)) ?? '' }, { seen: unit }));
    }
    const key = `${slot}|${known?.id ?? unit ?? ''}|${criterion ?? ''}|${point?.order ?? ''}`;
    const first = seen.get(key);
    if (first) findings.push(found('paragraph-twice', place, { slot, first }, { choices: [first, file] }));
    else seen.set(key, file);
  }
  const main = data.tables[manifest.mainTable ?? ''];
  for (const [slot, { causeOf }] of Object.entries(manifest.written)) {
    if (!causeOf || !main) continue;
    const parts = written.filter((one) => one.slot === slot);
    const general = parts.some(({ unit }) => unit === undefined);
    const covered = (row: Row): boolean =>
      general || parts.some(({ unit }) => unit !== undefined && findUnit(agency.units, unit, dates.to)?.id === row.id);
    const needed = neededCauses(data, slot, causeOf);
    for (const { file, unit } of parts.filter((part) => !needed.includes(part))) {
      findings.push(found('cause-unneeded', { in: 'text', file, line: 2 }, { slot, unit: unit ?? '' }));
    }
    for (const row of main.items) {
      const quantity = quantityOf(row.cells[causeOf]);
      if (!quantity || quantity.value.n === 0n || covered(row)) continue;
      // Of several months the first that has some.
      const first = sourceInputs(quantity).find(({ value }) => value.n !== 0n)?.origin;
      const what = main.form.columns.find(({ id }) => id === causeOf)!.path.join(': ');
      const count = formatFigure(quantity.value, 0);
      findings.push(found('cause-missing', first && first.kind !== 'derivation' ? first.place : row.place, { what, count, slot, row: row.label }, { seen: count }));
    }
  }
  return findings;
}

/** Rows of a table that the body must tell one by one. */
export function checkTold({ manifest, tables }: DocumentData, told: ReadonlyMap<string, ReadonlySet<string>>): readonly Finding[] {
  return Object.entries(manifest.tables).flatMap(([name, use]) => {
    const table = use.told ? tables[name] : undefined;
    return (table?.items ?? [])
      .filter(({ id, role }) => role === 'item' && !told.get(name)?.has(id))
      .map(({ label, place }) => found('row-untold', place, { table: table!.form.name, row: label }, { seen: label }));
  });
}

/** Parts by criterion whose criterion the template never asks for. */
export function checkCriteria({ written }: DocumentData, asked: ReadonlyMap<string, ReadonlySet<string>>): readonly Finding[] {
  return written.flatMap(({ slot, file, criterion }) => {
    const keys = asked.get(slot);
    if (criterion === undefined || !keys || keys.has(criterion)) return [];
    return [found('criterion-unknown', { in: 'text', file, line: 2 }, { criterion, nearest: closest(criterion, [...keys]) ?? '' }, { seen: criterion })];
  });
}

/** The causes of a slot that speak of something: general ones, and those of units whose count is above 0. */
export function neededCauses({ manifest, tables, written, agency, dates }: DocumentData, slot: string, column: string): readonly WrittenParagraph[] {
  const rows = tables[manifest.mainTable ?? '']?.items ?? [];
  const late = rows.filter((row) => (quantityOf(row.cells[column])?.value.n ?? 0n) > 0n).map(({ id }) => id);
  return written.filter(
    (part) => part.slot === slot && late.length > 0 && (part.unit === undefined || late.includes(findUnit(agency.units, part.unit, dates.to)?.id ?? '')),
  );
}

/** Every phụ lục must be pointed to from the body (Phụ lục I, III.1.a). */
export function checkReferences(document: OfficialDocument, file: string): readonly Finding[] {
  const targets = new Set<string>();
  for (const { inlines } of walkInlines(document)) for (const inline of inlines) if (inline.type === 'reference') targets.add(inline.target);
  return document.appendices
    .filter(({ id }) => !targets.has(id))
    .map(({ label }) => found('appendix-unreferenced', { in: 'file', file }, { label }));
}
