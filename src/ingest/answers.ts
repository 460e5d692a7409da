/** What a person answered in the agency file about its sources: encodings of files, headers of columns. Apart, because ingest knows no agency. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { closest } from '../statistics/closest.js';
import type { Form } from '../statistics/form.js';
import type { LegacyEncoding } from './encodings/legacy-encoding.js';

export interface SourceAnswers {
  /** File name, without its folder → encoding. */
  readonly encodings: Readonly<Record<string, LegacyEncoding>>;
  /** Form id → header as written («Nhóm: Cột» where it has levels) → column id. */
  readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const NO_ANSWERS: SourceAnswers = { encodings: {}, headers: {} };

export function answeredEncoding({ encodings }: SourceAnswers, path: string): LegacyEncoding | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
  return Object.entries(encodings).find(([file]) => file.normalize('NFC') === name)?.[1];
}

/** The forms with every answered header as one more wording of its column. */
export function withHeaderAnswers(forms: readonly Form[], { headers }: SourceAnswers): readonly Form[] {
  return forms.map((form) => {
    const answers = Object.entries(headers[form.id] ?? {});
    if (answers.length === 0) return form;
    const columns = form.columns.map((column) => {
      const wordings = answers.flatMap(([header, id]) => (id === column.id ? [[header]] : []));
      return wordings.length === 0 ? column : { ...column, aliases: [...column.aliases, ...wordings] };
    });
    return { ...form, columns };
  });
}

/** Findings: answer-unknown for a form or a column that does not exist. `file`: the agency file. */
export function checkAnswers({ headers }: SourceAnswers, forms: readonly Form[], file: string): readonly Finding[] {
  const unknown = (answer: string, reason: string, written: string, known: readonly string[]): Finding =>
    found('answer-unknown', { in: 'file', file }, { answer, reason, nearest: closest(written, known) ?? '' }, { seen: answer });
  return Object.entries(headers).flatMap(([id, answers]) => {
    const form = forms.find((one) => one.id === id);
    if (!form) return [unknown(id, `không có biểu «${id}»`, id, forms.map((one) => one.id))];
    const ids = form.columns.map((column) => column.id);
    return Object.entries(answers)
      .filter(([, column]) => !ids.includes(column))
      .map(([header, column]) => unknown(`${id} › "${header}"`, `biểu không có cột «${column}»`, column, ids));
  });
}
