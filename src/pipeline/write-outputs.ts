/** Puts a job's rendered outputs in place: announced in the manifest, written beside and renamed, hand-edited files left alone. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { manifestPath, saveManifest, type JobManifest, type ManifestOutput } from '../store/manifest.js';
import { hashBytes, type Reads } from '../store/recording-host.js';
import type { Host, WriteResult } from '../store/host.js';
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
  readonly issued?: JobManifest['issued'];
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
  const base: JobManifest = { version: 1, job: step.job.id, program, reads, inputs, formats, outputs: [], pending: [], findings: built as unknown[], ...(request.issued ? { issued: request.issued } : {}) };
  const announced = before?.outputs ?? prepared.map(({ entry }) => entry);
  const pending = [...(before?.pending ?? []), ...prepared.map(({ entry }) => ({ path: entry.path, sha256: entry.sha256 }))];
  // Until every output is in place the manifest keeps the old inputs, so that an interrupted run is taken up again.
  const unannounced = await trySave(host, { ...(before ?? { ...base, reads: {}, inputs: 'unfinished' }), outputs: [...announced], pending });
  // What cannot be announced is not written: the next run would take it for somebody's own.
  if (unannounced) return { outputs: [], findings: [unannounced] };
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
    const beside = outputPath(step.job.id, extension, true);
    const second = result.kind === 'locked' ? await tryWrite(host, beside, bytes) : result;
    if (second.kind === 'written') findings.push(found('output-locked', place, { beside }));
    else findings.push(found('output-failed', place, { reason: second.kind === 'failed' ? second.reason : LOCKED }));
  }
  const missing: readonly string[] = prepared.map(({ entry }) => entry.format).filter((format) => !done.some((entry) => entry.format === format));
  const unsaved = await trySave(host, { ...base, formats: formats.filter((format) => !missing.includes(format)), outputs: [...others, ...done] });
  return { outputs: shown, findings: unsaved ? [...findings, unsaved] : findings };
}

/** Files a run that was killed left half-written beside what this one is about to write: write-file-atomic calls them after their target, with a number. */
export async function removeLeftovers(host: Host, job: string): Promise<void> {
  for (const path of [`output/${job}.`, manifestPath(job)]) {
    const [folder, prefix] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
    for (const { name } of await host.list(folder)) {
      if (name.startsWith(prefix) && /\.(?:docx|pdf|xlsx|json)\.\d+$/.test(name)) await host.remove(`${folder}/${name}`);
    }
  }
}

export type WriteAttempt = { readonly kind: 'written' | 'locked' } | { readonly kind: 'failed'; readonly reason: string };

export const LOCKED = 'tệp đang mở trong phần mềm khác';

/** What the system answers, for someone who has not read its manual; the code stays for whoever is asked for help. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'đĩa đã hết chỗ',
  EDQUOT: 'đã hết dung lượng được cấp trên đĩa',
  EFBIG: 'tệp lớn quá mức đĩa cho phép',
  EACCES: 'không có quyền ghi vào thư mục',
  EPERM: 'không có quyền ghi vào thư mục',
  EROFS: 'đĩa chỉ cho đọc',
  EIO: 'đĩa hoặc đường mạng bị lỗi',
  ENAMETOOLONG: 'đường dẫn quá dài',
  ENOTDIR: 'một thư mục trên đường dẫn lại là một tệp',
  EEXIST: 'một thư mục trên đường dẫn lại là một tệp',
  EISDIR: 'ở chỗ của tệp có một thư mục cùng tên',
};

function tryWrite(host: Host, path: string, bytes: Uint8Array): Promise<WriteAttempt> {
  return attempt(() => host.write(path, bytes));
}

/** A write whose failure is told in words. */
export async function attempt(write: () => Promise<WriteResult>): Promise<WriteAttempt> {
  try {
    return { kind: await write() };
  } catch (error) {
    return { kind: 'failed', reason: failureReason(error) };
  }
}

/** The finding where a manifest could not be saved. */
async function trySave(host: Host, manifest: JobManifest): Promise<Finding | undefined> {
  const write: Host['write'] = async (path, bytes) => {
    if ((await host.write(path, bytes)) === 'locked') throw new Error(LOCKED);
    return 'written';
  };
  try {
    await saveManifest({ ...host, write }, manifest);
    return undefined;
  } catch (error) {
    return found('output-failed', { in: 'file', file: manifestPath(manifest.job) }, { reason: failureReason(error) });
  }
}

/** What the system answered, in words. */
export function failureReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') return error instanceof Error ? error.message : String(error);
  return `${REASONS[code] ?? 'hệ thống báo lỗi'} (${code})`;
}
