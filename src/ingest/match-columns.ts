/** Which column of a sheet is which column of a form, by header texts alone; what fits twice is left open, never guessed. */
import { isNumeric, type Form, type FormColumn } from '../statistics/form.js';
import { headerKey, pathKeys, withoutOpeningWords } from './header-text.js';

export interface ColumnMatch {
  /** Form column id → column of the sheet. */
  readonly columns: ReadonlyMap<string, number>;
  /** How many of them bear the form's header in full, or the column id. */
  readonly exact: number;
  /** A header that fits several columns of the form. */
  readonly ambiguous: readonly { readonly column: number; readonly candidates: readonly FormColumn[] }[];
  /** Several columns of the sheet that fit one of the form. */
  readonly twice: readonly { readonly column: FormColumn; readonly columns: readonly number[] }[];
  /** Columns that belong to every form and hold no figure: kind of the row, source of its figures. */
  readonly rowKind?: number;
  readonly source?: number;
  /** Column «code» of clean data files: the id of a listed row, as it stands. */
  readonly code?: number;
}

const ROW_KIND_HEADERS = new Set(['loai_dong', 'Loại dòng'].map(headerKey));
const SOURCE_HEADERS = new Set(['nguon', 'Nguồn'].map(headerKey));
const CODE_HEADERS = new Set(['code'].map(headerKey));

/** `paths[c]`: header texts above column c, outermost first. */
export function matchColumns(form: Form, paths: readonly (readonly string[])[]): ColumnMatch {
  const known = knownHeaders(form);
  const claims = new Map<FormColumn, { column: number; fit: Fit }[]>();
  const open: { column: number; candidates: readonly FormColumn[] }[] = [];
  let rowKind: number | undefined;
  let source: number | undefined;
  let code: number | undefined;
  let figureSeen = false;
  paths.forEach((path, column) => {
    if (path.length === 0) return;
    const { fit, candidates } = bestFit(known, path);
    const own = path.length === 1 ? headerKey(path[0]!) : '';
    if (candidates.length === 0) {
      if (ROW_KIND_HEADERS.has(own)) rowKind ??= column;
      if (SOURCE_HEADERS.has(own)) source ??= column;
      if (form.rows === 'listed' && CODE_HEADERS.has(own)) code ??= column;
      return;
    }
    const figures = candidates.filter(isNumeric);
    // A bare «Tổng số» as the first figure column is the form's first figure column.
    const first = !figureSeen && path.length === 1 ? figures.find((one) => one === form.columns.find(isNumeric)) : undefined;
    figureSeen ||= figures.length > 0;
    const chosen = candidates.length === 1 ? candidates[0] : first;
    if (chosen) claims.set(chosen, [...(claims.get(chosen) ?? []), { column, fit }]);
    else open.push({ column, candidates });
  });

  const columns = new Map<string, number>();
  const twice: { column: FormColumn; columns: readonly number[] }[] = [];
  let exact = 0;
  for (const [column, claimed] of claims) {
    if (claimed.length > 1) twice.push({ column, columns: claimed.map((claim) => claim.column) });
    else {
      columns.set(column.id, claimed[0]!.column);
      if (claimed[0]!.fit === 'exact') exact++;
    }
  }
  return {
    columns,
    exact,
    ambiguous: open,
    twice,
    ...(rowKind === undefined ? {} : { rowKind }),
    ...(source === undefined ? {} : { source }),
    ...(code === undefined ? {} : { code }),
  };
}

/** exact: the column id or the whole path · shortened: levels or the opening words «Số hồ sơ» left out. */
type Fit = 'exact' | 'shortened';

interface KnownHeader {
  readonly column: FormColumn;
  readonly id: string;
  /** The declared path and its aliases as keys. */
  readonly paths: readonly (readonly string[])[];
}

const knownHeadersOf = new WeakMap<Form, readonly KnownHeader[]>();

export function knownHeaders(form: Form): readonly KnownHeader[] {
  const known =
    knownHeadersOf.get(form) ??
    form.columns.map((column) => ({
      column,
      id: headerKey(column.id),
      paths: [column.path, ...column.aliases].map(pathKeys),
    }));
  knownHeadersOf.set(form, known);
  return known;
}

/** The figure column that a person names by id or header, levels left out or not; undefined where none or several are meant. */
export function findNumericColumn(form: Form, typed: string): FormColumn | undefined {
  const { candidates } = bestFit(knownHeaders(form).filter(({ column }) => isNumeric(column)), [typed]);
  return candidates.length === 1 ? candidates[0] : undefined;
}

function bestFit(known: readonly KnownHeader[], path: readonly string[]): { fit: Fit; candidates: readonly FormColumn[] } {
  const keys = pathKeys(path);
  const wanted = keys.join(': ');
  const exact = known.filter(({ id, paths }) => id === wanted || paths.some((one) => one.join(': ') === wanted));
  if (exact.length > 0) return { fit: 'exact', candidates: exact.map(({ column }) => column) };
  const shortened = known.filter(({ paths }) => paths.some((one) => isShortened(keys, one)));
  return { fit: 'shortened', candidates: shortened.map(({ column }) => column) };
}

/** The same own header, and above it some of the levels in the same order. */
function isShortened(written: readonly string[], declared: readonly string[]): boolean {
  const same = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && withoutOpeningWords(a) === withoutOpeningWords(b);
  if (!same(written.at(-1), declared.at(-1))) return false;
  let next = 0;
  for (const level of declared) if (same(level, written[next])) next++;
  return next === written.length;
}
