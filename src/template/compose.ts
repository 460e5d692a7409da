/** The entry of this folder: a manifest, its template and a job's data → one document tree with every printed figure traced. */
import type { Appendix, Block, Inline, OfficialDocument } from '../document/tree.js';
import { inlineText } from '../document/walk.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { isIllustrative } from '../statistics/dataset.js';
import type { DerivedTable } from '../statistics/derive.js';
import { provincesOn } from '../statistics/provinces.js';
import { validOn } from './agency.js';
import type { DocumentData } from './document-data.js';
import { checkComparisons, checkCriteria, checkReferences, checkTold, checkWritten } from './check-composition.js';
import { checkForm } from './check-form.js';
import { checkValidity } from './check-validity.js';
import type { CompiledTemplate } from './compile.js';
import type { RenderState } from './call.js';
import { toChartBlock } from './charts.js';
import { toBlocks } from './markdown.js';
import { attachedToInlines, dateInlines, LETTER, numberInlines, symbolOf } from './number-and-date.js';
import { numberExhibits, placeholder } from './number-exhibits.js';
import { takeLineMarks } from './slots.js';
import { toTableBlock, type TableSetting } from './table-block.js';
import { templateContext } from './template-context.js';
import { createTrace, type PrintedFigure } from './trace.js';

/** The templates of one document kind, compiled once a run. */
export interface DocumentTemplate {
  readonly body: CompiledTemplate;
  readonly subject: CompiledTemplate;
  /** Captions of tables and charts, by «table:…» and «chart:…». */
  readonly captions: ReadonlyMap<string, CompiledTemplate>;
  /** One a declared appendix, in order. */
  readonly appendices: readonly { readonly title: CompiledTemplate; readonly subtitle?: CompiledTemplate }[];
}

export interface Composition {
  readonly document: OfficialDocument;
  /** «BC-TTHC»; undefined where nobody knows it. */
  readonly symbol?: string;
  readonly figures: ReadonlyMap<string, PrintedFigure>;
  readonly findings: readonly Finding[];
}

const NOTICE = '(Văn bản có số liệu, nội dung minh họa)';
const END_MARK = './.';
const CONTENTS_TITLE = 'MỤC LỤC';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'] as const;

/** `addition` is set into a document that replaces an issued one: the line under its trích yếu, and what stands before its text. */
export function compose(template: DocumentTemplate, data: DocumentData, addition?: DocumentTemplate): Composition {
  const { manifest, agency, identity, remedied } = data;
  const trace = createTrace();
  const findings: Finding[] = [...checkWritten(data), ...checkComparisons(data)];
  // Numbered among those that are printed: one alone is «Phụ lục» (Phụ lục I, III.1.a).
  const standing = manifest.appendices.filter(({ table }) => data.tables[table]);
  const appendixOf = new Map(standing.map(({ table }, index) => [table, { id: `appendix-${index + 1}`, label: standing.length === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[index]}` }]));
  const context = templateContext(data);
  const tables: TableSetting = { trace, findings, provinces: provincesOn(data.dates.to), tableOf: (form) => Object.values(data.tables).find((one) => one?.form.id === form) };
  const captions = new Map<string, readonly Inline[]>();
  const shared: Omit<RenderState, 'slots' | 'files'> = {
    data,
    trace,
    findings,
    tables,
    captions,
    appendices: appendixOf,
    chartOf: (name) => toChartBlock(name, manifest.charts[name]!, captions.get(placeholder('chart', name)) ?? [], data, trace),
    cautions: new Set(),
    asked: new Map(),
    told: new Map(),
    references: [],
  };
  const render = (compiled: CompiledTemplate): readonly Block[] => {
    const state: RenderState = { ...shared, slots: [], files: compiled.files };
    const marked = compiled.run(context, { state });
    return toBlocks(takeLineMarks(marked, compiled.files), state.slots);
  };
  const line = (compiled: CompiledTemplate): readonly Inline[] => render(compiled).flatMap((block) => (block.type === 'paragraph' ? block.inlines : []));

  for (const [name, compiled] of template.captions) captions.set(name, line(compiled));
  const told = line(template.subject);
  // Ô 5b: the trích yếu of a công văn begins with «V/v».
  const lone: readonly Inline[] = manifest.typeName === undefined ? [{ type: 'text', text: 'V/v ' }, ...told] : told;
  const subject = addition ? [...lone, { type: 'break' } as const, ...line(addition.subject)] : lone;
  const changes = addition ? render(addition.body) : [];
  const rendered = [...changes, ...withEndMark(render(template.body))];
  const attachedTo = attachedToInlines(data, identity.name);
  const unnumbered = manifest.appendices.flatMap((declared, index): Appendix[] => {
    const table = ownRow(data, declared.table);
    const compiled = template.appendices[index]!;
    if (!table) return [];
    const { id, label } = appendixOf.get(declared.table)!;
    return [
      {
        id,
        label,
        title: line(compiled.title),
        ...(compiled.subtitle ? { subtitle: line(compiled.subtitle) } : {}),
        attachedTo,
        orientation: declared.orientation,
        blocks: withEndMark([toTableBlock(`${id}-table`, table, tables)]),
      },
    ];
  });
  const { body, appendices, findings: unplaced } = numberExhibits(rendered, unnumbered, shared.references);
  findings.push(...unplaced, ...checkTold(data, shared.told), ...checkCriteria(data, shared.asked));
  const own = agency.documents[manifest.id];
  const date = dateOf(data);
  const signer = validOn(own?.signers ?? agency.signers, date);
  if (signer.authority.length === 0) findings.push(found('signer-unknown', { in: 'file', file: agency.file }, { document: manifest.id }));
  const symbol = symbolOf(data);
  if (symbol === undefined) findings.push(found('symbol-unknown', { in: 'file', file: agency.file }, { document: manifest.id }));
  const rests = [...trace.printed.values()].some(({ quantity }) => isIllustrative(quantity));
  const illustrative = rests || data.written.some(({ slot, illustrative: marked }) => marked && manifest.written[slot] !== undefined);
  const document: OfficialDocument = {
    letterhead: { parent: identity.parent, issuer: identity.issuer },
    number: [{ type: 'text', text: 'Số: ' }, ...numberInlines(data)],
    placeAndDate: [{ type: 'text', text: `${agency.place}, ngày ` }, ...dateInlines(data)],
    title: { ...(manifest.typeName === undefined ? {} : { typeName: manifest.typeName }), subject },
    ...(own?.urgency || own?.circulation ? { marks: { ...(own.urgency ? { urgency: own.urgency } : {}), ...(own.circulation ? { circulation: own.circulation } : {}) } } : {}),
    ...(own?.drafter === undefined ? {} : { drafter: own.drafter }),
    ...(agency.address.length === 0 ? {} : { address: agency.address }),
    ...(illustrative ? { illustrativeNotice: NOTICE } : {}),
    ...(addition ? { replacing: { blocks: changes.length } } : {}),
    addressees: remedied?.addressees ?? (data.unit ? [data.unit.name] : (own?.addressees ?? [])),
    ...(own?.contents === undefined ? {} : { contents: { title: CONTENTS_TITLE, levels: own.contents } }),
    body,
    recipients: remedied?.recipients ?? own?.recipients ?? [],
    signature: { authority: signer.authority, ...(signer.name === undefined ? {} : { name: signer.name }) },
    appendices,
    properties: {
      title: manifest.typeName ?? LETTER.toLocaleUpperCase('vi'),
      subject: inlineText(subject).replaceAll('\n', ' '),
      author: identity.name,
      date,
    },
  };
  const form = checkForm({ document, agency, ...(symbol === undefined ? {} : { symbol }), date });
  const validity = data.registers ? checkValidity({ document, agency, registers: data.registers, legalBases: own?.legalBases ?? [], file: data.manifest.file, date }) : [];
  return { document, ...(symbol === undefined ? {} : { symbol }), figures: trace.printed, findings: [...findings, ...checkReferences(document, data.manifest.file), ...form, ...validity] };
}

/** The day whose names and signer hold: of issue, before it the period's last. */
function dateOf({ issue, dates }: DocumentData): string {
  return issue?.date ?? dates.to;
}

/** A document for one unit prints that unit's row alone, without totals of the others. */
export function ownRow({ tables, unit, manifest }: DocumentData, name: string): DerivedTable | undefined {
  const table = tables[name];
  if (!table || !unit || manifest.perUnit === undefined || table.form.rows !== 'units') return table;
  const { total, ratio, ...form } = table.form;
  // Notes of a ratio row speak of marks that are not printed then.
  return { ...table, form: { ...form, notes: ratio ? [] : form.notes }, items: table.items.filter(({ id }) => id === unit.id) };
}

/** «./.» behind the last words of the body and of each phụ lục (Phụ lục III, all mẫu). */
function withEndMark(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  switch (last?.type) {
    case 'paragraph':
    case 'heading':
      return [...before, { ...last, inlines: endMarked(last.inlines) }];
    case 'list': {
      const item = last.items.at(-1);
      if (item) return [...before, { ...last, items: [...last.items.slice(0, -1), { ...item, inlines: endMarked(item.inlines) }] }];
      break;
    }
    case 'chart':
    case 'table': {
      // Among the notes, so that it never stands alone on a page behind its table.
      const note = last.notes.at(-1) ?? [];
      return [...before, { ...last, notes: [...last.notes.slice(0, -1), endMarked(note)] }];
    }
  }
  return [...blocks, { type: 'paragraph', role: 'note', inlines: [{ type: 'text', text: END_MARK }] }];
}

function endMarked(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last?.type === 'text') return [...inlines.slice(0, -1), { type: 'text', text: last.text.replace(/[.;,\s]+$/, '') + END_MARK }];
  return [...inlines, { type: 'text', text: END_MARK }];
}
