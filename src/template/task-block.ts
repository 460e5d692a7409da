/** The stock of task blocks (`templates/blocks/<id>.md`): one task each, written once and used by many letters and units. */
import { z } from 'zod';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Outcome } from '../finding/finding.js';
import { readDeclaration } from '../statistics/read-declaration.js';
import { FRONT_MATTER } from './front-matter.js';
import { checkText } from './text-limits.js';

export interface TaskBlock {
  readonly id: string;
  readonly file: string;
  /** Line of the file where the text begins. */
  readonly firstLine: number;
  readonly text: string;
  /** Variables the letter must give: «{{nam}}». */
  readonly variables: readonly string[];
  /** First and last day (ISO) on which a letter may use it: an act it rests on began or ended. */
  readonly from?: string;
  readonly to?: string;
  readonly illustrative: boolean;
}

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'phải là ngày dạng YYYY-MM-DD');

const frontMatter = z.strictObject({
  linh_vuc: z.string(),
  don_vi: z.string().optional(),
  bien: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)).default([]),
  tu: isoDate.optional(),
  den: isoDate.optional(),
  nguon: z.string(),
  minh_hoa: z.boolean().default(false),
});

export const VARIABLE = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** Refused where the head is wrong, the text empty, or a variable is used that the head does not declare. */
export function readTaskBlock(file: string, text: string): Outcome<TaskBlock> {
  const plain = text.replace(/^\uFEFF/, '').normalize('NFC');
  const invalid = (line: number, reason: string) => refused([found('declaration-invalid', { in: 'text', file, line }, { reason })]);
  const [fault] = checkText(plain);
  if (fault) return invalid(fault.line, fault.reason);
  const match = FRONT_MATTER.exec(plain);
  if (!match) return invalid(1, 'không có phần đầu tệp giữa hai dòng «---»');
  const head = readDeclaration(file, `\n${match[1]!}`, frontMatter);
  if (!head.ok) return head;
  const body = plain.slice(match[0].length).trim();
  const firstLine = match[0].split('\n').length;
  if (body === '') return invalid(firstLine, 'không có nội dung');
  const { bien, tu, den, minh_hoa } = head.value;
  const unknown = [...body.matchAll(VARIABLE)].map(([, name]) => name!).find((name) => !bien.includes(name));
  if (unknown !== undefined) return invalid(firstLine, `biến «${unknown}» chưa khai báo ở dòng bien`);
  if (/\{\{|\}\}/.test(body.replace(VARIABLE, ''))) return invalid(firstLine, 'có dấu «{{» không phải một biến');
  const id = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return accepted({ id, file, firstLine, text: body, variables: bien, illustrative: minh_hoa, ...(tu === undefined ? {} : { from: tu }), ...(den === undefined ? {} : { to: den }) });
}
