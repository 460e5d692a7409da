/** The entry of this folder: a manifest, its template and a job's data → one document tree with every printed figure traced. */
import type { Appendix, Block, Inline, OfficialDocument } from '../document/tree.js';
import { capitalise } from '../finding/capitalise.js';
import type { Finding } from '../finding/finding.js';
import { isIllustrative } from '../statistics/dataset.js';
import { provincesOn } from '../statistics/provinces.js';
import { datePieces } from '../statistics/format-figure.js';
import { validOn } from './agency.js';
import { templateContext, type DocumentData } from './document-data.js';
import { checkComparisons, checkReferences, checkWritten } from './check-composition.js';
import { checkForm } from './check-form.js';
import type { CompiledTemplate } from './compile.js';
import type { RenderState } from './helpers.js';
import { toBlocks } from './markdown.js';
import { takeLineMarks } from './slots.js';
import { toTableBlock } from './table-block.js';
import { createTrace, type PrintedFigure } from './trace.js';

/** The templates of one document kind, compiled once a run. */
export interface DocumentTemplate {
  readonly body: CompiledTemplate;
  readonly subject: CompiledTemplate;
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
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'] as const;

export function compose(template: DocumentTemplate, data: DocumentData): Composition {
  const { manifest, agency, identity } = data;
  const trace = createTrace();
  const findings: Finding[] = [...checkWritten(data), ...checkComparisons(data)];
  const labels = manifest.appendices.map((_, index) => (manifest.appendices.length === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[index]}`));
  const appendixOf = new Map(manifest.appendices.map(({ table }, index) => [table, { id: `appendix-${index + 1}`, label: labels[index]! }]));
  const context = templateContext(data);
  const render = (compiled: CompiledTemplate): readonly Block[] => {
    const state: RenderState = { data, trace, slots: [], findings, files: compiled.files, appendices: appendixOf };
    const marked = compiled.run(context, { state });
    return toBlocks(takeLineMarks(marked, compiled.files), state.slots);
  };
  const line = (compiled: CompiledTemplate): readonly Inline[] => render(compiled).flatMap((block) => (block.type === 'paragraph' ? block.inlines : []));

  const subject = line(template.subject);
  const body = withEndMark(render(template.body));
  const attachedTo = attachedToLine(data);
  const appendices = manifest.appendices.flatMap((declared, index): Appendix[] => {
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
        blocks: withEndMark([toTableBlock(`${id}-table`, table, { trace, findings, provinces: provincesOn(data.dates.to), tableOf: (form) => Object.values(data.tables).find((one) => one?.form.id === form) })]),
      },
    ];
  });
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
  return { document, figures: trace.printed, findings: [...findings, ...checkReferences(document, data.manifest.file), ...checkForm({ document, agency, symbol: symbolOf(data), date: data.dates.to })] };
}

/** «BC-TTHC»: abbreviation of the tên loại, then of the agency (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3). */
function symbolOf({ manifest, agency }: DocumentData): string {
  return `${manifest.typeSymbol}-${agency.symbol}`;
}

function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
}

/** «…tháng … năm 2021» with room for day and month: the văn thư gives them at issue. */
function blankDate({ dates }: DocumentData): readonly Inline[] {
  const { year } = datePieces(dates.to);
  return [
    { type: 'blank', of: 'day', characters: 5 },
    { type: 'text', text: ' tháng ' },
    { type: 'blank', of: 'month', characters: 5 },
    { type: 'text', text: ` năm ${year}` },
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
