/** A small document kind over one listed form, composed from figures given in a test: forms and manifest as text, as people write them. */
import { compileTemplate } from '../../src/template/compile.js';
import { compose, type Composition } from '../../src/template/compose.js';
import { checkManifest } from '../../src/template/check-manifest.js';
import { handlebarsHelpers, helperShapes } from '../../src/template/helpers.js';
import { readAgency } from '../../src/template/agency.js';
import { readManifest } from '../../src/template/manifest.js';
import { placeholder } from '../../src/template/number-exhibits.js';
import { templateScope } from '../../src/template/template-context.js';
import { readWritten } from '../../src/template/written.js';
import { deriveTable } from '../../src/statistics/derive.js';
import type { Cell, Row, Table } from '../../src/statistics/dataset.js';
import { exact } from '../../src/statistics/exact.js';
import type { Form } from '../../src/statistics/form.js';
import { readForm } from '../../src/statistics/read-form.js';
import { toToldTable } from '../../src/statistics/told-table.js';

export interface GivenRow {
  readonly id: string;
  readonly label: string;
  readonly role?: Row['role'];
  readonly parent?: string;
  readonly figures?: Readonly<Record<string, string | number>>;
  readonly texts?: Readonly<Record<string, string>>;
}

export function givenForm(text: string): Form {
  const form = readForm('templates/forms/bieu.yaml', text);
  if (!form.ok) throw new Error(JSON.stringify(form.findings));
  return form.value;
}

export function givenTable(form: Form, rows: readonly GivenRow[], illustrative = false): Table {
  const file = 'data/co-quan/2022/bieu.xlsx';
  return {
    form: form.id,
    agency: 'co-quan',
    period: { kind: 'year', year: 2022 },
    place: { in: 'sheet', file, sheet: 'Bảng' },
    illustrative,
    rows: rows.map(({ id, label, role = 'item', parent, figures = {}, texts = {} }, index): Row => {
      const place = { in: 'sheet', file, sheet: 'Bảng', cell: `A${index + 2}` } as const;
      const cells: Record<string, Cell> = {};
      for (const column of form.columns) cells[column.id] = { kind: 'absent', why: 'blank' };
      for (const [column, value] of Object.entries(figures)) cells[column] = { kind: 'number', quantity: { value: exact(value), origin: { kind: 'source', place, written: String(value), illustrative } } };
      for (const [column, value] of Object.entries(texts)) cells[column] = { kind: 'text', text: value, place };
      return { id, label, role, cells, place, ...(parent === undefined ? {} : { parent }) };
    }),
  };
}

const AGENCY = `
id: co-quan
identities: [{ name: Sở Nội vụ tỉnh Sóc Trăng, shortName: Sở, issuer: [SỞ NỘI VỤ] }]
symbol: SNV
place: Sóc Trăng
style: { differenceUnit: '%' }
signers: [{ authority: [GIÁM ĐỐC] }]
units: [{ id: so-tai-chinh, name: Sở Tài chính }, { id: so-tu-phap, name: Sở Tư pháp }]
documents:
  bao-cao: { recipients: ['Lưu: VT'], responsible: [so-tai-chinh, so-tu-phap] }
`;

export interface SmallDocument {
  /** Lines of mau.yaml below id, typeName, typeSymbol, periods, subject. */
  readonly manifest: string;
  readonly body: string;
  readonly forms: readonly Form[];
  readonly tables: Readonly<Record<string, Table>>;
  readonly written?: Readonly<Record<string, string>>;
}

export type SmallResult = { readonly faults: readonly string[] } | (Composition & { readonly faults: readonly [] });

/** Faults of the declarations, or the composition. */
export function composeSmall({ manifest: lines, body, forms, tables, written = {} }: SmallDocument): SmallResult {
  const manifest = readManifest('mau.yaml', `id: bao-cao\ntypeName: BÁO CÁO\ntypeSymbol: BC\nperiods: [year]\nsubject: Kết quả\n${lines}`);
  if (!manifest.ok) return { faults: manifest.findings.map(({ message }) => message) };
  const known = new Map(forms.map((form) => [form.id, form]));
  const declared = checkManifest(manifest.value, known);
  if (declared.length > 0) return { faults: declared };
  const faults: string[] = [];
  const compile = (text: string) => {
    const compiled = compileTemplate({ file: 'body.md', text }, {}, templateScope(manifest.value, known), helperShapes, handlebarsHelpers);
    if (!compiled.ok) faults.push(...compiled.findings.map(({ message }) => message));
    return compiled.ok ? compiled.value : undefined;
  };
  const captions = new Map(
    [...Object.entries(manifest.value.tables).map(([name, use]) => [placeholder('table', name), use] as const), ...Object.entries(manifest.value.charts).map(([name, use]) => [placeholder('chart', name), use] as const)].flatMap(([name, { caption }]) => (caption === undefined ? [] : [[name, compile(caption)!] as const])),
  );
  const compiledBody = compile(body);
  const subject = compile('Kết quả');
  const appendices = manifest.value.appendices.map(({ title }) => ({ title: compile(title)! }));
  if (faults.length > 0) return { faults };
  const agency = readAgency('data/agencies/co-quan.yaml', AGENCY);
  if (!agency.ok) throw new Error(JSON.stringify(agency.findings));
  const parts = Object.entries(written).map(([file, text]) => {
    const part = readWritten(file, text);
    if (!part.ok) throw new Error(JSON.stringify(part.findings));
    return part.value;
  });
  const composition = compose(
    { body: compiledBody!, subject: subject!, captions, appendices },
    {
      manifest: manifest.value,
      forms: known,
      agency: agency.value,
      identity: agency.value.identities[0]!,
      period: { kind: 'year', year: 2022 },
      calendar: 'calendar-month',
      dates: { from: '2022-01-01', to: '2022-12-31' },
      tables: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, toToldTable(deriveTable(known.get(table.form)!, table, []))])),
      written: parts,
      stock: new Map(),
      otherSlots: new Set(),
      folder: 'data/co-quan/2022',
    },
  );
  return { ...composition, faults: [] };
}
