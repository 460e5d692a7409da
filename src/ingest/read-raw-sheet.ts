/** One sheet of a source → its tables with everything that is wrong or strange about them, each fault named once. */
import { found } from '../finding/catalog.js';
import { describePlace } from '../finding/describe.js';
import { findingId, type Finding } from '../finding/finding.js';
import type { Table } from '../statistics/dataset.js';
import type { Form } from '../statistics/form.js';
import { checkMeasure } from './check-measure.js';
import { checkPeriod, datesInOtherForm } from './check-period.js';
import { checkDoubtfulNames } from './doubtful-names.js';
import { findTables } from './find-tables.js';
import { checkFormulaResults } from './formula-results.js';
import type { FoundTable } from './found-table.js';
import { checkHiddenParts } from './hidden-parts.js';
import { checkMergedFigures } from './merged-figures.js';
import { checkTotalRow } from './missing-total.js';
import { checkMixedStyles } from './mixed-styles.js';
import { checkMojibake } from './mojibake.js';
import { findNormalisations, type Normalisation } from './normalisations.js';
import { isBlank, type RawSheet } from './raw-sheet.js';
import { readTable, type TableContext } from './read-table.js';
import { checkCharacters } from './reserved-character.js';
import { applySharper, type SharperFinding } from './sharper-finding.js';
import { checkSheetSize, checkTableLength } from './sheet-size.js';
import { checkShiftedFields } from './shifted-fields.js';

export interface ReadSheet {
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
  readonly normalisations: readonly Normalisation[];
}

export function readRawSheet(sheet: RawSheet, forms: readonly Form[], context: TableContext): ReadSheet {
  const tooLarge = checkSheetSize(sheet, forms);
  // Every name and header of a spoilt text would be unknown: one finding says why.
  const spoilt = tooLarge.length > 0 ? tooLarge : checkMojibake(sheet);
  if (spoilt.length > 0) return { tables: [], findings: spoilt, normalisations: [] };
  const { tables: places, findings } = findTables(sheet, forms);
  const tooLong = places.flatMap(checkTableLength);
  if (tooLong.length > 0) return { tables: [], findings: [...findings, ...tooLong], normalisations: [] };
  if (places.length === 0) {
    // A sheet of a workbook may be anything; a text file that lost characters may be the table that is looked for.
    const lost = sheet.origin.in === 'sheet' ? [] : checkCharacters(sheet);
    const isEmpty = sheet.rows.every((row) => row.every(isBlank));
    const all = [...findings, ...lost];
    return { tables: [], findings: all.length > 0 || isEmpty ? all : [unrecognised(sheet)], normalisations: [] };
  }
  const read = places.map((place) => readPlace(place, context));
  return {
    tables: read.map(({ table }) => table),
    findings: onceEach([...findings, ...checkCharacters(sheet), ...read.flatMap((one) => one.findings)]),
    normalisations: read.flatMap((one) => one.normalisations),
  };
}

function readPlace(place: FoundTable, context: TableContext): { table: Table; findings: readonly Finding[]; normalisations: readonly Normalisation[] } {
  const { table, findings } = readTable(place, context);
  const all = [
    ...checkPeriod(place, context),
    ...checkMeasure(place),
    ...findings,
    ...checkMixedStyles(place),
    ...checkFormulaResults(place, table),
    ...checkHiddenParts(place),
    ...checkTotalRow(place, table),
  ];
  const sharper: readonly SharperFinding[] = [
    ...checkDoubtfulNames(place, context.units, context.to),
    ...checkMergedFigures(place),
    ...checkShiftedFields(place),
  ];
  const faults = applySharper(all, sharper);
  // What was not taken was not normalised either.
  const faulty = new Set(faults.filter(({ severity }) => severity === 'error').map((fault) => describePlace(fault.place)));
  const normalisations = [...findNormalisations(place, context.units, context.to), ...datesInOtherForm(place)];
  return { table, findings: faults, normalisations: normalisations.filter((one) => !faulty.has(describePlace(one.place))) };
}

/** Two rules may ask the same question of one cell. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [findingId(finding), finding])).values()];
}

function unrecognised({ file, origin }: RawSheet): Finding {
  if (origin.in !== 'sheet') return found('table-unrecognised', { in: 'file', file }, { what: 'Tệp này' });
  return found('table-unrecognised', { in: 'sheet', file, sheet: origin.sheet }, { what: `Trang «${origin.sheet}»` });
}
