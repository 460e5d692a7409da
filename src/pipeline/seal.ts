/** Sealed copies of issued documents under `output/…/issued/`: where they lie, written once and never over another, held against the hashes of the ledger. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Host } from '../store/host.js';
import { withdrawnEntries, type Ledger } from '../store/ledger.js';
import type { Entry } from '../store/ledger-entry.js';
import { ABSENT, hashBytes } from '../store/recording-host.js';
import type { Job } from './jobs.js';
import { attempt, LOCKED } from './write-outputs.js';

export interface SealedFile {
  readonly format: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `output/<agency>/<period>/issued/57-BC-TTHC-bao-cao-thang`, without extension. A number that was taken back and is given again leaves the files of the first time alone: «….lan-2». */
export function sealBase(job: Job, symbol: string, ledger: Ledger): string {
  const at = job.id.lastIndexOf('/');
  const base = `output/${job.id.slice(0, at)}/issued/${symbol.replaceAll('/', '-')}-${job.id.slice(at + 1)}`;
  const withdrawn = withdrawnEntries(ledger);
  const owned = ledger.entries.flatMap((entry) => (entry.type === 'issued' && withdrawn.has(entry.entry) ? entry.files.map(({ path }) => path) : []));
  for (let time = 1; ; time++) {
    const candidate = time === 1 ? base : `${base}.lan-${time}`;
    if (!owned.includes(`${candidate}.tree.json`)) return candidate;
  }
}

export interface WrittenSeal {
  /** Empty where every file stands; what is wrong otherwise. */
  readonly findings: readonly Finding[];
  /** Files that were not there before. */
  readonly created: readonly string[];
}

/** A file that stands already with the same content is part of the seal: a run that was killed is taken up again. */
export async function writeSeal(host: Host, number: string, files: readonly SealedFile[]): Promise<WrittenSeal> {
  const occupied = (file: string): Finding => found('seal-occupied', { in: 'file', file }, { number });
  const standing = await Promise.all(files.map(async ({ path, bytes }) => ({ path, bytes, present: await host.read(path) })));
  const others = standing.filter(({ bytes, present }) => present && hashBytes(present) !== hashBytes(bytes));
  if (others.length > 0) return { findings: others.map(({ path }) => occupied(path)), created: [] };
  const created: string[] = [];
  for (const { path, bytes } of files) {
    let present = new Uint8Array();
    // Not `write`, which would replace what another process has put there in the meantime.
    const result = await attempt(() => host.append(path, (there) => ((present = new Uint8Array(there)).length === 0 ? bytes : new Uint8Array())));
    if (result.kind !== 'written') return { findings: [found('output-failed', { in: 'file', file: path }, { reason: result.kind === 'failed' ? result.reason : LOCKED })], created };
    if (present.length === 0) created.push(path);
    else if (hashBytes(present) !== hashBytes(bytes)) return { findings: [occupied(path)], created };
  }
  return { findings: [], created };
}

/** What was put there for an issue that did not come about. */
export async function removeSeal(host: Host, created: readonly string[], ledger: Ledger): Promise<void> {
  const owned = new Set(ledger.entries.flatMap((entry) => (entry.type === 'issued' ? sealedPaths(entry).map(({ path }) => path) : [])));
  for (const path of created) if (!owned.has(path)) await host.remove(path);
}

/** Sealed files that are not what the ledger says. */
export async function checkSeals(issued: readonly Entry<'issued'>[], hash: (path: string) => Promise<string>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const entry of issued) {
    for (const { path, sha256 } of sealedPaths(entry)) {
      const present = await hash(path);
      if (present === sha256) continue;
      const state = present === ABSENT ? 'bị mất' : 'đã bị sửa';
      findings.push(found('seal-broken', { in: 'file', file: path }, { symbol: entry.symbol, date: formatDate(entry.issuedOn), state }, { seen: present, expected: sha256, related: [entry.at] }));
    }
  }
  return findings;
}

function sealedPaths({ files, signed }: Entry<'issued'>): readonly { readonly path: string; readonly sha256: string }[] {
  return [...files, ...(signed ? [signed] : [])];
}
