/** The entry of this folder: a manifest, its template and a job's data → one document tree with every printed figure traced. */
import type { Appendix, Block, Inline, OfficialDocument } from '../document/tree.js';
import { capitalise } from '../finding/capitalise.js';
import type { Finding } from '../finding/finding.js';
import { isIllustrative } from '../statistics/dataset.js';
import { provincesOn } from '../statistics/provinces.js';
import { datePieces } from '../statistics/format-figure.js';
import { validOn } from './agency.js';
import type { DocumentData } from './document-data.js';
import { checkComparisons, checkCriteria, checkReferences, checkTold, checkWritten } from './check-composition.js';
import { checkForm } from './check-form.js';
import { checkValidity } from './check-validity.js';
import type { CompiledTemplate } from './compile.js';
import type { RenderState } from './call.js';
import { toChartBlock } from './charts.js';
import { toBlocks } from './markdown.js';
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
  readonly figures: ReadonlyMap<string, PrintedFigure>;
  readonly findings: readonly Finding[];
}

const NOTICE = '(Văn bản có số liệu, nội dung minh họa)';
const END_MARK = './.';
const CONTENTS_TITLE = 'MỤC LỤC';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'] as const;

export function compose(template: DocumentTemplate, data: DocumentData): Composition {
  const { manifest, agency, identity } = data;
  const trace = createTrace();
  const findings: Finding[] = [...checkWritten(data), ...checkComparisons(data)];
  const labels = manifest.appendices.map((_, index) => (manifest.appendices.length === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[index]}`));
  const appendixOf = new Map(manifest.appendices.map(({ table }, index) => [table, { id: `appendix-${index + 1}`, label: labels[index]! }]));
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
  const subject = line(template.subject);
  const rendered = withEndMark(render(template.body));
  const attachedTo = attachedToLine(data);
  const unnumbered = manifest.appendices.flatMap((declared, index): Appendix[] => {
    const table = data.tables[declared.table];
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
  const signer = validOn(agency.signers, data.dates.to);
  const own = agency.documents[manifest.id];
  const rests = [...trace.printed.values()].some(({ quantity }) => isIllustrative(quantity));
  const illustrative = rests || data.written.some(({ slot, illustrative: marked }) => marked && manifest.written[slot] !== undefined);
  const document: OfficialDocument = {
    letterhead: { parent: identity.parent, issuer: identity.issuer },
    number: [{ type: 'text', text: 'Số: ' }, { type: 'blank', of: 'number', characters: 7 }, { type: 'text', text: `/${symbolOf(data)}` }],
    placeAndDate: [{ type: 'text', text: `${agency.place}, ngày ` }, ...blankDate(data)],
    title: { typeName: manifest.typeName, subject },
    ...(illustrative ? { illustrativeNotice: NOTICE } : {}),
    addressees: own?.addressees ?? [],
    ...(own?.contents === undefined ? {} : { contents: { title: CONTENTS_TITLE, levels: own.contents } }),
    body,
    recipients: own?.recipients ?? [],
    signature: { authority: signer.authority, ...(signer.name === undefined ? {} : { name: signer.name }) },
    appendices,
    properties: {
      title: manifest.typeName,
      subject: plainText(subject),
      author: identity.name,
      date: data.dates.to,
    },
  };
  const { to: date } = data.dates;
  const form = checkForm({ document, agency, symbol: symbolOf(data), date });
  const validity = data.registers ? checkValidity({ document, agency, registers: data.registers, legalBases: own?.legalBases ?? [], file: manifest.file, date }) : [];
  return { document, figures: trace.printed, findings: [...findings, ...checkReferences(document, manifest.file), ...form, ...validity] };
}

/** «BC-TTHC»: abbreviation of the tên loại, then of the agency (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3). */
function symbolOf({ manifest, agency }: DocumentData): string {
  return `${manifest.typeSymbol}-${agency.symbol}`;
}

function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
}

/** «…tháng … năm 2021» with room for day and month: the văn thư gives them at issue. The year too where the period is one: its report is written in the next, nobody knows when. */
function blankDate({ dates, period }: DocumentData): readonly Inline[] {
  const { year } = datePieces(dates.to);
  return [
    { type: 'blank', of: 'day', characters: 5 },
    { type: 'text', text: ' tháng ' },
    { type: 'blank', of: 'month', characters: 5 },
    { type: 'text', text: period.kind === 'year' ? ' năm ' : ` năm ${year}` },
    ...(period.kind === 'year' ? [{ type: 'blank', of: 'year', characters: 8 } as const] : []),
  ];
}

/** «(Kèm theo Báo cáo số …/BC-TTHC ngày … tháng … năm 2021 của …)» (Phụ lục I, III.1.c). */
function attachedToLine(data: DocumentData): readonly Inline[] {
  const name = capitalise(data.manifest.typeName.toLocaleLowerCase('vi'));
  return [
    { type: 'text', text: `(Kèm theo ${name} số ` },
    { type: 'blank', of: 'number', characters: 7 },
    { type: 'text', text: `/${symbolOf(data)} ngày ` },
    ...blankDate(data),
    { type: 'text', text: ` của ${data.identity.name})` },
  ];
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
