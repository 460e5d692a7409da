/** A corrected closing figure that the next period took over as its opening: the second correction that keeps both in step, proposed and never made. */
import { textOf } from '../statistics/correction.js';
import type { Form } from '../statistics/form.js';
import { formatPeriodId, parsePeriod, shiftPeriod, type Period } from '../statistics/period.js';
import type { Agency } from '../template/agency.js';
import type { PlannedCell, ProposedCell } from './correction-plan.js';
import type { PeriodReader } from './read-period.js';

export async function proposeOpenings(agency: Agency, cells: readonly PlannedCell[], forms: readonly Form[], before: PeriodReader, after: PeriodReader): Promise<readonly ProposedCell[]> {
  const proposed = new Map<string, ProposedCell>();
  for (const { form: id, period: periodId, row } of cells) {
    const period = parsePeriod(periodId)!;
    const next = shiftPeriod(period, 1);
    for (const { opening, closing } of forms.find((one) => one.id === id)!.continuity) {
      const value = await figureOf(after, agency, id, period, row, closing);
      const [old, taken] = [await figureOf(before, agency, id, period, row, closing), await figureOf(after, agency, id, next, row, opening)];
      if (value === null || value === old || taken === null || taken === value) continue;
      const cell = { form: id, period: formatPeriodId(next), row, column: opening, value };
      proposed.set(JSON.stringify([id, row, opening]), cell);
    }
  }
  return [...proposed.values()];
}

async function figureOf(readPeriod: PeriodReader, agency: Agency, form: string, period: Period, row: string, column: string): Promise<string | null> {
  const { tables } = await readPeriod(agency, period);
  return textOf(tables.find((table) => table.form === form)?.rows.find(({ id }) => id === row)?.cells[column]);
}
