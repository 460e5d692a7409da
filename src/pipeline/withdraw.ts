/** `withdraw`: an entry of a ledger taken back by a new one, with what follows from it. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { closest } from '../statistics/closest.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Host } from '../store/host.js';
import { appendEntries, entriesOf, ledgerPath, loadLedger, withdrawnEntries, type Ledger } from '../store/ledger.js';
import type { Entry, EntryType } from '../store/ledger-entry.js';
import { sliceKey, type Slice } from '../store/ledger-slices.js';
import { findBuiltJobs } from './built-jobs.js';
import { plainLine } from './plain-line.js';
import { loadWorkspace } from './workspace.js';
import { attempt, LOCKED } from './write-outputs.js';

export interface WithdrawRequest {
  readonly entry: string;
  readonly reason: string;
  readonly by: string;
  readonly agency?: string | undefined;
}

export type Withdrawable = Exclude<Entry, { type: 'withdrawal' }>;

export type WithdrawReport =
  | {
      readonly kind: 'withdrawn';
      readonly entry: Withdrawable;
      readonly ledger: string;
      /** Built documents that rest on the entry: the next build makes them anew. */
      readonly stale: readonly string[];
      /** Corrections whose «was» is what this entry wrote. */
      readonly corrections: readonly Entry<'correction'>[];
    }
  | { readonly kind: 'failed'; readonly failure: Finding }
  | { readonly kind: 'refused'; readonly why: readonly string[] };

/** undefined where the root is no workspace. */
export async function withdraw(host: Host, request: WithdrawRequest): Promise<WithdrawReport | undefined> {
  const workspace = await loadWorkspace(host);
  if (!workspace) return undefined;
  const [reason, by, id] = [plainLine(request.reason), plainLine(request.by), request.entry.trim().toLowerCase()];
  const why: string[] = [];
  if (!/\p{L}/u.test(reason)) why.push('Chưa ghi lý do rút. Ghi sau --reason, ví dụ: --reason "Ghi nhầm số văn bản".');
  if (!/\p{L}/u.test(by)) why.push('Chưa ghi tên người rút. Ghi sau --by, ví dụ: --by "Nguyễn Văn A".');
  const agencies = [...workspace.agencies.keys()].filter((agency) => request.agency === undefined || agency === request.agency);
  if (agencies.length === 0) return { kind: 'refused', why: [...why, `Không có cơ quan «${request.agency}». Các cơ quan: ${[...workspace.agencies.keys()].join(', ')}.`] };
  const ledgers = await Promise.all(agencies.map(async (agency) => ({ agency, ledger: await loadLedger(host, agency) })));
  const holders = ledgers.filter(({ ledger }) => ledger.entries.some(({ entry }) => entry === id));
  if (holders.length > 1) why.push(`Mục ${id} có trong sổ của nhiều cơ quan (${holders.map(({ agency }) => agency).join(', ')}); chỉ rõ bằng --agency.`);
  const [holder] = holders;
  if (!holder) why.push(unknownEntry(id, ledgers.map(({ ledger }) => ledger)));
  const refusal = holder && whyNot(holder.ledger, id);
  if (refusal !== undefined) why.push(refusal);
  if (why.length > 0 || !holder) return { kind: 'refused', why };

  const { agency, ledger } = holder;
  const entry = ledger.entries.find((one) => one.entry === id) as Withdrawable;
  const place = { in: 'file', file: ledgerPath(agency) } as const;
  let late: string | undefined;
  const result = await attempt(() =>
    appendEntries(host, agency, (present) => {
      late = whyNot(present, id);
      return late === undefined ? [{ type: 'withdrawal', of: id, reason, by, date: host.today() }] : [];
    }),
  );
  if (result.kind === 'locked') return { kind: 'failed', failure: found('ledger-locked', place, {}) };
  if (result.kind === 'failed') return { kind: 'failed', failure: found('output-failed', place, { reason: result.reason || LOCKED }) };
  if (late !== undefined) return { kind: 'refused', why: [late] };
  const keys = slicesOf(entry).map((slice) => sliceKey(agency, slice));
  const built = await findBuiltJobs(host);
  return {
    kind: 'withdrawn',
    entry,
    ledger: ledgerPath(agency),
    stale: built.filter(({ reads }) => keys.some((key) => key in reads)).map(({ job }) => job),
    corrections: restingOn(await loadLedger(host, agency), entry),
  };
}

/** Parts of the ledger that an entry belongs to. */
function slicesOf(entry: Withdrawable): readonly Slice[] {
  switch (entry.type) {
    case 'waiver':
      return [{ of: 'waivers' }];
    case 'correction':
      return [{ of: 'corrections', period: entry.period, form: entry.form }];
    case 'issued':
    case 'remedy':
      return [{ of: 'document', job: entry.job }];
  }
}

/** Later corrections of the same cell: without the first of them nothing holds the value they replace. */
function restingOn(ledger: Ledger, withdrawn: Withdrawable): readonly Entry<'correction'>[] {
  if (withdrawn.type !== 'correction') return [];
  const position = ({ entry }: Entry): number => ledger.entries.findIndex((one) => one.entry === entry);
  return entriesOf(ledger, 'correction').filter((one) => position(one) > position(withdrawn) && (['form', 'period', 'row', 'column'] as const).every((key) => one[key] === withdrawn[key])).slice(0, 1);
}

function whyNot({ entries }: Ledger, id: string): string | undefined {
  const entry = entries.find((one) => one.entry === id);
  if (entry?.type === 'withdrawal') return `Mục ${id} là một mục rút (rút mục ${entry.of}); không rút được mục rút, hãy ghi lại mục cũ bằng lệnh của nó.`;
  const before = entries.find((one): one is Entry<'withdrawal'> => one.type === 'withdrawal' && one.of === id);
  return before && `Mục ${id} đã được rút: ${before.by}, ngày ${formatDate(before.date)}, lý do: ${before.reason}.`;
}

export const ENTRY_WORDS: Readonly<Record<EntryType, string>> = {
  waiver: 'chấp nhận phát hiện',
  correction: 'đính chính số liệu',
  issued: 'ban hành văn bản',
  remedy: 'khắc phục văn bản',
  withdrawal: 'rút',
};

const MOST_PROPOSED = 5;

function unknownEntry(typed: string, ledgers: readonly Ledger[]): string {
  const open = ledgers.flatMap((ledger) => {
    const withdrawn = withdrawnEntries(ledger);
    return ledger.entries.filter(({ type, entry }) => type !== 'withdrawal' && !withdrawn.has(entry));
  });
  if (open.length === 0) return `Không có mục «${typed}», và sổ theo dõi không còn mục nào để rút.`;
  const near = closest(typed, open.map(({ entry }) => entry));
  const proposed = near === undefined ? open.slice(-MOST_PROPOSED) : open.filter(({ entry }) => entry === near);
  return `Không có mục «${typed}» trong sổ theo dõi. ${near === undefined ? 'Các mục ghi gần đây' : 'Gần nhất'}: ${proposed.map(({ entry, type }) => `${entry} (${ENTRY_WORDS[type]})`).join(', ')}.`;
}
