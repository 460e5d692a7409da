/** Figures that a draft prints otherwise than the issued document, as the table of a replacement lists them: each quantity once, with its places and the corrections behind it. */
import type { Inline, OfficialDocument } from '../document/tree.js';
import { inlineText, notesIn, walkBlocks, walkInlines, type InlineRun } from '../document/walk.js';
import { capitalise } from '../finding/capitalise.js';
import type { Entry } from '../store/ledger-entry.js';
import type { ChangedFigure } from '../template/remedied-document.js';
import type { PrintedFigure } from '../template/trace.js';
import { diffFigures, quantityKey, type FigureChange } from './diff-figures.js';
import { figuresOf, type FigureEntry, type FigureInput } from './figures-json.js';
import type { ListedDocument } from './listed-document.js';

export interface ChangedFigures {
  readonly figures: readonly ChangedFigure[];
  /** That moved them, in the order of the figures, each once. */
  readonly corrections: readonly Entry<'correction'>[];
}

/** `corrections` by id: all that hold. */
export function changedFigures(before: ListedDocument, after: ListedDocument, corrections: ReadonlyMap<string, Entry<'correction'>>): ChangedFigures {
  const issued = locate(before);
  const draft = locate(after);
  const groups = new Map<string, FigureChange[]>();
  for (const change of diffFigures(before.figures.map(({ listed }) => listed), after.figures.map(({ listed }) => listed))) {
    const key = quantityKey((change.after ?? change.before)!);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const moved = new Map<string, Entry<'correction'>>();
  const found = [...groups.values()].map((changes) => {
    const located = changes.map((change) => (change.after ? draft.get(change.after) : issued.get(change.before!))!);
    const entries = newEntries(changes).flatMap((id) => corrections.get(id) ?? []);
    for (const entry of entries) moved.set(entry.entry, entry);
    const { before: was, after: is } = shown(changes.map((change) => ({ before: change.before && issued.get(change.before)!.printed, after: change.after && draft.get(change.after)!.printed })));
    const name = (located.find(({ isCell }) => isCell) ?? located[0]!).name;
    return { name, places: [...new Set(located.map(({ place }) => place))], before: was, after: is, isSource: (changes[0]!.after ?? changes[0]!.before)!.rule === null, entries };
  });
  const figures = found.map(({ entries, isSource, ...rest }): ChangedFigure => {
    const from = isSource ? [] : found.flatMap((other, at) => (other.isSource && other.entries.some((one) => entries.includes(one)) ? [at] : []));
    return { ...rest, isSource, reasons: [...new Set(entries.map(({ reason }) => reason))], from };
  });
  return { figures, corrections: [...moved.values()] };
}

interface Printed {
  readonly before: PrintedFigure | undefined;
  readonly after: PrintedFigure | undefined;
}

/** Both sides as one place prints them, with its sign «%» where there is one; of two places only where none prints both. */
function shown(printed: readonly Printed[]): Printed {
  const both = printed.filter(({ before, after }) => before && after);
  return both.find(({ after }) => after!.text.includes('%')) ?? both[0] ?? { before: printed.find(({ before }) => before)?.before, after: printed.find(({ after }) => after)?.after };
}

/** Ids of the corrections that the issued figures did not rest on. */
function newEntries(changes: readonly FigureChange[]): readonly string[] {
  const ids = (side: 'before' | 'after'): Set<string> => new Set(changes.flatMap((change) => change[side]?.inputs.flatMap(entriesIn) ?? []));
  const known = ids('before');
  return [...ids('after')].filter((id) => !known.has(id));
}

function entriesIn({ entry, replaces }: FigureInput): readonly string[] {
  return [...(entry === undefined ? [] : [entry]), ...(replaces ? entriesIn(replaces) : [])];
}

interface Located {
  readonly place: string;
  readonly name: string;
  readonly isCell: boolean;
  readonly printed: PrintedFigure;
}

/** Every figure with the words for where it stands. */
function locate({ document, figures }: ListedDocument): ReadonlyMap<FigureEntry, Located> {
  const places = bodyPlaces(document);
  const located = new Map<FigureEntry, Located>();
  let index = 0;
  for (const run of walkInlines(document)) {
    for (const { offset } of figuresOf(run.inlines)) {
      const { listed, printed } = figures[index++]!;
      const isCell = run.cell !== undefined || run.point !== undefined;
      located.set(listed, { place: placeOf(run, document, places), name: isCell ? cellName(listed.context) : capitalise(clauseAt(run.inlines, offset)), isCell, printed });
    }
  }
  return located;
}

/** The words for where a run of the body stands, by the run's inlines: its table, or its section. */
function bodyPlaces({ body }: OfficialDocument): ReadonlyMap<readonly Inline[], string> {
  const places = new Map<readonly Inline[], string>();
  let section = 'phần nội dung';
  let above: readonly { readonly level: number; readonly mark: string }[] = [];
  for (const block of body) {
    if (block.type === 'heading') {
      const text = inlineText(block.inlines);
      const mark = SECTION_MARK.exec(text)?.[1];
      above = [...above.filter(({ level }) => level < block.level), ...(mark === undefined ? [] : [{ level: block.level, mark }])];
      section = mark === undefined ? `mục «${text}»` : `mục ${above.map((one) => one.mark).join('.')}`;
    }
    const table = block.type === 'table' && block.caption ? /^Bảng \d+/.exec(inlineText(block.caption))?.[0] : undefined;
    for (const { inlines } of walkBlocks([block], 'body')) {
      for (const run of [inlines, ...notesIn(inlines).map((note) => note.inlines)]) places.set(run, table ?? section);
    }
  }
  return places;
}

/** «II», «1», «1.2», «a» before a heading. */
const SECTION_MARK = /^([IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]/;

function placeOf({ where, inlines }: InlineRun, { appendices }: OfficialDocument, places: ReadonlyMap<readonly Inline[], string>): string {
  const appendix = appendices.find(({ id }) => id === where);
  if (appendix) return appendix.label;
  const chart = /^chart-(\d+)$/.exec(where);
  return chart ? `Biểu đồ ${chart[1]!}` : (places.get(inlines) ?? 'trích yếu');
}

/** «Sở Tư pháp: Kết quả giải quyết - Quá hạn» of «Sở Tư pháp · Kết quả giải quyết: Quá hạn». */
function cellName(context: string): string {
  const [row = '', column = ''] = context.split(' · ');
  return `${row}: ${column.replaceAll(': ', ' - ')}`;
}

/** «trước hạn và đúng hạn … hồ sơ, chiếm (…) số hồ sơ đã giải quyết»: the words around a figure, without figures, which have places of their own in the table. */
function clauseAt(inlines: readonly Inline[], offset: number): string {
  const text = inlineText(inlines);
  const start = [...text.slice(0, offset).matchAll(/[.;:?!](?=\s)\s*/g)].reduce((_, { 0: mark, index }) => index + mark.length, 0);
  const figures = figuresOf(inlines).map((figure) => ({ ...figure, length: figureLength(inlines, figure.trace) }));
  const own = figures.find((figure) => figure.offset === offset)!;
  const rest = /[.,;:?!](?=\s|$)/.exec(text.slice(offset + own.length));
  const end = rest ? offset + own.length + rest.index : text.length;
  let [words, at] = ['', start];
  for (const figure of figures) {
    if (figure.offset < start || figure.offset >= end) continue;
    words += `${text.slice(at, figure.offset)}${figure === own ? '(…)' : '…'}`;
    at = figure.offset + figure.length;
  }
  return (words + text.slice(at, end)).replace(/\s+/g, ' ').trim();
}

function figureLength(inlines: readonly Inline[], trace: string): number {
  for (const inline of inlines) {
    if (inline.type === 'figure' && inline.trace === trace) return inline.text.length;
    const inside = inline.type === 'strong' || inline.type === 'emphasis' ? figureLength(inline.children, trace) : 0;
    if (inside > 0) return inside;
  }
  return 0;
}
