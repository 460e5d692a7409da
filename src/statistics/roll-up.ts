/** Tables of months (or quarters, half-years) one after another → the table of the longer period they make up, as the form declares: pure, every cell a derivation from the cells of its parts. */
import type { Cell, Quantity, Row, Table } from './dataset.js';
import { itemRows } from './dataset.js';
import { evaluateRule, formRule, quantityOf, totalOf } from './derive.js';
import { exact } from './exact.js';
import { isNumeric, type CodeOverTime, type Form, type FormColumn, type OverTime } from './form.js';
import { namedUnits } from './named-units.js';
import type { Period } from './period.js';
import { statedBy } from './roll-up-rule.js';
import { nameKey, type Unit } from './unit-list.js';

export interface RollUpPart {
  readonly table: Table;
  /** Last day (ISO): names in remarks are read as valid then. */
  readonly to: string;
}

/** What stays out of the longer period, for the caller to tell. */
export type LeftOut =
  /** `over: none`: its cells are absent. */
  | { readonly what: 'column'; readonly column: FormColumn }
  /** A code of which the form does not say how it goes over. */
  | { readonly what: 'undeclared'; readonly row: Row }
  /** A code counted in different units of measure. */
  | { readonly what: 'measure'; readonly row: Row }
  /** A count of units whose remark names more or fewer: who they are is not known. */
  | { readonly what: 'names'; readonly row: Row }
  /** A row that some parts lack: their figures are not known, and not 0. */
  | { readonly what: 'partial'; readonly row: Row; readonly lacking: readonly Period[] };

export interface RolledUp {
  readonly table: Table;
  readonly left: readonly LeftOut[];
}

/** Columns of tables of single figures (contract of the input files). */
const MEASURE = 'don_vi_tinh';
const REMARK = 'ghi_chu';

/** Whether months tell anything of a longer period. Rows of a listed form are known by their printed numbers, which are another row's in another month; gathered and joined tables are made from tables that were rolled up. */
export function isRolledUp(form: Form): boolean {
  if (form.rows === 'listed' || form.gathers || form.joins.length > 0) return false;
  return form.rows === 'codes' ? Object.keys(form.codesOver).length > 0 : form.columns.some((column) => isNumeric(column) && column.over !== 'none');
}

/** `parts` in the order of time, each of the form, without a gap between them; `target` says what the result is the table of. */
export function rollUp(form: Form, parts: readonly RollUpPart[], target: Pick<Table, 'period' | 'place'>, units: readonly Unit[]): RolledUp {
  const left: LeftOut[] = form.rows === 'codes' ? [] : form.columns.filter((column) => isNumeric(column) && column.over === 'none').map((column) => ({ what: 'column', column }));
  const rows: Row[] = [];
  const held = parts.map(({ table }) => new Map(itemRows(table).map((row) => [row.id, row])));
  for (const id of new Set(held.flatMap((one) => [...one.keys()]))) {
    const found = held.flatMap((one) => one.get(id) ?? []);
    const row = found.at(-1)!;
    if (form.rows === 'codes' && !(id in form.codesOver)) left.push({ what: 'undeclared', row });
    else if (found.length < parts.length) left.push({ what: 'partial', row, lacking: parts.filter((_, index) => !held[index]!.has(id)).map(({ table }) => table.period) });
    else if (form.rows === 'codes' && new Set(found.map((one) => textOf(one.cells[MEASURE]))).size > 1) left.push({ what: 'measure', row });
    else if (form.rows !== 'codes') rows.push(rolledRow(form, found));
    else {
      const rolled = form.codesOver[id] === 'units' ? differentUnits(form, found, parts, units) : singleFigure(form, found, form.codesOver[id]!);
      if (rolled) rows.push(rolled);
      else left.push({ what: 'names', row });
    }
  }
  const [first] = parts;
  return { table: { form: form.id, agency: first!.table.agency, ...target, illustrative: parts.some(({ table }) => table.illustrative), rows }, left };
}

/** Where a finding about the row stands: the last part, whose closing figures it holds. */
function rolledRow(form: Form, rows: readonly Row[]): Row {
  const last = rows.at(-1)!;
  const cells: Record<string, Cell> = { ...last.cells };
  for (const column of form.columns) if (isNumeric(column)) cells[column.id] = numberCell(overTime(column.over, column.id, rows));
  // A computed column may stand on another one.
  let waiting = form.columns.filter((column) => isNumeric(column) && column.over === 'computed');
  for (let before = waiting.length + 1; waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter(({ id }) => {
      cells[id] = numberCell(evaluateRule(formRule(form, statedBy(form, id)!), ({ column }) => quantityOf(cells[column])));
      return cells[id].kind === 'absent';
    });
  }
  return { ...last, cells };
}

function overTime(over: OverTime, column: string, rows: readonly Row[]): Quantity | undefined {
  const figures = rows.map(({ cells }) => quantityOf(cells[column]));
  switch (over) {
    case 'flow':
      // An absent figure is not 0: the sum is then not known either.
      return figures.includes(undefined) ? undefined : totalOf(figures as readonly Quantity[], column);
    case 'opening':
      return figures[0];
    case 'closing':
      return figures.at(-1);
    case 'computed':
    case 'none':
      return undefined;
  }
}

function numberCell(quantity: Quantity | undefined): Cell {
  return quantity ? { kind: 'number', quantity } : { kind: 'absent', why: 'not-rolled-up' };
}

/** A single figure; its remark speaks of one month and is left out. */
function singleFigure(form: Form, rows: readonly Row[], over: Exclude<CodeOverTime, 'units'>): Row {
  const last = rows.at(-1)!;
  const { id } = form.columns.find(isNumeric)!;
  const { [REMARK]: _, ...cells } = last.cells;
  return { ...last, cells: { ...cells, [id]: numberCell(overTime(over, id, rows)) } };
}

/** A count of units: a unit that is named in two months is one unit. Undefined where a month names more or fewer than it counts. */
function differentUnits(form: Form, rows: readonly Row[], parts: readonly RollUpPart[], units: readonly Unit[]): Row | undefined {
  const last = rows.at(-1)!;
  const { id } = form.columns.find(isNumeric)!;
  const names = new Map<string, string>();
  const inputs: Quantity[] = [];
  for (const [index, row] of rows.entries()) {
    const named = namedUnits(textOf(row.cells[REMARK]), units, parts[index]!.to);
    const quantity = quantityOf(row.cells[id]);
    if (!quantity?.value.equals(exact(named.length))) return undefined;
    inputs.push(quantity);
    for (const { written, unit } of named) names.set(unit?.id ?? nameKey(written), unit?.name ?? written);
  }
  const quantity: Quantity = { value: exact(names.size), origin: { kind: 'derivation', rule: `distinct(${REMARK})`, inputs } };
  return { ...last, cells: { ...last.cells, [id]: { kind: 'number', quantity }, [REMARK]: { kind: 'text', text: [...names.values()].join('; '), place: last.place } } };
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text.trim() : '';
}
