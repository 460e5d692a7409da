/** One side of an equality with what rounding can hide in it: Σ of rounded parts may differ from a rounded total, but by no more (the interval idea of XBRL Calculations 1.1). */
import type { Place } from '../finding/place.js';
import { quantityOf } from '../statistics/derive.js';
import { sourceInputs, type Quantity, type Row } from '../statistics/dataset.js';
import { exact, isWhole, roundHalfUp, toDecimalText, ZERO, type Exact } from '../statistics/exact.js';
import { nameText, type Expression, type ExpressionName } from '../statistics/expression.js';
import type { Form, FormColumn } from '../statistics/form.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';

/** A figure an equality speaks of, as it is to be named in a sentence. */
export interface NamedQuantity {
  readonly quantity: Quantity;
  /** «Kỳ trước»; with its row where several tables are compared. */
  readonly name: string;
  /** Decimals it is printed with. */
  readonly decimals: number;
  /** The most its own rounding can hide: half a unit of its last decimal, 0 where it is exact. */
  readonly half: Exact;
  /** Where it stands, for the sentence: «D8», «PL2!C153». */
  readonly cell: string | undefined;
}

export interface Side {
  readonly value: Exact;
  /** The most rounding of its figures can move it. */
  readonly slack: Exact;
  readonly figures: readonly NamedQuantity[];
  /** Where the side is a single figure: its decimals, 0 for counts. */
  readonly decimals: number | undefined;
  /** The formula with names and values: «Kỳ trước (D8) 2 + Số mới tiếp nhận (E8) 612». */
  readonly words: string;
}

/** Beyond these decimals an Excel value is the noise of its binary form, not precision. */
const MOST_DECIMALS = 8;

/** A figure of a form's column as a sentence names it. */
export function namedFigure(column: FormColumn, quantity: Quantity, name = column.path.at(-1)!): NamedQuantity {
  const decimals = knownDecimals(column, quantity.value);
  const { origin } = quantity;
  return {
    quantity,
    name,
    decimals,
    half: isExact(column, quantity.value) ? ZERO : exact(5).div(exact(10n ** BigInt(decimals + 1))),
    cell: origin.kind !== 'derivation' && origin.place.in === 'sheet' ? origin.place.cell : undefined,
  };
}

/** The figure of a row in a column, named by its header («Kỳ trước», or with `levels` of headers above it) or as given; undefined where it is absent. */
export function figureIn(form: Form, row: Row, id: string, { name, levels = 1 }: { readonly name?: string; readonly levels?: number } = {}): NamedQuantity | undefined {
  const quantity = quantityOf(row.cells[id]);
  const column = form.columns.find((one) => one.id === id);
  return quantity && column ? namedFigure(column, quantity, name ?? column.path.slice(-levels).join(': ')) : undefined;
}

/** Counts and norms are what they say; of single figures whole numbers are. */
function isExact(column: FormColumn, value: Exact): boolean {
  return column.exact || (column.type === 'number' && isWhole(value));
}

/** Decimals of its column, or its own where it has more (Excel keeps the unrounded rate behind the two decimals it shows). */
function knownDecimals(column: FormColumn, value: Exact): number {
  const own = (toDecimalText(value).split('.')[1] ?? '').length;
  return Math.min(Math.max(column.decimals, own), MOST_DECIMALS);
}

/** undefined where a figure is absent or the side divides by 0. */
export function evaluateSide(expression: Expression, find: (name: ExpressionName) => NamedQuantity | undefined): Side | undefined {
  const named = new Map(expression.names.map((name) => [nameText(name), find(name)]));
  const figures = [...named.values()];
  if (figures.some((one) => one === undefined)) return undefined;
  const known = named as ReadonlyMap<string, NamedQuantity>;
  const evaluate = (moved?: string, by: Exact = ZERO): Exact | undefined => {
    const value = expression.evaluate((name) => {
      const key = nameText(name);
      const { value: own } = known.get(key)!.quantity;
      return key === moved ? own.add(by) : own;
    });
    return value === undefined || typeof value === 'boolean' ? undefined : value;
  };
  const value = evaluate();
  if (value === undefined) return undefined;
  let slack = ZERO;
  for (const [key, { half }] of known) {
    if (half.equals(0)) continue;
    const [up, down] = [evaluate(key, half), evaluate(key, half.neg())];
    // A figure so near to 0 that rounding moves it over a division by 0 hides anything.
    if (up === undefined || down === undefined) return undefined;
    slack = slack.add(up.sub(down).abs().div(2));
  }
  const single = expression.names.length === 1 && expression.source.trim() === nameText(expression.names[0]!);
  const [first] = known.values();
  return {
    value,
    slack,
    figures: figures as NamedQuantity[],
    decimals: single ? first!.decimals : undefined,
    words: wordsOf(expression, known, single),
  };
}

/** Whether both sides can be one value: exactly where nothing is rounded, as printed where one is computed from exact figures, within what rounding hides otherwise. */
export function agree(stated: Side, computed: Side): boolean {
  if (computed.slack.equals(0) && stated.decimals !== undefined) {
    const [a, b] = [stated, computed].map(({ value }) => roundHalfUp(value, stated.decimals!));
    return a!.scaled === b!.scaled && a!.negative === b!.negative;
  }
  const order = stated.value.sub(computed.value).abs().compare(stated.slack.add(computed.slack));
  // Half-up reaches its bound, but two roundings never reach theirs together: n parts and a total differ by 0,005·n at most.
  return stated.slack.equals(0) ? order <= 0 : order < 0;
}

/** Places of the figures of a side, each once. */
export function placesOf({ figures }: Side): readonly Place[] {
  return figures.flatMap((figure) => sourcePlaces(figure.quantity));
}

export function sourcePlaces({ origin }: Quantity): readonly Place[] {
  return origin.kind === 'derivation' ? origin.inputs.flatMap(sourcePlaces) : [origin.place];
}

/** Every figure of the sides, for the digest of a finding. */
export function basisOf(...sides: readonly Side[]): readonly Exact[] {
  return sides.flatMap(({ figures }) => figures.flatMap(({ quantity }) => sourceInputs(quantity).map(({ value }) => value)));
}

/** «613», «83,17»: a computed value as the stated figure would print it. */
export function printedLike(stated: Side, value: Exact): string {
  return stated.decimals === undefined ? formatExact(value) : formatFigure(value, stated.decimals);
}

/** Column ids and cells of a formula replaced by names, cells and values; CEL's signs by those of print. */
function wordsOf(expression: Expression, known: ReadonlyMap<string, NamedQuantity>, single: boolean): string {
  if (single) {
    const { name, cell } = [...known.values()][0]!;
    return cell === undefined || !cell.includes(' ') ? `«${name}»` : `«${name}» (${cell})`;
  }
  let text = expression.source.trim();
  const words = [...known].sort(([a], [b]) => b.length - a.length);
  const marks = words.map(([key], index) => [key, `\uE000${index}\uE001`] as const);
  for (const [key, mark] of marks) text = text.replaceAll(key, mark);
  text = text.replaceAll('*', '×').replaceAll('/', ':').replace(/ - /g, ' − ');
  return text.replace(/\uE000(\d+)\uE001/g, (_, index: string) => describe(words[Number(index)]![1]));
}

function describe({ name, cell, quantity }: NamedQuantity): string {
  return `${name}${cell === undefined ? '' : ` (${cell})`} ${formatExact(quantity.value)}`;
}
