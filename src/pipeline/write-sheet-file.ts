/** Files that a person asks for by name: the check sheet, a correction plan, its impact. Separate from the outputs: no job wrote them and none is stale without them. */
import type { CheckSheet } from '../finding/check-sheet.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Host } from '../store/host.js';
import type { CorrectionPlan } from './correction-plan.js';

/** `folder` is a Host on the folder of the file, `name` its name there, `shown` the path as the user knows it. */
export interface OwnFile {
  readonly folder: Host;
  readonly name: string;
  readonly shown: string;
}

export async function writeSheetFile(file: OwnFile, sheet: CheckSheet): Promise<readonly Finding[]> {
  // exceljs is loaded only where a sheet is asked for: it takes a third of the start of any command.
  const { writeCheckSheet } = await import('../render/xlsx/write-check-sheet.js');
  return writeOwnFile(file, await writeCheckSheet(sheet));
}

export async function writeImpactFile(file: OwnFile, { agencyName, reason, basis, by, impact }: CorrectionPlan, date: string): Promise<readonly Finding[]> {
  const { writeImpactSheet } = await import('../render/xlsx/write-impact-sheet.js');
  return writeOwnFile(file, await writeImpactSheet({ agency: agencyName, reason, basis, by, impact, date }));
}

/** What went wrong is returned. */
export async function writeOwnFile({ folder, name, shown }: OwnFile, bytes: Uint8Array): Promise<readonly Finding[]> {
  const place = { in: 'file', file: shown } as const;
  const beside = name.replace(/(\.[^.]*)?$/, '.moi$1');
  try {
    if ((await folder.write(name, bytes)) === 'written') return [];
    // Open in Excel: the new one goes beside it, as with outputs.
    await folder.write(beside, bytes);
    return [found('output-locked', place, { beside: shown.slice(0, shown.length - name.length) + beside })];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [found('output-failed', place, { reason: error.message })];
  }
}
