/** Which units needed a document, remembered with what that was read from: an unchanged archive is planned without opening a workbook. */
import { z } from 'zod';
import type { Finding } from '../finding/finding.js';
import type { Host } from '../store/host.js';
import type { Reads } from '../store/recording-host.js';

export interface JudgedUnits {
  /** Ids of the units with a document. */
  readonly units: readonly string[];
  /** Units without one, each with the reason. */
  readonly leftOut: readonly Finding[];
}

export interface UnitMemory {
  /** undefined where it was not judged yet, or something it rests on has changed. */
  recall(base: string): Promise<JudgedUnits | undefined>;
  remember(base: string, judged: JudgedUnits, reads: Reads): void;
  /** Writes what was judged in this run; only speed is lost where the disk is full. */
  save(): Promise<void>;
}

const stored = z.object({ version: z.literal(1), program: z.string(), reads: z.record(z.string(), z.string()), units: z.array(z.string()), leftOut: z.array(z.unknown()) });

const memoryPath = (base: string): string => `output/.baocao/${base}.units.json`;

export function createUnitMemory(host: Host, hash: (path: string) => Promise<string>, program: string): UnitMemory {
  const judgedNow = new Map<string, z.input<typeof stored>>();
  return {
    async recall(base) {
      const known = parse(await host.read(memoryPath(base)));
      if (known?.program !== program) return undefined;
      for (const [path, recorded] of Object.entries(known.reads)) if ((await hash(path)) !== recorded) return undefined;
      return { units: known.units, leftOut: known.leftOut as readonly Finding[] };
    },
    remember: (base, { units, leftOut }, reads) => void judgedNow.set(base, { version: 1, program, reads, units: [...units], leftOut: [...leftOut] }),
    async save() {
      for (const [base, judged] of judgedNow) await host.write(memoryPath(base), new TextEncoder().encode(`${JSON.stringify(judged)}\n`)).catch(() => undefined);
    },
  };
}

function parse(bytes: Uint8Array | undefined): z.output<typeof stored> | undefined {
  if (!bytes) return undefined;
  try {
    return stored.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
