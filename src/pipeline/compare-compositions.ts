/** One document before and after a correction → figures, sentences, orders and charts that change. */
import { diffArrays } from 'diff';
import type { Block, ChartBlock, OfficialDocument, TableBlock } from '../document/tree.js';
import { inlineText, walkInlines } from '../document/walk.js';
import type { ExhibitImpact, FigureImpact, SentenceImpact } from '../finding/impact.js';
import type { Composition } from '../template/compose.js';
import { diffFigures } from './diff-figures.js';
import { toListedDocument, withoutReplacing } from './listed-document.js';

export interface DocumentImpact {
  readonly figures: readonly FigureImpact[];
  readonly sentences: readonly SentenceImpact[];
  readonly exhibits: readonly ExhibitImpact[];
}

/** A document that appears or vanishes has one side only. */
export function compareCompositions(job: string, before: Composition | undefined, after: Composition | undefined): DocumentImpact {
  const [old, now] = [before, after].map((one) => one && withoutReplacing(toListedDocument(one)));
  const entries = [old, now].map((one) => one?.figures.map(({ listed }) => listed) ?? []);
  const figures = diffFigures(entries[0]!, entries[1]!).map(({ before: was, after: is }): FigureImpact => {
    const { where, context, rule } = is ?? was!;
    return { job, where, context, rule, old: was?.text ?? null, new: is?.text ?? null };
  });
  return { figures, sentences: changedSentences(job, old?.document, now?.document), exhibits: changedExhibits(job, old?.document, now?.document) };
}

interface Sentence {
  readonly where: string;
  readonly text: string;
}

function changedSentences(job: string, before: OfficialDocument | undefined, after: OfficialDocument | undefined): readonly SentenceImpact[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const changes: SentenceImpact[] = [];
  let [b, a] = [0, 0];
  const parts = diffArrays(old.map(keyOf), now.map(keyOf));
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    if (!part.added && !part.removed) {
      [b, a] = [b + part.value.length, a + part.value.length];
      continue;
    }
    // What goes and what comes in its stead stand side by side, in either order.
    const next = parts[index + 1];
    const paired = next && (next.added || next.removed) && next.added !== part.added ? next : undefined;
    if (paired) index++;
    const gone = [part, paired].find((one) => one?.removed)?.value.length ?? 0;
    const come = [part, paired].find((one) => one?.added)?.value.length ?? 0;
    for (let at = 0; at < Math.max(gone, come); at++) {
      const [one, other] = [at < gone ? old[b + at]! : undefined, at < come ? now[a + at]! : undefined];
      const reworded = !one || !other || wordsOf(one.text) !== wordsOf(other.text);
      changes.push({ job, where: (other ?? one)!.where, old: one?.text ?? null, new: other?.text ?? null, reworded });
    }
    [b, a] = [b + gone, a + come];
  }
  return changes;
}

/** Sentences outside the cells of tables and the labels of charts. */
function sentencesOf(document: OfficialDocument | undefined): readonly Sentence[] {
  if (!document) return [];
  // Number and date are those of an issue, not of the figures: a new draft beside an issued document has none.
  const undated = { ...document, number: [], placeAndDate: [], appendices: document.appendices.map((one) => ({ ...one, attachedTo: [] })) };
  return [...walkInlines(undated)].flatMap(({ where, inlines, cell, point }) =>
    cell || point ? [] : inlineText(inlines).replace(/\u00A0/g, ' ').split(/(?<=[.!?]) (?=\p{Lu})|\n/u).flatMap((text) => (text.trim() === '' ? [] : [{ where, text: text.trim() }])),
  );
}

function keyOf({ where, text }: Sentence): string {
  return `${where}\n${text}`;
}

/** A sentence without its figures. */
function wordsOf(text: string): string {
  return text.replace(/\d[\d.,/]*%?/g, '#');
}

function changedExhibits(job: string, before: OfficialDocument | undefined, after: OfficialDocument | undefined): readonly ExhibitImpact[] {
  if (!before || !after) return [];
  const old = new Map(exhibitsOf(before).map((one) => [`${one.where}\n${one.block.id}`, one.block]));
  return exhibitsOf(after).flatMap(({ where, block }): ExhibitImpact[] => {
    const was = old.get(`${where}\n${block.id}`);
    if (!was) return [];
    if (block.type === 'chart') return was.type === 'chart' && drawn(was) !== drawn(block) ? [{ job, where: block.id, kind: 'chart', what: inlineText(block.caption) }] : [];
    if (was.type !== 'table') return [];
    const [first, second] = [rowNames(was), rowNames(block)];
    const moved = second.filter((name, index) => first[index] !== name);
    return moved.length > 0 ? [{ job, where, kind: 'order', what: moved.join('; ') }] : [];
  });
}

function exhibitsOf(document: OfficialDocument): readonly { readonly where: string; readonly block: TableBlock | ChartBlock }[] {
  const of = (blocks: readonly Block[], where: string) => blocks.flatMap((block) => (block.type === 'table' || block.type === 'chart' ? [{ where, block }] : []));
  return [...of(document.body, 'body'), ...document.appendices.flatMap(({ id, blocks }) => of(blocks, id))];
}

/** Everything a chart shows. */
function drawn({ categories, series, highlight }: ChartBlock): string {
  return JSON.stringify([categories, highlight, series.map(({ name, points }) => [name, points.map((point) => point?.value)])]);
}

/** Names of the rows, without running numbers and figures. */
function rowNames({ rows }: TableBlock): readonly string[] {
  return rows.map(({ cells }) => cells.filter(({ value }) => value === undefined).map(({ inlines }) => inlineText(inlines)).filter((text) => /\p{L}/u.test(text)).join(', '));
}
