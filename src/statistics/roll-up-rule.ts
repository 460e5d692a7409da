/** The rule that states a column from others of its row. Its own file, since both reading a form and rolling up ask it. */
import type { Form } from './form.js';

/** The column's formula, or the right side of the first identity whose left side is the column alone. */
export function statedBy({ columns, identities }: Pick<Form, 'columns' | 'identities'>, id: string): string | undefined {
  const formula = columns.find((column) => column.id === id)?.formula;
  if (formula !== undefined) return formula;
  const sides = identities.map(({ rule }) => rule.split('==').map((side) => side.trim()));
  return sides.find(([left]) => left === id)?.[1];
}
