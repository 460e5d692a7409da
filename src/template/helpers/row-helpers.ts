/** Helpers over single rows of a listed table: the head of a criterion with its points, the label of a row, rows that exist. */
import type { Block, Inline } from '../../document/tree.js';
import { found } from '../../finding/catalog.js';
import type { Row } from '../../statistics/dataset.js';
import { quantityOf } from '../../statistics/derive.js';
import { text, type Call } from '../call.js';
import { figureText } from '../figure-text.js';
import { slotMark, type SlotValue } from '../slots.js';

/** {{label "tc" "3.1.1"}}: the name of a row as the source gives it. */
export function label({ state, place }: Call, table: string, id: string): SlotValue {
  const row = findRow(state, table, id);
  if (!row) state.findings.push(found('figure-absent', place, { name: `${table}["${id}"]` }));
  return text(row?.label ?? `[Thiếu số liệu: ${id}]`);
}

/** {{#row "tc" "3.1.1.(1)"}}…{{/row}}: only where the source has the row, which then counts as told. */
export function rowBlock(call: Call, table: string, id: string): string {
  const row = findRow(call.state, table, id);
  if (!row) return call.otherwise();
  tell(call, table, row);
  return call.inner();
}

const CRITERION_LEVEL = 5;

/**
 * {{#criterion "tc" "3.1.1.(1)"}}…{{/criterion}}: a criterion with its evidence, where the source lists it. Its head is «(1) Tên (Đạt
 * 1,4464 điểm, -0,0536 điểm so với điểm chuẩn 1,5 điểm)», the clause left out where it has no points.
 */
export function criterionBlock(call: Call, table: string, id: string): string {
  const { state, place } = call;
  const declared = state.data.manifest.tables[table]?.criteria;
  if (!declared) {
    state.findings.push(found('template-invalid', place, { reason: `bảng «${table}» không khai báo criteria trong mau.yaml` }));
    return '';
  }
  const row = findRow(state, table, id);
  if (!row) return call.otherwise();
  tell(call, table, row);
  const points = (column: string): Inline | undefined => {
    const quantity = quantityOf(row.cells[column]);
    return quantity && state.trace.print(figureText(quantity.value, 'points', state.data.agency.style), quantity);
  };
  const [got, missing, most] = [points(declared.got), points(declared.missing), points(declared.most)];
  const words = (value: string): Inline => ({ type: 'text', text: value });
  const clause = got && missing && most ? [words(' (Đạt '), got, words('\u00A0điểm, '), missing, words('\u00A0điểm so với điểm chuẩn '), most, words('\u00A0điểm)')] : [];
  const head: Block = { type: 'heading', level: CRITERION_LEVEL, inlines: [words(`${numberOf(row)} ${row.label}`), ...clause], source: { file: place.file, line: place.in === 'text' ? place.line : 1 } };
  return `\n\n${slotMark(state.slots.push({ kind: 'blocks', blocks: [head] }) - 1)}\n\n${call.inner()}\n`;
}

/** «(1)», the last part of the row's id. */
export function numberOf({ id }: Row): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function findRow({ data }: Call['state'], table: string, id: string): Row | undefined {
  return data.tables[table]?.items.find((row) => row.id === id);
}

function tell({ state }: Call, table: string, { id }: Row): void {
  const told = state.told.get(table) ?? new Set<string>();
  state.told.set(table, told.add(id));
}
