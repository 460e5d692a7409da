/** What a job read and wrote, kept beside the outputs: the ground on which the next run decides to build or to keep. */
import { z } from 'zod';
import type { Host } from './host.js';
import type { Reads } from './recording-host.js';

const output = z.object({
  format: z.string(),
  path: z.string(),
  sha256: z.string(),
  /** Key of the inputs it was made from; another key makes it stale. */
  inputs: z.string(),
});

const manifest = z.object({
  version: z.literal(1),
  job: z.string(),
  program: z.string(),
  reads: z.record(z.string(), z.string()),
  inputs: z.string(),
  /** Formats asked for so far; a document without phụ lục has no XLSX although it was asked for. */
  formats: z.array(z.string()),
  outputs: z.array(output),
  /** Hashes about to be written: a run killed between two outputs must not take its own for hand-edited. */
  pending: z.array(z.object({ path: z.string(), sha256: z.string() })),
  findings: z.array(z.unknown()),
  /** Entry of the issued document, and whether what was built is that document or a new draft beside it. */
  issued: z.object({ entry: z.string(), same: z.boolean() }).optional(),
});

export type ManifestOutput = z.output<typeof output>;
export type JobManifest = Omit<z.output<typeof manifest>, 'reads'> & { readonly reads: Reads };

/** `output/.baocao/<job>.json`, out of the way of the documents. */
export function manifestPath(job: string): string {
  return `output/.baocao/${job}.json`;
}

/** undefined where the job was never built, or its manifest is no longer readable: then it is built anew. */
export async function loadManifest(host: Host, job: string): Promise<JobManifest | undefined> {
  const bytes = await host.read(manifestPath(job));
  if (!bytes) return undefined;
  try {
    const parsed = manifest.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export async function saveManifest(host: Host, value: JobManifest): Promise<void> {
  await host.write(manifestPath(value.job), new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`));
}
