/** `waive`: a finding of the present checks, accepted by a person with a reason, into the ledger of its agency. */
import { canBeWaived } from '../check/waivers.js';
import { found } from '../finding/catalog.js';
import { findingId, type Finding } from '../finding/finding.js';
import { placeToJson } from '../finding/place-json.js';
import { closest } from '../statistics/closest.js';
import type { Host } from '../store/host.js';
import { appendWaiver, ledgerPath, type NewWaiver } from '../store/ledger.js';
import { checkJobs } from './check-jobs.js';
import { plainLine } from './plain-line.js';

export interface WaiveRequest {
  readonly finding: string;
  readonly reason: string;
  readonly by: string;
  readonly agency?: string | undefined;
}

export type WaiveReport =
  | { readonly kind: 'waived' | 'already'; readonly finding: Finding; readonly ledger: string }
  /** Nothing was appended: the ledger is open elsewhere, or the disk is full. */
  | { readonly kind: 'failed'; readonly failure: Finding }
  | { readonly kind: 'refused'; readonly why: string };

/** Ids shown where a code was typed, or nothing is near. */
const MOST_PROPOSED = 5;

/** undefined where the root is no workspace. */
export async function waive(host: Host, request: WaiveRequest): Promise<WaiveReport | undefined> {
  const reason = plainLine(request.reason);
  const by = plainLine(request.by);
  if (!/\p{L}/u.test(reason)) return refuse('Chưa ghi lý do chấp nhận. Ghi sau --reason, ví dụ: --reason "Đã đối chiếu với sổ gốc, số liệu đúng".');
  if (!/\p{L}/u.test(by)) return refuse('Chưa ghi tên người chấp nhận. Ghi sau --by, ví dụ: --by "Nguyễn Văn A".');
  const checked = await checkJobs(host, { jobs: [], agency: request.agency });
  if (!checked) return undefined;
  const subjects = [...checked.jobs, ...checked.periods];
  if (request.agency !== undefined && subjects.length === 0) return refuse(`Không có cơ quan «${request.agency}», hoặc cơ quan chưa có số liệu. Xem tên đúng bằng lệnh «baocao status».`);
  const id = request.finding.trim().toLowerCase();
  const owner = subjects.find(({ findings }) => findings.some((one) => findingId(one) === id));
  const finding = owner?.findings.find((one) => findingId(one) === id) ?? checked.findings.find((one) => findingId(one) === id);
  if (!finding) return refuse(unknownFinding(id, subjects.flatMap(({ findings }) => findings)));
  if (finding.question && !canBeWaived(finding)) return refuse(`Phát hiện ${id} [${finding.code}] là một câu hỏi nên không chấp nhận được: ${finding.remedy}`);
  if (!owner || !canBeWaived(finding)) return refuse(`Phát hiện ${id} [${finding.code}] không thuộc loại được chấp nhận: ${finding.remedy}`);
  const agency = owner.id.split('/')[0]!;
  const { code, place, message, seen, expected } = finding;
  const ledger = ledgerPath(agency);
  const content: NewWaiver = {
    finding: id,
    code,
    place: placeToJson(place) as { file: string },
    message,
    ...(seen === undefined ? {} : { seen }),
    ...(expected === undefined ? {} : { expected }),
    reason,
    by,
    date: host.today(),
  };
  let result: Awaited<ReturnType<typeof appendWaiver>>;
  try {
    result = await appendWaiver(host, agency, content);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'failed', failure: found('output-failed', { in: 'file', file: ledger }, { reason: error.message }) };
  }
  if (result === 'locked') return { kind: 'failed', failure: found('ledger-locked', { in: 'file', file: ledger }, {}) };
  return { kind: result === 'already' ? 'already' : 'waived', finding: { ...finding, waived: true }, ledger };
}

function refuse(why: string): WaiveReport {
  return { kind: 'refused', why };
}

/** A code typed for an id names its findings; a mistyped id the nearest; otherwise some of those that can be accepted. */
function unknownFinding(typed: string, all: readonly Finding[]): string {
  const open = [...new Map(all.filter((one) => canBeWaived(one) && !one.waived).map((one) => [findingId(one), one])).values()];
  const label = (one: Finding): string => `${findingId(one)} [${one.code}]`;
  const none = `Không có phát hiện «${typed}» trong lần soát này`;
  if (open.length === 0) return `${none}, và không còn phát hiện nào thuộc loại được chấp nhận.`;
  const code = closest(typed, open.map((one) => one.code));
  const near = closest(typed, open.map(findingId));
  const named = all.some((one) => one.code === typed) ? `«${typed}» là tên quy tắc, không phải mã số của một phát hiện` : `${none} (số liệu có thể đã thay đổi)`;
  const proposed = near ? open.filter((one) => findingId(one) === near) : code ? open.filter((one) => one.code === code) : open;
  const rest = proposed.length - MOST_PROPOSED;
  return `${named}. ${near || code ? 'Gần nhất' : 'Chấp nhận được'}: ${proposed.slice(0, MOST_PROPOSED).map(label).join(', ')}${rest > 0 ? ` và ${rest} mục nữa` : ''}. Xem mã số bằng lệnh «baocao check».`;
}
