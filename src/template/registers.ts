/** `templates/registers/*.yaml` → Registers: which legal acts and which names of units are valid on a date. Apart from the agency because the law is the same for all of them. */
import { z } from 'zod';
import { accepted, type Outcome } from '../finding/finding.js';
import { readDeclaration } from '../statistics/read-declaration.js';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'phải là ngày dạng YYYY-MM-DD');
/** Both days included, as in the agency files: `to` is the last day in force. */
const validity = { from: isoDate.optional(), to: isoDate.optional() };
const sources = z.record(z.string(), z.string());
const names = z.array(z.string()).default([]);

const act = z.strictObject({
  /** Number, year where the number has one, symbol: «61/2018/NĐ-CP». */
  symbol: z.string(),
  type: z.string(),
  /** Day of issue. */
  date: isoDate.optional(),
  title: z.string().optional(),
  ...validity,
  replacedBy: names,
  amendedBy: names,
  sources: z.array(z.string()).min(1),
  confidence: z.enum(['C', 'S', 'O']),
});

const rawActs = z.strictObject({
  sources,
  /** Acts that others point to and that have no row of their own. */
  outside: names,
  acts: z.array(act),
});

const level = z.strictObject({ words: z.array(z.string()).min(1), ...validity, successors: names, source: z.string() });
const province = z.strictObject({ name: z.string(), kind: z.enum(['tỉnh', 'thành phố']), ...validity, successors: names, source: z.string() });
const unit = z.strictObject({ name: z.string(), of: z.string(), ...validity, successors: names, source: z.string() });

const rawUnits = z.strictObject({ sources, levels: z.array(level).default([]), provinces: z.array(province), units: z.array(unit).default([]) });

export type LegalAct = z.output<typeof act>;
export type UnitRegister = Omit<z.output<typeof rawUnits>, 'sources'>;

export interface Registers {
  readonly acts: readonly LegalAct[];
  readonly units: UnitRegister;
}

export const NO_REGISTERS: Registers = { acts: [], units: { levels: [], provinces: [], units: [] } };

export function readActs(file: string, text: string): Outcome<readonly LegalAct[]> {
  const raw = readDeclaration(file, text, rawActs.superRefine((register, context) => {
    const known = new Set([...register.outside, ...register.acts.map(({ symbol }) => symbol)]);
    for (const [index, one] of register.acts.entries()) {
      for (const key of ['replacedBy', 'amendedBy'] as const) {
        for (const other of one[key]) {
          if (!known.has(other)) context.addIssue({ code: 'custom', path: ['acts', index, key], message: `không có dòng cho «${other}»; thêm dòng hoặc nêu ở mục outside` });
        }
      }
      checkRow(context, ['acts', index], one, one.sources, register.sources);
    }
  }));
  return raw.ok ? accepted(raw.value.acts) : raw;
}

export function readUnits(file: string, text: string): Outcome<UnitRegister> {
  const raw = readDeclaration(file, text, rawUnits.superRefine((register, context) => {
    for (const key of ['levels', 'provinces', 'units'] as const) {
      for (const [index, one] of register[key].entries()) checkRow(context, [key, index], one, [one.source], register.sources);
    }
  }));
  return raw.ok ? accepted({ levels: raw.value.levels, provinces: raw.value.provinces, units: raw.value.units }) : raw;
}

/** A row says where it is from, and does not end before it begins. */
function checkRow(context: z.RefinementCtx, path: readonly (string | number)[], { from, to }: Dated, cited: readonly string[], known: Readonly<Record<string, string>>): void {
  for (const source of cited) if (!Object.hasOwn(known, source)) context.addIssue({ code: 'custom', path: [...path], message: `nguồn «${source}» không có ở mục sources` });
  if (from !== undefined && to !== undefined && from > to) context.addIssue({ code: 'custom', path: [...path], message: `from ${from} sau to ${to}` });
}

interface Dated {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface ActState {
  readonly act: LegalAct;
  /** false from the day after `to` on. An act not yet in force has not ended. */
  readonly ended: boolean;
}

/** The act of a symbol and what it is on an ISO date; undefined where the register does not know it. `issued` tells apart numbers that begin anew each year. */
export function actOn({ acts }: Registers, symbol: string, date: string, issued?: string): ActState | undefined {
  const act = acts.find((one) => one.symbol === symbol && (issued === undefined || one.date === undefined || one.date === issued));
  return act && { act, ended: hasEnded(act, date) };
}

export function hasEnded({ to }: Dated, date: string): boolean {
  return to !== undefined && to < date;
}

/** The names that stand for a province or unit on an ISO date: its own while it is valid, its successors' behind that, theirs where they ended too. */
export function successorsOf(registers: Registers, name: string, date: string): readonly string[] {
  const { provinces, units } = registers.units;
  const rows = [
    ...provinces.map((one) => ({ ...one, full: `${one.kind} ${one.name}` })),
    ...units.map((one) => ({ ...one, full: one.name })),
  ].filter((one) => one.full === name || one.name === name);
  const valid = rows.find(({ from = '', to = '9999' }) => from <= date && date <= to);
  if (valid) return [valid.full];
  const last = rows.filter((one) => hasEnded(one, date)).at(-1);
  if (!last) return [];
  // A row that names itself would never end.
  return last.successors.flatMap((next) => (next === last.full || next === name ? [next] : orItself(successorsOf(registers, next, date), next)));
}

function orItself(names: readonly string[], name: string): readonly string[] {
  return names.length > 0 ? names : [name];
}
