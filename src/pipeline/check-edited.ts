/** What became of the printed figures in outputs that were edited by hand: each that was typed over, told with its place. */
import { findTypedOver } from '../check/typed-over.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { readEditedDocx } from '../ingest/read-edited-docx.js';
import type { Host } from '../store/host.js';
import { hashBytes } from '../store/recording-host.js';
import { readFiguresJson, type FigureEntry } from './figures-json.js';
import type { Step } from './plan.js';

/** Findings: figure-typed-over, edited-not-compared. Compared is with the figures the last build printed, not with those of today. */
export async function checkEdited(host: Host, { edited, manifest }: Pick<Step, 'edited' | 'manifest'>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  // Of a file that no build of ours wrote nothing is known.
  if (!manifest) return [];
  for (const file of edited) {
    const place = { in: 'file', file } as const;
    const uncompared = (reason: string): void => void findings.push(found('edited-not-compared', place, { reason }));
    if (file.endsWith('.figures.json')) continue;
    if (!file.endsWith('.docx')) {
      uncompared('phần mềm chỉ đối chiếu tệp DOCX');
      continue;
    }
    const figures = await builtFigures(host, manifest);
    if (!figures) {
      uncompared('không còn danh mục con số của lần lập trước (….figures.json)');
      continue;
    }
    const read = await readEditedDocx((await host.read(file)) ?? new Uint8Array());
    if (!read.ok) {
      uncompared(read.reason);
      continue;
    }
    const { body, notes } = read.text;
    const isNote = ({ where }: FigureEntry): boolean => where.startsWith('note-');
    // Charts of a DOCX are drawn by Word from a table of their own.
    const lost = findTypedOver(figures.filter((one) => !isNote(one) && !one.where.startsWith('chart-')), body);
    const lostInNotes = findTypedOver(figures.filter(isNote), notes);
    if (!lost || !lostInNotes) {
      uncompared('văn bản có quá nhiều con số');
      continue;
    }
    findings.push(...[...lost, ...lostInNotes].map((one) => found('figure-typed-over', place, { was: one.was, now: one.now, context: one.context }, { seen: one.now, expected: one.was })));
  }
  return findings;
}

/** The figures of the last build; undefined where their file is not the one it wrote. */
async function builtFigures(host: Host, manifest: NonNullable<Step['manifest']>): Promise<readonly FigureEntry[] | undefined> {
  const output = manifest.outputs.find(({ format }) => format === 'figures');
  const bytes = output && (await host.read(output.path));
  return bytes && hashBytes(bytes) === output.sha256 ? readFiguresJson(bytes) : undefined;
}
