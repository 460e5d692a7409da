/** The rules of a table as formulas of the sheet it stands on: sums of a column, and expressions over column ids put on the cells of one row. */
import { cellAddress } from '../../finding/place.js';
import type { CellFormula, TableBlock } from '../../document/tree.js';
import { spanGrid } from '../../document/walk.js';

/** Where the body of a table begins on its sheet; rows and columns count from 1. */
export interface TablePosition {
  readonly table: TableBlock;
  readonly firstBodyRow: number;
  readonly firstColumn: number;
}

export type FormulaOutcome = { readonly ok: true; readonly formula: string } | { readonly ok: false; readonly why: string };

/** The formula of the cell in body row `row` and grid column `column` (0-based). */
export function toSheetFormula(formula: CellFormula, row: number, column: number, position: TablePosition): FormulaOutcome {
  const address = (r: number, c: number): string => cellAddress(position.firstBodyRow + r, position.firstColumn + c);
  if (formula.kind === 'sum') {
    if (formula.firstRow <= row && row <= formula.lastRow) return { ok: false, why: 'tổng cộng cả chính nó' };
    return { ok: true, formula: `SUM(${address(formula.firstRow, column)}:${address(formula.lastRow, column)})` };
  }
  const tokens = tokenise(formula.rule);
  if (!tokens) return { ok: false, why: `công thức «${formula.rule}» không chỉ gồm + - * /` };
  const grid = spanGrid(position.table.rows.map(({ cells }) => cells), position.table.columns.length);
  let text = '';
  for (const token of tokens) {
    if (!/^[A-Za-z_]/.test(token)) {
      text += token;
      continue;
    }
    const source = position.table.columns.findIndex(({ id }) => id === token);
    if (source < 0) return { ok: false, why: `công thức «${formula.rule}» dùng «${token}» không phải là cột của bảng` };
    if (formula.row === row && source === column) return { ok: false, why: `công thức «${formula.rule}» dùng chính ô này` };
    if (grid[formula.row]?.[source]?.value === undefined) return { ok: false, why: `ô của «${token}» không ghi số` };
    text += address(formula.row, source);
  }
  return { ok: true, formula: text };
}

/** Names, numbers, signs and brackets; undefined where the expression has anything Excel writes otherwise (%, comparisons, calls). */
function tokenise(rule: string): readonly string[] | undefined {
  const token = /\s*(?:([A-Za-z_]\w*(?!\s*[\w(]))|(\d+(?:\.\d+)?(?![\w.]))|([-+*/()]))/y;
  const tokens: string[] = [];
  const trimmed = rule.trimEnd();
  while (token.lastIndex < trimmed.length) {
    const match = token.exec(trimmed);
    if (!match) return undefined;
    tokens.push(match[1] ?? match[2] ?? match[3]!);
  }
  return tokens.length > 0 ? tokens : undefined;
}
