/** Header rows of a printed table from a header tree, and the row of formulas under them. */
import type { TableCell } from '../document/tree.js';
import type { Form, FormColumn, HeaderNode } from '../statistics/form.js';
import { textCell } from './table-cells.js';

/** A header tree whatever its leaves stand for. */
export type HeaderTree = { readonly text: string; readonly children?: readonly HeaderTree[] };

/** The form's tree without the columns that are not printed. */
export function printedHeader(form: Form): readonly HeaderTree[] {
  const keep = (node: HeaderNode): readonly HeaderTree[] => {
    if (node.kind === 'leaf') return form.print.omit.includes(node.column) ? [] : [{ text: node.text }];
    const children = node.children.flatMap(keep);
    return children.length === 0 ? [] : [{ text: node.text, children }];
  };
  return form.header.flatMap(keep);
}

/** Header rows with spans from the tree: a group spans its leaves, a leaf runs down to the last header row. */
export function headerRows(trees: readonly HeaderTree[]): readonly (readonly TableCell[])[] {
  const depthOf = ({ children }: HeaderTree): number => 1 + Math.max(0, ...(children ?? []).map(depthOf));
  const leavesOf = ({ children }: HeaderTree): number => (children ? children.reduce((sum, child) => sum + leavesOf(child), 0) : 1);
  const depth = Math.max(...trees.map(depthOf));
  const rows: TableCell[][] = Array.from({ length: depth }, () => []);
  const place = (nodes: readonly HeaderTree[], row: number): void => {
    for (const node of nodes) {
      const rowSpan = node.children ? 1 : depth - row;
      const colSpan = leavesOf(node);
      rows[row]!.push({ ...textCell(node.text), ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) });
      if (node.children) place(node.children, row + 1);
    }
  };
  place(trees, 0);
  return rows;
}

/** «(3)=(4)+(5)+(6)»: numbers of the printed columns, and for a column the first identity that has it alone on its left and only printed columns on its right. */
export function formulaRow(form: Form, columns: readonly FormColumn[]): readonly TableCell[] {
  const numbers = new Map(columns.map(({ id }, index) => [id, `(${index + 1})`]));
  const formulaOf = (id: string): string => {
    for (const { rule } of form.identities) {
      const [left, right] = rule.split('==').map((side) => side.trim()) as [string, string];
      const names = right.match(/[a-z][a-z0-9_]*/g) ?? [];
      if (left === id && names.every((name) => numbers.has(name))) {
        return `${numbers.get(id)!}=${right.replace(/[a-z][a-z0-9_]*/g, (name) => numbers.get(name)!).replaceAll(' ', '').replaceAll('*', '×').replaceAll('/', ':')}`;
      }
    }
    return numbers.get(id)!;
  };
  return columns.map(({ id }) => textCell(formulaOf(id)));
}
