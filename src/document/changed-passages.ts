/** Two versions of a document as a list of passages that read otherwise, each with the words for its place: what a letter of errata tells («vị trí», «đã ghi», «nay sửa là»). Number and date are left out: every issue has its own. */
import { printedInlines } from './compare-blocks.js';
import { wordsOf } from './compare-inlines.js';
import type { PrintedBlock, Revised, RevisedBlock, RevisedDocument, RevisedInlines, RevisedLine, RevisedTable } from './revision.js';
import type { FigureInline, Inline, TableCell } from './tree.js';
import { blankText, inlineText } from './walk.js';

/** Plain words, and the figures among them. */
export type Passage = readonly (string | FigureInline)[];

export interface ChangedPassage {
  readonly place: string;
  /** Empty where the draft puts words in. */
  readonly issued: Passage;
  /** Empty where the draft leaves words out. */
  readonly draft: Passage;
}

/** Kept words shown on either side of a change. */
const CONTEXT = 6;

type Found = Omit<ChangedPassage, 'place'>;

/** In the order of the document. What differs in its look alone reads the same and is not listed. */
export function changedPassages(revised: RevisedDocument): readonly ChangedPassage[] {
  const { letterhead, title, marks, signature } = revised;
  return [
    ...at('Tên cơ quan', lines([...letterhead.parent, ...letterhead.issuer])),
    ...at('Tên loại', lines(title.typeName)),
    ...at('Trích yếu', inlines(title.subject)),
    ...at('Mức độ khẩn, phạm vi lưu hành', lines([...marks.urgency, ...marks.circulation])),
    ...at('Dòng dưới trích yếu', lines(revised.illustrativeNotice)),
    ...at('Kính gửi', lines(revised.addressees)),
    ...blocks('Phần nội dung', revised.body),
    ...at('Nơi nhận', lines(revised.recipients)),
    ...at('Phần ký', [...lines(signature.authority), ...inlines(signature.name)]),
    ...at('Địa chỉ cơ quan', lines(revised.address)),
    ...revised.appendices.flatMap((appendix): readonly ChangedPassage[] => {
      if (appendix.change !== 'kept') return at((appendix.change === 'deleted' ? appendix.issued : appendix.draft).label, [whole(appendix, ({ title: name }) => name)]);
      const { label, title: name, subtitle, blocks: inside } = appendix.inside;
      const place = appendix.issued.label;
      return [...at(`${place}, số thứ tự`, inlines(label)), ...at(`${place}, tên`, [...inlines(name), ...lines(subtitle)]), ...blocks(place, inside)];
    }),
  ];
}

function at(place: string, found: readonly Found[]): readonly ChangedPassage[] {
  return found.filter(({ issued, draft }) => read(issued) !== read(draft)).map((one) => ({ place, ...one }));
}

function read(passage: Passage): string {
  return passage.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('').replace(/\s+/g, ' ').trim();
}

/** Something that stands on one side only. */
function whole<T>(one: Exclude<Revised<T, unknown>, { change: 'kept' }>, printed: (thing: T) => readonly Inline[]): Found {
  return one.change === 'deleted' ? { issued: flat(printed(one.issued)), draft: [] } : { issued: [], draft: flat(printed(one.draft)) };
}

/** Lines left out and lines put in at the same place answer each other. */
function lines(revised: readonly RevisedLine[]): readonly Found[] {
  const found: Found[] = [];
  let unanswered: number[] = [];
  for (const line of revised) {
    if (line.change === 'kept') {
      found.push(...inlines(line.inside));
      unanswered = [];
      continue;
    }
    const answered = line.change === 'inserted' ? unanswered.shift() : undefined;
    if (answered !== undefined && line.change === 'inserted') found[answered] = { issued: found[answered]!.issued, draft: flat(line.draft) };
    else if (found.push(whole(line, (one) => one)) && line.change === 'deleted') unanswered.push(found.length - 1);
  }
  return found;
}

/** Changes with few words between them are one passage. */
function inlines(pieces: RevisedInlines): readonly Found[] {
  const found: Found[] = [];
  let open: { issued: Passage; draft: Passage } | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.change === 'deleted' || piece.change === 'inserted') {
      const before = pieces[index - 1];
      open ??= before?.change === 'kept' ? { issued: tail(flat(before.issued)), draft: tail(flat(before.draft)) } : { issued: [], draft: [] };
      open = { issued: [...open.issued, ...(piece.change === 'deleted' ? flat(piece.issued) : [])], draft: [...open.draft, ...(piece.change === 'inserted' ? flat(piece.draft) : [])] };
      continue;
    }
    if (piece.note) found.push(...inlines(piece.note));
    if (!open) continue;
    const [issued, draft] = [flat(piece.issued), flat(piece.draft)];
    const joins = index < pieces.length - 1 && wordsOf(read(draft)).length <= 2 * CONTEXT;
    open = { issued: [...open.issued, ...(joins ? issued : head(issued))], draft: [...open.draft, ...(joins ? draft : head(draft))] };
    if (joins) continue;
    found.push(open);
    open = undefined;
  }
  return open ? [...found, open] : found;
}

/** The last words before a change, the first words behind it; all of them where little would be left out. */
function tail(passage: Passage): Passage {
  const words = split(passage);
  return words.length <= 2 * CONTEXT + 2 ? passage : ['… ', ...dropBlank(words.slice(-2 * CONTEXT))];
}

function head(passage: Passage): Passage {
  const words = split(passage);
  return words.length <= 2 * CONTEXT + 2 ? passage : [...words.slice(0, 2 * CONTEXT), ' …'];
}

function dropBlank(words: Passage): Passage {
  return typeof words[0] === 'string' && words[0].trim() === '' ? words.slice(1) : words;
}

/** Words and the blanks between them, a figure as one word. */
function split(passage: Passage): Passage {
  return passage.flatMap((piece): Passage => (typeof piece === 'string' ? piece.split(/(\s+)/).filter((part) => part !== '') : [piece]));
}

function flat(all: readonly Inline[]): Passage {
  return all.flatMap((inline): Passage => {
    switch (inline.type) {
      case 'text':
      case 'reference':
        return [inline.text];
      case 'figure':
        return [inline];
      case 'strong':
      case 'emphasis':
        return flat(inline.children);
      case 'blank':
        return [blankText(inline.characters)];
      case 'break':
        return [' '];
      case 'note':
        return [];
    }
  });
}

/** Blocks of the body or of a phụ lục: paragraphs are counted in their section, as a reader of the issued document finds them. */
function blocks(part: string, revised: readonly RevisedBlock[]): readonly ChangedPassage[] {
  let section = part;
  let count = 0;
  return revised.flatMap((block): readonly ChangedPassage[] => {
    const own = block.change === 'inserted' ? block.draft : block.issued;
    if (own.type === 'heading') {
      if (block.change !== 'inserted') [section, count] = [`${part}, mục «${inlineText(own.inlines)}»`, 0];
      return at(block.change === 'inserted' ? `${section}, tiêu đề mục` : `${section} (tiêu đề)`, blockPassages(block));
    }
    if (block.change === 'kept' && block.inside.type === 'table') return tablePassages(section, block.inside);
    if (own.type === 'paragraph' || own.type === 'item') {
      if (block.change === 'inserted') return at(count === 0 ? `${section}, đầu mục` : `${section}, sau đoạn ${count}`, blockPassages(block));
      return at(`${section}, đoạn ${++count}`, blockPassages(block));
    }
    return at(section, blockPassages(block));
  });
}

function blockPassages(block: RevisedBlock): readonly Found[] {
  if (block.change !== 'kept') return [whole(block, wordsIn)];
  switch (block.inside.type) {
    case 'text':
      return inlines(block.inside.inlines);
    case 'chart':
      return [...inlines(block.inside.caption), ...lines(block.inside.notes)];
    case 'table':
    case 'pageBreak':
      return [];
  }
}

function wordsIn(block: PrintedBlock): readonly Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'item':
      return printedInlines(block);
    case 'table':
    case 'chart':
      return block.caption ?? [];
    case 'pageBreak':
      return [];
  }
}

function tablePassages(section: string, { caption, unitLine, header, formulaRow, rows, notes }: RevisedTable): readonly ChangedPassage[] {
  return [
    ...at(`${section}, tên bảng`, lines(caption)),
    ...at(`${section}, đơn vị tính`, lines(unitLine)),
    ...at(`${section}, tên cột của bảng`, header.flat().flatMap(inlines)),
    ...formulaRow.flatMap((row) => at(`${section}, dòng dưới tên cột của bảng`, row.change === 'kept' ? row.inside.flatMap(inlines) : [whole(row, cellWords)])),
    ...rows.flatMap((row) => {
      const { cells } = row.change === 'inserted' ? row.draft : row.issued;
      const place = `${section}, bảng, dòng «${labelOf(cells)}»`;
      return at(place, row.change === 'kept' ? row.inside.flatMap(inlines) : [whole(row, (one) => cellWords(one.cells))]);
    }),
    ...at(`${section}, ghi chú dưới bảng`, lines(notes)),
  ];
}

function labelOf(cells: readonly TableCell[]): string {
  const texts = cells.map(({ inlines: words }) => inlineText(words));
  return texts.find((text) => /\p{L}{2}/u.test(text)) ?? texts.find((text) => text !== '') ?? '';
}

function cellWords(cells: readonly TableCell[]): readonly Inline[] {
  return cells.flatMap(({ inlines: words }, index): readonly Inline[] => [...(index > 0 && words.length > 0 ? [{ type: 'text', text: ' ' } as const] : []), ...words]);
}
