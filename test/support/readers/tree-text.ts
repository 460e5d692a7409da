/** The words an official document must print, from its tree and the rules of form alone: what the writers put around the tree's words is written down here a second time on purpose. */
import type { Appendix, Block, Heading, Inline, OfficialDocument } from '../../../src/document/tree.js';
import { wordsOf } from './words.js';

export interface TreeRun {
  /** flow: printed over the full width, so that its words stand one behind the other in every format · cell: in a column beside others. */
  readonly kind: 'flow' | 'cell';
  readonly text: string;
}

export function treeRuns(document: OfficialDocument): readonly TreeRun[] {
  const cell = (text: string): TreeRun => ({ kind: 'cell', text });
  const flow = (text: string): TreeRun => ({ kind: 'flow', text });
  const letter = document.title.typeName === undefined;
  return [
    ...(document.marks?.circulation ? [cell(document.marks.circulation)] : []),
    ...document.letterhead.parent.map(cell),
    ...document.letterhead.issuer.map(cell),
    cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    cell('Độc lập - Tự do - Hạnh phúc'),
    cell(printed(document.number)),
    cell(printed(document.placeAndDate)),
    ...(letter ? withNotes('cell', document.title.subject) : []),
    ...(document.marks?.urgency ? [cell(document.marks.urgency)] : []),
    ...(document.title.typeName === undefined ? [] : [cell(document.title.typeName), ...withNotes('cell', document.title.subject)]),
    ...(document.illustrativeNotice === undefined ? [] : [cell(document.illustrativeNotice)]),
    ...addresseeRuns(document.addressees),
    ...contentsRuns(document),
    ...document.body.flatMap(blockRuns),
    ...(document.recipients.length === 0 ? [] : [cell('Nơi nhận:')]),
    ...document.recipients.map((recipient, at) => cell(`- ${recipient}${at === document.recipients.length - 1 ? '.' : ';'}`)),
    ...(document.drafter === undefined ? [] : [cell(document.drafter)]),
    ...document.signature.authority.map(cell),
    ...(document.signature.name === undefined ? [] : [cell(document.signature.name)]),
    ...(document.address ?? []).map(cell),
    ...document.appendices.flatMap((appendix) => appendixRuns(appendix, flow)),
  ];
}

export function treeWords(document: OfficialDocument): readonly string[] {
  return treeRuns(document).flatMap(({ text }) => wordsOf(text));
}

/** A run, and behind it the notes whose marks stand in it. */
function withNotes(kind: TreeRun['kind'], inlines: readonly Inline[], before = ''): readonly TreeRun[] {
  return [{ kind, text: before + printed(inlines) }, ...noteTexts(inlines).map((text): TreeRun => ({ kind: 'cell', text }))];
}

function noteTexts(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'note') return [printed(inline.inlines), ...noteTexts(inline.inlines)];
    return inline.type === 'strong' || inline.type === 'emphasis' ? noteTexts(inline.children) : [];
  });
}

/** The table of contents without its page numbers. */
function contentsRuns({ contents, body, appendices }: OfficialDocument): readonly TreeRun[] {
  if (contents === undefined) return [];
  const headings = body.filter((block): block is Heading => block.type === 'heading' && block.level <= contents.levels);
  return [
    contents.title,
    ...headings.map(({ inlines }) => printed(inlines)),
    ...appendices.map(({ label, title }) => `${label}: ${printed(title)}`),
  ].map((text) => ({ kind: 'cell', text }));
}

/** Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9: one addressee stands on the line of «Kính gửi:», several each on its own with «-», «;» and «.». */
function addresseeRuns(addressees: readonly string[]): readonly TreeRun[] {
  if (addressees.length === 0) return [];
  if (addressees.length === 1) return [{ kind: 'cell', text: `Kính gửi: ${addressees[0]}` }];
  return [
    { kind: 'cell', text: 'Kính gửi:' },
    ...addressees.map((one, at): TreeRun => ({ kind: 'cell', text: `- ${one}${at === addressees.length - 1 ? '.' : ';'}` })),
  ];
}

function appendixRuns(appendix: Appendix, flow: (text: string) => TreeRun): readonly TreeRun[] {
  return [
    flow(appendix.label),
    ...withNotes('flow', appendix.title),
    ...(appendix.subtitle ? withNotes('flow', appendix.subtitle) : []),
    ...withNotes('flow', appendix.attachedTo),
    ...appendix.blocks.flatMap(blockRuns),
  ];
}

function blockRuns(block: Block): readonly TreeRun[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return withNotes('flow', block.inlines);
    case 'list':
      return block.items.flatMap((item) => withNotes('flow', item.inlines, `${item.mark} `));
    case 'table':
      return [
        ...(block.caption === undefined ? [] : withNotes('flow', block.caption)),
        ...(block.unitLine === undefined ? [] : [{ kind: 'flow', text: block.unitLine } as const]),
        ...[...block.header, ...(block.formulaRow ? [block.formulaRow] : []), ...block.rows.map(({ cells }) => cells)].flat().flatMap((one) => withNotes('cell', one.inlines)),
        ...block.notes.flatMap((note) => withNotes('flow', note)),
      ];
    case 'chart':
      // Labels of a chart stand in a picture and are compared apart.
      return [block.caption, ...block.notes].flatMap((inlines) => withNotes('flow', inlines));
    case 'pageBreak':
      return [];
  }
}

/** A number or date still to be given is blanks and so no word; what stands on both sides of it are two words. */
function printed(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'figure':
        case 'reference':
          return inline.text;
        case 'strong':
        case 'emphasis':
          return printed(inline.children);
        case 'blank':
          return ' ';
        case 'break':
          return '\n';
        case 'note':
          return '';
      }
    })
    .join('');
}
