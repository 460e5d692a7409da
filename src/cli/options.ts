/** Options that several commands take, and what is made of what the user typed. */
import type { Selection } from '../pipeline/jobs.js';
import type { Format } from '../render/writer.js';
import { WrongUse } from './exit.js';

export const FORMATS: readonly Format[] = ['docx', 'pdf', 'xlsx'];

interface SelectionArguments {
  readonly job?: readonly string[] | undefined;
  readonly agency?: string | undefined;
  readonly period?: string | undefined;
  readonly document?: string | undefined;
  readonly unit?: string | undefined;
}

export function selectionOf({ job: jobs = [], agency, period, document, unit }: SelectionArguments): Selection {
  return { jobs, agency, period, document, unit };
}

export const selectionOptions = {
  agency: { type: 'string', describe: 'Chỉ cơ quan này (mã trong data/agencies)', requiresArg: true },
  period: { type: 'string', describe: 'Chỉ kỳ này: 2021-02, 2021-Q1, 2021-H1, 2021-9M, 2022', requiresArg: true },
  document: { type: 'string', describe: 'Chỉ loại văn bản này (mã trong templates/documents)', requiresArg: true },
  unit: { type: 'string', describe: 'Chỉ văn bản của đơn vị này (mã đơn vị trong tệp cơ quan)', requiresArg: true },
} as const;

export const editedOptions = {
  overwrite: { type: 'boolean', describe: 'Ghi đè tệp đã sửa bằng tay' },
  beside: { type: 'boolean', describe: 'Ghi bản mới (….moi.*) bên cạnh tệp đã sửa bằng tay' },
} as const;

export function editedChoice({ overwrite, beside }: { readonly overwrite?: boolean | undefined; readonly beside?: boolean | undefined }): 'overwrite' | 'beside' | 'refuse' {
  return overwrite ? 'overwrite' : beside ? 'beside' : 'refuse';
}

export const jobsPositional = { array: true, type: 'string', describe: 'Mã văn bản: <cơ quan>/<kỳ>/<văn bản>', default: [] as string[] } as const;

export function parseCount(option: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(typed)) throw new WrongUse(`${option} phải là một số nguyên từ 1 đến 999: ${typed}`);
  return Number(typed);
}

export function parseFormats(text: string): readonly Format[] {
  const wanted = text.split(',').map((one) => one.trim());
  const unknown = wanted.filter((one) => !FORMATS.includes(one as Format));
  if (unknown.length > 0) throw new WrongUse(`Định dạng không có: ${unknown.join(', ')}. Chỉ có ${FORMATS.join(', ')}.`);
  return FORMATS.filter((format) => wanted.includes(format));
}
