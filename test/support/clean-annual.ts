/** The real annual tables of 2022 with the errors of their originals corrected: the correct data in which tests plant errors of their own. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readSources } from '../../src/ingest/read-sources.js';
import { createWorkbookReader } from '../../src/ingest/workbook-reader.js';
import { deriveTable, type DerivedTable } from '../../src/statistics/derive.js';
import type { Cell, Table } from '../../src/statistics/dataset.js';
import { exact } from '../../src/statistics/exact.js';
import type { Form } from '../../src/statistics/form.js';
import { periodDates, type Period } from '../../src/statistics/period.js';
import { readForm } from '../../src/statistics/read-form.js';
import { readAgency, type Agency } from '../../src/template/agency.js';
import { REPOSITORY } from './map-host.js';

export const YEAR_2022: Period = { kind: 'year', year: 2022 };

export interface AnnualPatch {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

const PATCHES: readonly AnnualPatch[] = [
];

export function loadForms(): readonly Form[] {
  const folder = 'templates/forms';
  return readdirSync(path.join(REPOSITORY, folder)).filter((name) => name.endsWith('.yaml')).sort().map((name) => {
    const form = readForm(`${folder}/${name}`, readFileSync(path.join(REPOSITORY, folder, name), 'utf8'));
    if (!form.ok) throw new Error(JSON.stringify(form.findings));
    return form.value;
  });
}

export function loadAgency(id: string): Agency {
  const file = `data/agencies/${id}.yaml`;
  const agency = readAgency(file, readFileSync(path.join(REPOSITORY, file), 'utf8'));
  if (!agency.ok) throw new Error(JSON.stringify(agency.findings));
  return agency.value;
}

export async function loadAnnualOriginals(forms: readonly Form[]): Promise<readonly Table[]> {
  const folder = 'data/snv-soc-trang/2022';
  const { id, calendar, units, answers } = loadAgency('snv-soc-trang');
  const files = readdirSync(path.join(REPOSITORY, folder)).filter((name) => name.endsWith('.xlsx') && !name.startsWith('~$')).sort()
    .map((name) => ({ path: `${folder}/${name}`, bytes: new Uint8Array(readFileSync(path.join(REPOSITORY, folder, name))) }));
  const workbooks = createWorkbookReader();
  try {
    return (await readSources(files, { agency: id, period: YEAR_2022, units, forms, answers, ...periodDates(YEAR_2022, calendar) }, workbooks)).tables;
  } finally {
    await workbooks.close();
  }
}
