/** How a form's columns and codes go over from months to longer periods: what is declared, and what follows from the form's other declarations. Apart from read-form.ts, which reads the header. */
import { z } from 'zod';
import type { CodeOverTime, Form, FormColumn, FormContinuity, OverTime } from './form.js';
import { statedBy } from './roll-up-rule.js';

export const overTimeSchema = z.enum(['flow', 'opening', 'closing', 'computed', 'none']) satisfies z.ZodType<OverTime>;

export const codesOverSchema = z.record(z.string(), z.enum(['flow', 'opening', 'closing', 'units']) satisfies z.ZodType<CodeOverTime>);

/** Where nothing is said: the pair of `continuity` is opening and closing, a formula is computed anew, counts that add up over rows add up over months too; the rest (rates, ranks, means) does not. */
export function withOverTime(columns: readonly (Omit<FormColumn, 'over'> & { readonly over: OverTime | undefined })[], continuity: readonly FormContinuity[]): readonly FormColumn[] {
  const follows = ({ id, formula, type, adds }: (typeof columns)[number]): OverTime => {
    if (continuity.some(({ opening }) => opening === id)) return 'opening';
    if (continuity.some(({ closing }) => closing === id)) return 'closing';
    if (formula !== undefined) return 'computed';
    return type === 'count' && adds === 'sum' ? 'flow' : 'none';
  };
  return columns.map((column) => ({ ...column, over: column.over ?? follows(column) }));
}

/** What is wrong with the declarations, in words. */
export function checkOverTime(form: Form): readonly string[] {
  const untold = form.columns.filter(({ id, over }) => over === 'computed' && statedBy(form, id) === undefined);
  return [
    ...untold.map(({ id }) => `cột ${id} ghi over: computed nhưng không có formula, và không có đẳng thức «${id} == …» ở identities`),
    ...(form.rows !== 'codes' && Object.keys(form.codesOver).length > 0 ? ['codesOver chỉ dùng cho biểu có rows: codes'] : []),
  ];
}
