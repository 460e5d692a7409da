/** The check sheet as a workbook in a file of the user's choice. Separate from the outputs: no job wrote it and none is stale without it. */
import type { CheckSheet } from '../finding/check-sheet.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { writeCheckSheet } from '../render/xlsx/write-check-sheet.js';
import type { Host } from '../store/host.js';

/** `folder` is a Host on the folder of the file, `name` its name there, `shown` the path as the user knows it. What went wrong is returned. */
export async function writeSheetFile({ folder, name, shown }: { folder: Host; name: string; shown: string }, sheet: CheckSheet): Promise<readonly Finding[]> {
  const place = { in: 'file', file: shown } as const;
  const beside = name.replace(/(\.[^.]*)?$/, '.moi$1');
  const bytes = await writeCheckSheet(sheet);
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
