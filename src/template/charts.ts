/** A declared chart → its block: rows of a table in order, one label a point, each point traced to the cell its table prints too. */
import type { ChartBlock, ChartPoint, Inline } from '../document/tree.js';
import { inlineText } from '../document/walk.js';
import { isIllustrative, type Quantity, type Row } from '../statistics/dataset.js';
import type { DerivedTable } from '../statistics/derive.js';
import { toDecimalText } from '../statistics/exact.js';
import { formatFigure } from '../statistics/format-figure.js';
import { nameKey } from '../statistics/unit-list.js';
import type { DocumentData } from './document-data.js';
import { carriedText } from './listed-rows.js';
import { listedItems, rowFigure, sorted } from './lists.js';
import type { ChartUse } from './manifest.js';
import { placeholder } from './number-exhibits.js';
import { ILLUSTRATIVE } from './table-block.js';
import type { FigureTrace } from './trace.js';

/** undefined where the table is not there or has no figure to draw. */
export function toChartBlock(name: string, use: ChartUse, caption: readonly Inline[], data: DocumentData, trace: FigureTrace): ChartBlock | undefined {
  const table = data.tables[use.table];
  if (!table) return undefined;
  const rows = drawnRows(table, use, data);
  const series = use.series.map((one) => ({ name: one.name, quantities: rows.map((row) => rowFigure(data, table, row, one.value)) }));
  const drawn = series.flatMap(({ quantities }) => quantities).filter((one): one is Quantity => one !== undefined);
  if (drawn.length === 0) return undefined;
  const highlight = use.highlight ? rows.findIndex(({ label }) => nameKey(label) === nameKey(data.agency.place)) : -1;
  const point = (quantity: Quantity | undefined): ChartPoint | undefined => {
    if (!quantity) return undefined;
    const figure = trace.print(formatFigure(quantity.value, use.decimals) + use.suffix, quantity);
    return { figure, value: toDecimalText(quantity.value) };
  };
  const block: Omit<ChartBlock, 'description'> = {
    type: 'chart',
    id: placeholder('chart', name),
    kind: use.kind,
    caption,
    categories: rows.map(({ label }) => label),
    series: series.map((one) => ({ name: one.name, points: one.quantities.map(point) })),
    ...(highlight < 0 ? {} : { highlight }),
    decimals: use.decimals,
    suffix: use.suffix,
    ...(use.axis ? { axis: use.axis } : {}),
    heightMm: use.heightMm,
    notes: drawn.some(isIllustrative) ? [[ILLUSTRATIVE]] : [],
  };
  return { ...block, description: described(block) };
}

function drawnRows(table: DerivedTable, { rows, sameAs, order, series }: ChartUse, data: DocumentData): readonly Row[] {
  const all = listedItems(table, rows);
  const own = sameAs === undefined ? undefined : table.items.findIndex(({ label }) => nameKey(label) === nameKey(data.agency.place));
  const shared = own === undefined || own < 0 ? undefined : carriedText(table.items, own, sameAs!);
  const kept = shared === undefined ? all : all.filter((row) => row.cells[sameAs!]?.kind === 'text' && carriedText([row], 0, sameAs!) === shared);
  const measured = kept.flatMap((row) => {
    const quantity = rowFigure(data, table, row, series[0]!.value);
    return quantity ? [{ row, quantity }] : [];
  });
  return order === 'source' ? kept : sorted(measured, order).map(({ row }) => row);
}

/** Alternative text: what is drawn, the ends, and who stands out. */
function described({ kind, categories, series, highlight, caption }: Omit<ChartBlock, 'description'>): string {
  const title = inlineText(caption);
  const labels = series.map(({ name, points }) => {
    const told = [0, points.length - 1, ...(highlight === undefined ? [] : [highlight])];
    const ends = [...new Set(told)].map((at) => `${categories[at]!} ${points[at]?.figure.text ?? 'không có số liệu'}`);
    return `${series.length > 1 ? `${name}: ` : ''}${ends.join('; ')}`;
  });
  return `Biểu đồ ${kind === 'bars' ? 'thanh' : 'cột'} ${categories.length} mục: ${title}. ${labels.join('. ')}.`;
}
