/** A run over the same inputs under a ledger that holds more: nothing is loaded or read again but what the ledger changes. */
import { formatPeriodId } from '../statistics/period.js';
import type { Host } from '../store/host.js';
import type { Ledger, LedgerReader } from '../store/ledger.js';
import { correctTables } from './correct-tables.js';
import { findJobs } from './jobs.js';
import type { PeriodReader } from './read-period.js';
import type { Session } from './session.js';
import { withUnitJobs } from './unit-jobs.js';

/** Every job of the workspace as it would be. `ledger` takes the place of the agency's own. */
export async function correctedSession(host: Host, present: Session, agency: string, ledger: Ledger): Promise<Session> {
  const { workspace } = present;
  const readLedger: LedgerReader = async (asked) => (asked === agency ? ledger : present.readLedger(asked));
  const forms = [...workspace.forms.values()].map(({ value }) => value);
  const readPeriod: PeriodReader = async (asked, period) => {
    const sources = await present.readPeriod(asked, period);
    if (asked.id !== agency) return sources;
    return { ...sources, ...correctTables(sources.received, forms, ledger, agency, formatPeriodId(period), sources.folder) };
  };
  const { jobs, leftOut } = await withUnitJobs(await findJobs(host, workspace, readLedger), workspace, readPeriod);
  return { ...present, jobs, leftOut, readPeriod, readLedger };
}
