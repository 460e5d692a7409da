/** What the lanes of the bench are given, made before any clock runs: the composed trees for our writers, the same words as plain strings for the floor. */
import { blankText, closeListLine, inlineText, spanGrid } from '../../dist/document/walk.js';
import { composeJob } from '../../dist/pipeline/compose-job.js';
import { withSession } from '../../dist/pipeline/session.js';
import { pageStyle } from '../../dist/render/style.js';
import { createNodeHost } from '../../dist/store/node-host.js';

/** Size profile of the sample's agency. */
const STYLE = pageStyle('B');

/** `{ style, documents: [{ name, tree }] }`, every document of the workspace. */
export async function composeTrees(root) {
  const documents = await withSession(createNodeHost(root), { jobs: [] }, async ({ host, workspace, jobs, readPeriod }) => {
    const trees = [];
    for (const job of jobs) {
      const { composition } = await composeJob(job, workspace, readPeriod, host);
      if (!composition) throw new Error(`${job.id} was refused: run check on the workspace`);
      trees.push({ name: job.id.replaceAll('/', '_'), tree: composition.document });
    }
    return trees;
  });
  return { style: STYLE, documents };
}

/** A developer without our tree would hold a report like this: strings, runs of strings, tables as arrays of cells. */
export function plainContent({ name, tree }) {
  const { properties, letterhead, title, signature } = tree;
  return {
    name,
    title: properties.title,
    author: properties.author,
    parent: letterhead.parent,
    issuer: letterhead.issuer,
    number: inlineText(tree.number),
    placeAndDate: inlineText(tree.placeAndDate),
    typeName: title.typeName,
    subject: inlineText(title.subject),
    notice: tree.illustrativeNotice,
    addressees: tree.addressees,
    body: tree.body.flatMap(plainBlock),
    recipients: tree.recipients.map((one, index) => closeListLine(one, index === tree.recipients.length - 1)),
    authority: signature.authority,
    signer: signature.name ?? '',
    appendices: tree.appendices.map((appendix) => ({
      label: appendix.label,
      title: inlineText(appendix.title),
      subtitle: appendix.subtitle && inlineText(appendix.subtitle),
      attachedTo: inlineText(appendix.attachedTo),
      landscape: appendix.orientation === 'landscape',
      blocks: appendix.blocks.flatMap(plainBlock),
    })),
  };
}

function plainBlock(block) {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [{ kind: block.type, runs: plainRuns(block.inlines) }];
    case 'list':
      return block.items.map(({ mark, inlines }) => ({ kind: 'paragraph', runs: plainRuns([{ type: 'text', text: mark }, ...inlines]) }));
    case 'table':
      return [plainTable(block)];
    default:
      throw new Error(`the floor has no ${block.type}`);
  }
}

function plainTable({ columns, header, rows, unitLine, notes }) {
  const cells = (lines) => spanGrid(lines, columns.length).map((line, row, grid) => line.map((cell, column) => plainCell(cell, grid, row, column)));
  return {
    kind: 'table',
    aligns: columns.map(({ align }) => (align === 'centre' ? 'center' : align)),
    weights: columns.map(({ weight }) => weight),
    header: cells(header),
    rows: cells(rows.map((row) => row.cells)).map((line, row) => ({ ...rowLook(rows[row]), cells: line })),
    unitLine,
    notes: notes.map(plainRuns),
  };
}

/** null under a span; the text alone, or with its spans. */
function plainCell(cell, grid, row, column) {
  if (!cell) return '';
  if (grid[row - 1]?.[column] === cell || (column > 0 && grid[row][column - 1] === cell)) return null;
  const text = inlineText(cell.inlines);
  const { colSpan, rowSpan } = cell;
  return colSpan || rowSpan ? { text, colSpan, rowSpan } : text;
}

/** As our writers set them: totals and ratios bold, a ratio row that says how it looks as it says. */
function rowLook({ role, cells }) {
  if (role === 'item') return {};
  const italics = cells.some(({ inlines }) => inlines.some(({ type }) => type === 'emphasis'));
  return role === 'ratio' && italics ? { italics } : { bold: true };
}

/** Neighbours of one look joined; a string alone where nothing is emphasised. */
function plainRuns(inlines) {
  const runs = [];
  const visit = (inline, look) => {
    if (inline.children) return inline.children.forEach((child) => visit(child, { ...look, [inline.type === 'strong' ? 'bold' : 'italics']: true }));
    const text = inline.type === 'blank' ? blankText(inline.characters) : inline.type === 'break' ? '\n' : inline.text;
    const last = runs.at(-1);
    if (last && last.bold === look.bold && last.italics === look.italics) last.text += text;
    else if (text !== '') runs.push({ text, ...look });
  };
  inlines.forEach((inline) => visit(inline, {}));
  return runs.length === 1 && !runs[0].bold && !runs[0].italics ? runs[0].text : runs;
}
