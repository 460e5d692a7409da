/** Checks that a workbook's formulas give what is stored as their results, by a LibreOffice that is made to compute them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsxSheets, type XlsxSheet } from '../support/readers/xlsx-cells.js';
import { convertWithOffice } from './office.mjs';
import { tool } from './tools.js';

/** Doubles differ in their last digits by the order of operations. */
const RELATIVE = 1e-12;

export async function formulaFaults(file: string): Promise<readonly string[]> {
  const bytes = readFileSync(file);
  const computed = await compute(bytes);
  const faults: string[] = [];
  for (const [index, sheet] of readXlsxSheets(bytes).entries()) {
    for (const cell of sheet.cells.values()) {
      if (cell.number === undefined) continue;
      const result = computed[index]?.cells.get(cell.address)?.number;
      const [stored, fresh] = [Number(cell.number), Number(result ?? Number.NaN)];
      if (!(Math.abs(stored - fresh) <= RELATIVE * Math.max(1, Math.abs(stored)))) {
        faults.push(`«${sheet.name}» ${cell.address} ${cell.formula ? `=${cell.formula}` : ''} has ${cell.number}, LibreOffice ${result ?? 'nothing'}`);
      }
    }
  }
  return faults;
}

async function compute(bytes: Uint8Array): Promise<readonly XlsxSheet[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baocao-recalculate-'));
  try {
    const emptied = join(folder, 'emptied.xlsx');
    writeFileSync(emptied, withoutResults(bytes));
    return readXlsxSheets(readFileSync(await convertWithOffice(tool('soffice'), emptied, 'xlsx', folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** LibreOffice believes stored results; without them it computes. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [name, name.startsWith('xl/worksheets/') ? strToU8(strFromU8(data).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')) : data]),
    ),
  );
}
