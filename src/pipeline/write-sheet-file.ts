/** Files that a person asks for by name: the check sheet, a correction plan, its impact. Separate from the outputs: no job wrote them and none is stale without them. */
import type { CheckSheet } from '../finding/check-sheet.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { writeCheckSheet } from '../render/xlsx/write-check-sheet.js';
import { writeImpactSheet } from '../render/xlsx/write-impact-sheet.js';
import type { Host } from '../store/host.js';
import type { CorrectionPlan } from './correction-plan.js';

/** `folder` is a Host on the folder of the file, `name` its name there, `shown` the path as the user knows it. */
export interface OwnFile {
  readonly folder: Host;
  readonly name: string;
  readonly shown: string;
}

export async function writeSheetFile(file: OwnFile, sheet: CheckSheet): Promise<readonly Finding[]> {
  return writeOwnFile(file, await writeCheckSheet(sheet));
}

export async function writeImpactFile(file: OwnFile, { agencyName, reason, basis, by, impact }: CorrectionPlan, date: string): Promise<readonly Finding[]> {
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
