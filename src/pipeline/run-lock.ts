/** One run at a time writes a workspace's outputs; the second is told who is at it. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Host, LockHolder } from '../store/host.js';

const LOCK = 'output/.baocao/run.lock';

/** `work` is told whether the last run was killed. Its result, or the finding that says who holds the workspace. */
export async function withRunLock<T>(host: Host, work: (afterKill: boolean) => Promise<T>): Promise<T | { readonly busy: Finding }> {
  const lock = await host.lock(LOCK);
  if (lock.kind === 'busy') return { busy: found('workspace-busy', { in: 'file', file: LOCK }, { holder: holderWords(lock.holder) }) };
  try {
    return await work(lock.takenOver);
  } finally {
    await lock.release();
  }
}

function holderWords({ user, machine, process, since }: LockHolder): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)$/.exec(since) ?? [];
  const words = [
    user === '' ? '' : `người dùng «${user}»`,
    machine === '' ? '' : `máy «${machine}»`,
    process === '' ? '' : `tiến trình ${process}`,
    year === undefined ? '' : `từ ${time} ngày ${day}/${month}/${year}`,
  ].filter((word) => word !== '');
  return words.length > 0 ? words.join(', ') : 'chưa rõ ai';
}
