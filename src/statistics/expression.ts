/** Formulas of forms and templates: CEL over column ids on exact fractions, checked against the known names before it runs. */
import { Environment } from '@marcbachmann/cel-js';
import { exact, type Exact } from './exact.js';

/** CEL knows a type by its constructor; fraction.js makes its objects without one. */
class Figure {
  constructor(readonly value: Exact) {}
}

/** A name in a formula: a column of the table at hand («gq_tong»), of a named table («hl.tong_cong»), or a cell of one («phu_luc_2["A.I"].gq_tong»). */
export interface ExpressionName {
  readonly table?: string;
  readonly row?: string;
  readonly column: string;
}

/** The key of a name, equal for equal names. */
export function nameText({ table, row, column }: ExpressionName): string {
  return (table === undefined ? '' : table + (row === undefined ? '' : `["${row}"]`) + '.') + column;
}

export interface Expression {
  readonly source: string;
  /** Every name the formula uses, in order, each once. */
  readonly names: readonly ExpressionName[];
  /** Exact result; undefined where it divides by 0. */
  evaluate(values: (name: ExpressionName) => Exact): Exact | boolean | undefined;
}

export type CompiledExpression =
  | { readonly ok: true; readonly expression: Expression; readonly type: 'figure' | 'condition' }
  | { readonly ok: false; readonly reason: string; readonly column: number };

/** Names a formula may use: columns of its own table, and columns of other tables by table name. */
export interface ExpressionScope {
  readonly columns: readonly string[];
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Tables whose single cells are named, by row and column: table → columns. */
  readonly cells?: Readonly<Record<string, readonly string[]>>;
}

/** Compiles and type-checks; a name that is not in scope is refused with its place in the text. */
export function compileExpression(source: string, scope: ExpressionScope): CompiledExpression {
  if (source.length > LONGEST_SOURCE || LONG_NUMBER.test(source)) return { ok: false, reason: `«${source.slice(0, SHOWN)}…»: công thức dài quá ${LONGEST_SOURCE} ký tự hoặc có số quá dài`, column: 1 };
  const environment = base.clone();
  for (const column of scope.columns) environment.registerVariable(column, 'Figure');
  for (const table of Object.keys(scope.tables)) environment.registerVariable(table, 'map<string, Figure>');
  for (const table of Object.keys(scope.cells ?? {})) environment.registerVariable(table, 'map<string, map<string, Figure>>');
  const checked = environment.check(source);
  if (!checked.valid) {
    const { summary, range } = checked.error as unknown as { summary: string; range?: { start: number } };
    return { ok: false, reason: `«${source}»: ${summary}`, column: (range?.start ?? 0) + 1 };
  }
  const type = TYPES[String(checked.type)];
  if (!type) return { ok: false, reason: `«${source}» không cho ra con số hay điều kiện`, column: 1 };
  const run = environment.parse(source);
  const names = namesOf(run.ast as unknown as AstNode);
  for (const { table, row, column } of names) {
    const columns = table === undefined ? [] : row === undefined ? scope.tables[table] : scope.cells?.[table];
    if (table && !columns?.includes(column)) {
      return { ok: false, reason: `«${source}»: bảng ${table} không có cột ${column}`, column: 1 };
    }
  }
  const evaluate: Expression['evaluate'] = (values) => {
    const context: Record<string, unknown> = {};
    for (const name of names) {
      const figure = new Figure(values(name));
      if (!name.table) context[name.column] = figure;
      else {
        const table = (context[name.table] ??= {}) as Record<string, unknown>;
        if (name.row === undefined) table[name.column] = figure;
        else table[name.row] = { ...(table[name.row] as object | undefined), [name.column]: figure };
      }
    }
    try {
      const result: unknown = run(context);
      return result instanceof Figure ? result.value : typeof result === 'bigint' ? exact(result) : (result as boolean);
    } catch (error) {
      if (isDivisionByZero(error)) return undefined;
      throw error;
    }
  };
  return { ok: true, expression: { source, names, evaluate }, type };
}

/** Longer than any rule of a form; what is longer costs time before it is refused. */
const LONGEST_SOURCE = 2000;
/** More digits than any figure has. */
const LONG_NUMBER = /\d{31}/;
/** As much of a rule as a message shows. */
const SHOWN = 100;

/** CEL's types of a result; a bare number («100») is a figure too. */
const TYPES: Readonly<Record<string, 'figure' | 'condition' | undefined>> = { Figure: 'figure', int: 'figure', bool: 'condition' };

const DIVISION_BY_ZERO = 'division by zero in a formula';

function isDivisionByZero(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) if (one.message.includes(DIVISION_BY_ZERO)) return true;
  return false;
}

const base = baseEnvironment();

function baseEnvironment(): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 400, maxDepth: 40, maxListElements: 0, maxMapEntries: 0, maxCallArguments: 0 } });
  environment.registerType('Figure', Figure);
  const arithmetic: Record<string, (a: Exact, b: Exact) => Exact> = {
    '+': (a, b) => a.add(b),
    '-': (a, b) => a.sub(b),
    '*': (a, b) => a.mul(b),
    '/': (a, b) => {
      if (b.n === 0n) throw new RangeError(DIVISION_BY_ZERO);
      return a.div(b);
    },
  };
  for (const [sign, apply] of Object.entries(arithmetic)) {
    environment.registerOperator(`Figure ${sign} Figure: Figure`, (a: Figure, b: Figure) => new Figure(apply(a.value, b.value)));
    environment.registerOperator(`Figure ${sign} int: Figure`, (a: Figure, b: bigint) => new Figure(apply(a.value, exact(b))));
    environment.registerOperator(`int ${sign} Figure: Figure`, (a: bigint, b: Figure) => new Figure(apply(exact(a), b.value)));
  }
  const comparison: Record<string, (order: number) => boolean> = {
    '<': (order) => order < 0,
    '<=': (order) => order <= 0,
    '>': (order) => order > 0,
    '>=': (order) => order >= 0,
    '==': (order) => order === 0,
  };
  for (const [sign, holds] of Object.entries(comparison)) {
    environment.registerOperator(`Figure ${sign} Figure: bool`, (a: Figure, b: Figure) => holds(a.value.compare(b.value)));
    environment.registerOperator(`Figure ${sign} int: bool`, (a: Figure, b: bigint) => holds(a.value.compare(exact(b))));
  }
  return environment;
}

/** The part of cel-js' syntax tree that is walked: identifiers and field accesses. */
interface AstNode {
  readonly op: string;
  readonly args: unknown;
}

function namesOf(ast: AstNode): ExpressionName[] {
  const names = new Map<string, ExpressionName>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('op' in node)) return;
    const { op, args } = node as AstNode;
    if (op === 'id') names.set(args as string, { column: args as string });
    else if (op === '.') {
      const [object, field] = args as [AstNode, string];
      const name = fieldName(object, field);
      names.set(nameText(name), name);
    } else visit(args);
  };
  visit(ast);
  return [...names.values()];
}

/** «bảng.cột», or «bảng["dòng"].cột». */
function fieldName(object: AstNode, column: string): ExpressionName {
  if (object.op !== '[]') return { table: String(object.args), column };
  const [table, row] = object.args as [AstNode, AstNode];
  return { table: String(table.args), row: String(row.args), column };
}
