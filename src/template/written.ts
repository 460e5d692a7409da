/** Written paragraphs: the `.md` files of a period, whose front matter names the slot they fill. */
import { z } from 'zod';
import type { Block, Inline } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { readDeclaration } from '../statistics/read-declaration.js';
import { FRONT_MATTER } from './front-matter.js';
import { lineCounter } from './line-counter.js';
import { checkLiteralMarkdown } from './literal-markdown.js';
import { toBlocks } from './markdown.js';
import { checkText } from './text-limits.js';

export interface WrittenParagraph {
  readonly file: string;
  /** `muc`: the slot of the template. */
  readonly slot: string;
  /** `don_vi`: the unit it speaks of, as written. */
  readonly unit?: string;
  /** `tieu_chi`: the criterion it speaks of, as written. */
  readonly criterion?: string;
  /** `thu_tu`, `tieu_de`, `khoi`, `bien`: a point of a directive: its place, its heading, its task blocks and their variables. */
  readonly point?: { readonly order: number; readonly heading?: string; readonly blocks: readonly string[]; readonly variables: Readonly<Record<string, string>> };
  /** `minh_hoa`: illustrative, and printed as such. */
  readonly illustrative: boolean;
  readonly blocks: readonly Block[];
}

const frontMatter = z.strictObject({
  muc: z.string().min(1),
  don_vi: z.string().optional(),
  tieu_chi: z.string().optional(),
  thu_tu: z.number().int().min(1).optional(),
  tieu_de: z.string().optional(),
  khoi: z.array(z.string()).default([]),
  bien: z.record(z.string(), z.coerce.string()).default({}),
  minh_hoa: z.boolean().default(false),
});

/** Reads one file; refused where the front matter is missing or wrong, or the text holds what cannot be printed. */
export function readWritten(file: string, text: string): Outcome<WrittenParagraph> {
  const plain = text.replace(/^\uFEFF/, '').normalize('NFC');
  const invalid = (line: number, reason: string): Finding =>
    found('paragraph-invalid', { in: 'text', file, line }, { reason });
  const limits = checkText(plain);
  if (limits.length > 0) return refused(limits.map(({ line, reason }) => invalid(line, reason)));
  const match = FRONT_MATTER.exec(plain);
  if (!match) return refused([invalid(1, 'không có phần đầu tệp giữa hai dòng «---»')]);
  const head = readDeclaration(file, `\n${match[1]!}`, frontMatter);
  if (!head.ok) return head;
  const body = plain.slice(match[0].length);
  const findings = forbidden(plain, file);
  // A point may consist of its task blocks alone.
  if (body.trim() === '' && head.value.khoi.length === 0) findings.push(invalid(match[0].split('\n').length, 'không có nội dung'));
  if (findings.length > 0) return refused(findings);
  const firstLine = match[0].split('\n').length;
  const linesBefore = lineCounter(body);
  const { muc, don_vi, tieu_chi, minh_hoa, thu_tu, tieu_de, khoi, bien } = head.value;
  const paragraph: WrittenParagraph = {
    file,
    slot: muc,
    ...(don_vi === undefined ? {} : { unit: don_vi }),
    ...(tieu_chi === undefined ? {} : { criterion: tieu_chi.trim() }),
    ...(thu_tu === undefined ? {} : { point: { order: thu_tu, ...(tieu_de === undefined ? {} : { heading: tieu_de }), blocks: khoi, variables: bien } }),
    illustrative: minh_hoa,
    blocks: toBlocks({ text: body, lineAt: (offset) => ({ file, line: firstLine + linesBefore(offset) }) }, []),
  };
  return accepted(paragraph, checkLiteralMarkdown(body, file, firstLine));
}

/** «{{» would be read as a template, and a document must never print one. */
function forbidden(text: string, file: string): Finding[] {
  return text.split('\n').flatMap((line, index) =>
    line.includes('{{') ? [found('paragraph-invalid', { in: 'text', file, line: index + 1 }, { reason: 'có dấu «{{» của mẫu văn bản' })] : [],
  );
}

/** A written clause inside a sentence: its paragraphs in one line, without the closing full stop. */
export function clauseOf({ blocks }: WrittenParagraph): readonly Inline[] {
  const runs = blocks.flatMap((block) =>
    block.type === 'list' ? block.items.map(({ inlines }) => inlines) : block.type === 'paragraph' ? [block.inlines] : [],
  );
  const joined = runs.flatMap((inlines, index): Inline[] => [...(index > 0 ? [{ type: 'text', text: '; ' } as const] : []), ...inlines]);
  const last = joined.at(-1);
  if (last?.type !== 'text') return joined;
  return [...joined.slice(0, -1), { type: 'text', text: last.text.replace(/[.;\s]+$/, '') }];
}
