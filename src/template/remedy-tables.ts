/** The two tables of Điều 18 (Nghị định 30/2020/NĐ-CP): figures that changed, in a replacing document; words put right, in a công văn đính chính. */
import type { Inline, TableBlock, TableCell, TableColumn, TableRow } from '../document/tree.js';
import { difference } from '../statistics/derive.js';
import { roundHalfUp } from '../statistics/exact.js';
import { formatFigure } from '../statistics/format-figure.js';
import type { ChangedFigure, ChangedText, Said } from './remedied-document.js';
import { figureCell, textCell } from './table-cells.js';
import { headerRows } from './table-header.js';
import type { FigureTrace, PrintedFigure } from './trace.js';

export interface RemedySetting {
  readonly trace: FigureTrace;
  /** Behind a difference of two percentages: «điểm phần trăm». */
  readonly differenceUnit: string;
}

const NOTHING = '-';
const UNROUNDED: Inline = { type: 'text', text: '(*) Tính từ số liệu chưa làm tròn.' };

interface Column extends TableColumn {
  readonly header: string;
}

const FIGURE_COLUMNS: readonly Column[] = [
  { id: 'stt', align: 'centre', weight: 0.8, header: 'STT' },
  { id: 'noi_dung', align: 'left', weight: 4.6, header: 'Nội dung' },
  { id: 'da_bao_cao', align: 'right', weight: 1.5, header: 'Đã báo cáo' },
  { id: 'nay_sua_la', align: 'right', weight: 1.5, header: 'Nay sửa là' },
  { id: 'chenh_lech', align: 'right', weight: 1.7, header: 'Chênh lệch' },
  { id: 'ly_do', align: 'left', weight: 2.6, header: 'Lý do' },
];

const TEXT_COLUMNS: readonly Column[] = [
  { id: 'stt', align: 'centre', weight: 0.8, header: 'STT' },
  { id: 'vi_tri', align: 'left', weight: 3, header: 'Vị trí' },
  { id: 'da_ghi', align: 'left', weight: 4, header: 'Đã ghi' },
  { id: 'nay_sua_la', align: 'left', weight: 4, header: 'Nay sửa là' },
];

/** Figures of the sources first, then what is computed from them; numbered through, so that a reason can name a row above. */
export function changedFiguresTable(figures: readonly ChangedFigure[], setting: RemedySetting): TableBlock {
  const [sources, computed] = [figures.filter(({ isSource }) => isSource), figures.filter(({ isSource }) => !isSource)];
  const numbers = new Map([...sources, ...computed].map((figure, index) => [figure, index + 1]));
  let unrounded = false;
  const row = (figure: ChangedFigure): TableRow => {
    const { name, places, before, after, reasons, from } = figure;
    const change = before && after && changeCell(before, after, setting);
    unrounded ||= change?.unrounded ?? false;
    const rows = from.map((at) => numbers.get(figures[at]!)!).sort((a, b) => a - b);
    const reason = rows.length > 0 ? `Tính lại theo STT ${rows.join(', ')}` : reasons.join('; ');
    return {
      role: 'item',
      cells: [textCell(String(numbers.get(figure)!)), named(name, places), printedCell(before, setting), printedCell(after, setting), change?.cell ?? textCell(NOTHING), textCell(reason)],
    };
  };
  const group = (label: string, rows: readonly ChangedFigure[]): readonly TableRow[] =>
    rows.length === 0 ? [] : [{ role: 'group', cells: [{ ...textCell(label), colSpan: FIGURE_COLUMNS.length, align: 'left' }] }, ...rows.map(row)];
  const rows = [...group('Số liệu gốc', sources), ...group('Số liệu tính từ số liệu gốc', computed)];
  return { type: 'table', id: 'changed-figures', ...columnsOf(FIGURE_COLUMNS), rows, notes: unrounded ? [[UNROUNDED]] : [] };
}

export function changedTextTable(texts: readonly ChangedText[], { trace }: RemedySetting): TableBlock {
  const rows = texts.map(({ place, before, after }, index): TableRow => ({
    role: 'item',
    cells: [textCell(String(index + 1)), textCell(place), saidCell(before, trace), saidCell(after, trace)],
  }));
  return { type: 'table', id: 'changed-text', ...columnsOf(TEXT_COLUMNS), rows, notes: [] };
}

function columnsOf(columns: readonly Column[]): Pick<TableBlock, 'columns' | 'header'> {
  return { columns: columns.map(({ id, align, weight }) => ({ id, align, weight })), header: headerRows(columns.map(({ header }) => ({ text: header }))) };
}

/** The name, and under it where it stands. */
function named(name: string, places: readonly string[]): TableCell {
  return { inlines: [{ type: 'text', text: name }, { type: 'break' }, { type: 'emphasis', children: [{ type: 'text', text: `(${places.join('; ')})` }] }] };
}

function printedCell(figure: PrintedFigure | undefined, { trace }: RemedySetting): TableCell {
  return figure ? figureCell(figure, trace) : textCell(NOTHING);
}

/** «+2», «-0,52 điểm phần trăm»; marked where the printed figures differ by another amount than the exact ones. */
function changeCell(before: PrintedFigure, after: PrintedFigure, { trace, differenceUnit }: RemedySetting): { readonly cell: TableCell; readonly unrounded: boolean } {
  const quantity = difference(after.quantity, before.quantity);
  const decimals = Math.max(decimalsOf(before.text), decimalsOf(after.text));
  const { negative, scaled } = roundHalfUp(quantity.value, decimals);
  const sign = scaled === 0n ? '' : negative ? '-' : '+';
  const apart = roundedValue(after, decimals) - roundedValue(before, decimals);
  const unrounded = apart !== (negative ? -scaled : scaled);
  const behind = `${unrounded ? '(*)' : ''}${after.text.includes('%') ? ` ${differenceUnit}` : ''}`;
  const text = `${sign}${formatFigure(quantity.value.abs(), decimals)}`;
  return { cell: figureCell({ text, quantity, decimals, ...(behind === '' ? {} : { mark: behind }) }, trace), unrounded };
}

function decimalsOf(text: string): number {
  return /,(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** In units of the last decimal, as far as the figure itself was printed. */
function roundedValue({ text, quantity }: PrintedFigure, decimals: number): bigint {
  const own = decimalsOf(text);
  const { negative, scaled } = roundHalfUp(quantity.value, own);
  return (negative ? -scaled : scaled) * 10n ** BigInt(decimals - own);
}

function saidCell(said: Said, trace: FigureTrace): TableCell {
  if (said.length === 0) return textCell(NOTHING);
  return { inlines: said.map((piece): Inline => (typeof piece === 'string' ? { type: 'text', text: piece } : trace.print(piece.text, piece.quantity))) };
}
