/** Paragraphs of a component: each is found by the style of its component and, within it, by the line of the tree it prints. */
import { align } from '../../../document/align.js';
import type { RevisedLine } from '../../../document/revision.js';
import type { StyleId } from '../paragraph-styles.js';
import { markContent } from './mark.js';
import { mergeParagraph, paragraphText } from './merge-paragraph.js';
import type { Placed, Revising } from './revising.js';
import { childElement, type Element } from './word-elements.js';

export type LinesOfStyles = Readonly<Partial<Record<StyleId, readonly RevisedLine[]>>>;

interface Keyed {
  readonly element: Element;
  readonly key: string;
  readonly line?: RevisedLine;
}

/** Tables among them are given a key of their own; one that both sides have is merged by `mergeTable`. */
export function mergeLines(issued: readonly Element[], draft: readonly Element[], lines: LinesOfStyles, revising: Revising, keyOf: KeyOf = () => undefined, mergeTable?: (issued: Element, draft: Element) => Element): readonly Placed[] {
  const [left, right] = [keyed(issued, 'inserted', lines, keyOf), keyed(draft, 'deleted', lines, keyOf)];
  return align(left, right, ({ key }) => ({ key, kind: key, words: [] })).map((step): Placed => {
    if (step.change === 'deleted') return marked(step.issued.element, 'deleted', revising);
    if (step.change === 'inserted') return marked(step.draft.element, 'inserted', revising);
    const [was, is] = [step.issued, step.draft];
    if (is.element.nodeName === 'w:tbl') return { element: mergeTable?.(was.element, is.element) ?? is.element, change: 'kept' };
    return { element: is.line?.change === 'kept' ? mergeParagraph(was.element, is.element, is.line.inside, revising) : is.element, change: 'kept' };
  });
}

/** Of what is no line of a component; undefined for what is. Told the side, since what never matches has another key there. */
export type KeyOf = (element: Element, side: 'issued' | 'draft') => string | undefined;

export function marked(element: Element, change: 'deleted' | 'inserted', revising: Revising): Placed {
  markContent(element, change, revising);
  return { element, change };
}

export function styleOf(paragraph: Element): string {
  const properties = childElement(paragraph, 'w:pPr');
  return (properties && childElement(properties, 'w:pStyle')?.getAttribute('w:val')) ?? '';
}

function keyed(elements: readonly Element[], absent: 'deleted' | 'inserted', lines: LinesOfStyles, keyOf: KeyOf): readonly Keyed[] {
  const queues = new Map(Object.entries(lines).map(([style, of]) => [style, of.map((line, at) => ({ line, at })).filter(({ line }) => line.change !== absent)]));
  return elements.map((element): Keyed => {
    const key = keyOf(element, absent === 'inserted' ? 'issued' : 'draft');
    if (key !== undefined) return { element, key };
    const style = styleOf(element);
    const next = queues.get(style)?.shift();
    return next ? { element, key: `${style}#${next.at}`, line: next.line } : { element, key: `${element.nodeName}|${style}|${paragraphText(element)}` };
  });
}
