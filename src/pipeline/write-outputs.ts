/** Puts a job's rendered outputs in place: announced in the manifest, written beside and renamed, hand-edited files left alone. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { saveManifest, type JobManifest, type ManifestOutput } from '../store/manifest.js';
import { hashBytes, type Reads } from '../store/recording-host.js';
import type { Host } from '../store/host.js';
import type { OutputFormat, RenderedOutput } from './render-outputs.js';
import type { Step } from './plan.js';

export interface WriteRequest {
  readonly step: Step;
  readonly program: string;
  readonly reads: Reads;
  readonly outputs: readonly RenderedOutput[];
  /** Formats asked for, with those the document does not have. */
  readonly formats: readonly OutputFormat[];
  /** Findings of the build, shown again while the job is kept. */
  readonly findings: readonly Finding[];
  readonly edited: 'refuse' | 'overwrite' | 'beside';
}

export interface WriteReport {
  readonly outputs: readonly ManifestOutput[];
  readonly findings: readonly Finding[];
}

/** Path of an output; `beside` is the new version next to a file that must not be touched. */
export function outputPath(job: string, extension: string, beside = false): string {
  return `output/${job}${beside ? '.moi' : ''}.${extension}`;
}

export async function writeOutputs(host: Host, request: WriteRequest): Promise<WriteReport> {
  const { step, program, reads, outputs, findings: built } = request;
  const inputs = hashBytes(new TextEncoder().encode(JSON.stringify([program, reads])));
  const before = step.manifest;
  const prepared = outputs.map(({ format, extension, bytes }) => {
    const path = outputPath(step.job.id, extension);
    return { bytes, extension, entry: { format, path, sha256: hashBytes(bytes), inputs } satisfies ManifestOutput };
  });
  const others = (before?.outputs ?? []).filter(({ format }) => !prepared.some(({ entry }) => entry.format === format));
  const formats = [...new Set([...(before?.formats ?? []), ...request.formats])];
  const base: JobManifest = { version: 1, job: step.job.id, program, reads, inputs, formats, outputs: [], pending: [], findings: built as unknown[] };
  const announced = before?.outputs ?? prepared.map(({ entry }) => entry);
  const pending = [...(before?.pending ?? []), ...prepared.map(({ entry }) => ({ path: entry.path, sha256: entry.sha256 }))];
  // Until every output is in place the manifest keeps the old inputs, so that an interrupted run is taken up again.
  await saveManifest(host, { ...(before ?? { ...base, reads: {}, inputs: 'unfinished' }), outputs: [...announced], pending });
  const findings: Finding[] = [];
  const done: ManifestOutput[] = [];
  const shown: ManifestOutput[] = [];
  for (const { bytes, extension, entry } of prepared) {
    const aside = step.edited.includes(entry.path) && request.edited === 'beside';
    const path = aside ? outputPath(step.job.id, extension, true) : entry.path;
    const result = await tryWrite(host, path, bytes);
    if (result.kind === 'written') {
      // Beside a hand-edited file the manifest still holds what we would have written there, so that the edit stays known.
      done.push(entry);
      shown.push({ ...entry, path });
      continue;
    }
    const old = before?.outputs.find((one) => one.path === entry.path);
    if (old) done.push(old);
    const place = { in: 'file', file: entry.path } as const;
    if (result.kind === 'failed') findings.push(found('output-failed', place, { reason: result.reason }));
    else {
      const beside = outputPath(step.job.id, extension, true);
      await tryWrite(host, beside, bytes);
      findings.push(found('output-locked', place, { beside }));
    }
  }
  const missing: readonly string[] = prepared.map(({ entry }) => entry.format).filter((format) => !done.some((entry) => entry.format === format));
  await saveManifest(host, { ...base, formats: formats.filter((format) => !missing.includes(format)), outputs: [...others, ...done] });
  return { outputs: shown, findings };
}

type WriteAttempt = { readonly kind: 'written' | 'locked' } | { readonly kind: 'failed'; readonly reason: string };

async function tryWrite(host: Host, path: string, bytes: Uint8Array): Promise<WriteAttempt> {
  try {
    return { kind: await host.write(path, bytes) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
