/** The corrections of a ledger put into the tables of one period; those that fit no more are said, never forced. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { applyCorrections, type MisfitCorrection } from '../statistics/correction.js';
import type { Table } from '../statistics/dataset.js';
import { exact } from '../statistics/exact.js';
import type { Form } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { entriesOf, type Ledger } from '../store/ledger.js';
import { hashSlice, sliceKey } from '../store/ledger-slices.js';
import type { Reads } from '../store/recording-host.js';

/** By form, for every form: corrections that do not fit, and the part of the ledger that was read for it. */
export type TableCorrections = Readonly<Record<string, { readonly findings: readonly Finding[]; readonly reads: Reads }>>;

export function correctTables(
  tables: readonly Table[],
  forms: readonly Form[],
  ledger: Ledger,
  agency: string,
  period: string,
  folder: string,
): { readonly tables: readonly Table[]; readonly corrections: TableCorrections } {
  const corrections = entriesOf(ledger, 'correction').filter((one) => one.period === period);
  const corrected = new Map<string, Table>();
  const perForm = forms.map((form) => {
    const own = corrections.filter((one) => one.form === form.id);
    const table = tables.find((one) => one.form === form.id);
    const applied = table && applyCorrections(table, own);
    if (applied) corrected.set(form.id, applied.table);
    const misfits = applied?.misfits ?? own.map((correction) => ({ correction, why: 'absent', present: null, place: { in: 'file', file: folder } }) as const);
    const slice = { of: 'corrections', period, form: form.id } as const;
    const reads: Reads = { [sliceKey(agency, slice)]: hashSlice(ledger, slice) };
    return [form.id, { findings: misfits.map((misfit) => toFinding(misfit, form)), reads }] as const;
  });
  return { tables: tables.map((table) => corrected.get(table.form) ?? table), corrections: Object.fromEntries(perForm) };
}

/** What was said of the corrections of some forms, and the parts of the ledger read for them. */
export function correctionsOf({ corrections }: { readonly corrections: TableCorrections }, forms: readonly string[]): { readonly findings: readonly Finding[]; readonly reads: Reads } {
  const chosen = [...new Set(forms)].flatMap((form) => corrections[form] ?? []);
  return { findings: chosen.flatMap(({ findings }) => findings), reads: Object.assign({}, ...chosen.map(({ reads }) => reads)) };
}

function toFinding({ correction, why, present, place }: MisfitCorrection, form: Form): Finding {
  const { at, label, column, was, now, entry } = correction;
  const words = { name: form.name, row: label, column: form.columns.find(({ id }) => id === column)?.path.join(': ') ?? column, was: shown(was), now: shown(now), present: shown(present), entry };
  if (why === 'done') return found('correction-done', at, words, { related: [place] });
  return found('correction-stale', at, words, { related: [place], seen: present ?? '', expected: was ?? '' });
}

/** «613»; «để trống» where there is no figure. */
function shown(text: string | null): string {
  return text === null ? 'để trống' : formatExact(exact(text));
}
