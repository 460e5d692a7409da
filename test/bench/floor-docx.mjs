/** The report with the docx library by hand: named styles, true spans, repeated header rows, a landscape section for each appendix. */
import {
  AlignmentType, BorderStyle, Document, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType,
  TableRow, TextRun, VerticalAlignTable, WidthType,
} from 'docx';

const mm = (length) => Math.round((length * 1440) / 25.4);
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) };
const PORTRAIT = mm(210) - MARGIN.left - MARGIN.right;
const LANDSCAPE = mm(297) - MARGIN.left - MARGIN.right;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER };
const CENTRE = AlignmentType.CENTER;

const style = (id, run, paragraph) => ({ id, name: id, basedOn: 'Normal', run, paragraph });
const STYLES = {
  default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } },
  paragraphStyles: [
    style('Body', {}, {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: mm(12.7) },
      spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
    }),
    { ...style('Section', { bold: true }, { keepNext: true, outlineLevel: 1 }), basedOn: 'Body' },
    style('Centre', {}, { alignment: CENTRE }),
    style('CentreBold', { bold: true }, { alignment: CENTRE }),
    style('CentreItalic', { italics: true }, { alignment: CENTRE }),
    style('CellHead', { size: 22, bold: true }, { alignment: CENTRE, spacing: { before: 20, after: 20 } }),
    style('Cell-left', { size: 22 }, { spacing: { before: 20, after: 20 } }),
    style('Cell-center', { size: 22 }, { alignment: CENTRE, spacing: { before: 20, after: 20 } }),
    style('Cell-right', { size: 22 }, { alignment: AlignmentType.RIGHT, spacing: { before: 20, after: 20 } }),
    style('Unit', { size: 22, italics: true }, { alignment: AlignmentType.RIGHT, keepNext: true, spacing: { before: 120, after: 40 } }),
    style('Note', { size: 22 }, { spacing: { before: 40 } }),
    style('Recipient', { size: 22 }, {}),
  ],
};

const runs = (given) => (typeof given === 'string' ? [new TextRun(given)] : given.map((run) => new TextRun(run)));
const line = (id, text, options) => new Paragraph({ style: id, children: runs(text), ...options });

/** A drawn rule: a paragraph with an upper border between two indents. */
function rule(width, length) {
  const side = Math.round((width - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 50, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  });
}

function twoColumns(widths, rows) {
  const cell = (children, column) => new TableCell({ width: { size: widths[column], type: WidthType.DXA }, children });
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
  });
}

function letterhead({ parent, issuer, number, placeAndDate }) {
  const right = mm(98);
  const left = PORTRAIT - right;
  const small = (id, text) => line(id, [{ text, size: 26 }]);
  return twoColumns([left, right], [
    [
      [...parent.map((text) => small('Centre', text)), ...issuer.map((text) => small('CentreBold', text)), rule(left, mm(20))],
      [small('CentreBold', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), line('CentreBold', 'Độc lập - Tự do - Hạnh phúc'), rule(right, mm(62))],
    ],
    [[line('Centre', [{ text: number, size: 26 }], { spacing: { before: 120 } })], [line('CentreItalic', placeAndDate, { spacing: { before: 120 } })]],
  ]);
}

function closing({ recipients, authority, signer }) {
  return twoColumns([PORTRAIT / 2, PORTRAIT / 2], [
    [
      [line('Recipient', [{ text: 'Nơi nhận:', size: 24, bold: true, italics: true }]), ...recipients.map((text) => line('Recipient', text))],
      [...authority.map((text) => line('CentreBold', text)), line('CentreBold', signer, { spacing: { before: mm(30) } })],
    ],
  ]);
}

function dataTable({ aligns, weights, header, rows, unitLine, notes }, width) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const widths = weights.map((weight) => Math.round((width * weight) / sum));
  // null is a place under a span; docx itself writes the cells that continue a span downwards.
  const cells = (given, styleOf, look) =>
    given.flatMap((cell, column) => {
      if (cell === null) return [];
      const { text, colSpan: columnSpan, rowSpan } = typeof cell === 'string' ? { text: cell } : cell;
      const children = [line(styleOf(column), text === '' ? [] : [{ text, ...look }])];
      return [new TableCell({ children, columnSpan, rowSpan, verticalAlign: VerticalAlignTable.CENTER, width: { size: widths[column], type: WidthType.DXA } })];
    });
  return [
    ...(unitLine ? [line('Unit', unitLine)] : []),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: mm(0.9), right: mm(0.9) },
      rows: [
        ...header.map((row) => new TableRow({ tableHeader: true, cantSplit: true, children: cells(row, () => 'CellHead') })),
        ...rows.map(({ cells: row, ...look }) => new TableRow({ cantSplit: true, children: cells(row, (column) => `Cell-${aligns[column]}`, look) })),
      ],
    }),
    ...notes.map((note) => line('Note', note)),
  ];
}

function blocks(given, width) {
  return given.flatMap((block) => (block.kind === 'table' ? dataTable(block, width) : [line(block.kind === 'heading' ? 'Section' : 'Body', block.runs)]));
}

function section(children, orientation) {
  const pageNumber = new Paragraph({ style: 'Centre', children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  return {
    properties: { titlePage: true, page: { size: { width: mm(210), height: mm(297), orientation }, margin: MARGIN, pageNumbers: { start: 1 } } },
    headers: { default: new Header({ children: [pageNumber] }) },
    children,
  };
}

export function floorDocx(content) {
  const main = [
    letterhead(content),
    line('CentreBold', content.typeName, { spacing: { before: 240 } }),
    line('CentreBold', content.subject),
    rule(PORTRAIT, mm(40)),
    ...(content.notice ? [line('CentreItalic', content.notice)] : []),
    ...content.addressees.map((text) => line('Centre', `Kính gửi: ${text}`, { spacing: { before: 240, after: 120 } })),
    ...blocks(content.body, PORTRAIT),
    line('Body', []),
    closing(content),
  ];
  const appendices = content.appendices.map(({ label, title, subtitle, attachedTo, landscape, blocks: own }) => {
    const width = landscape ? LANDSCAPE : PORTRAIT;
    const head = [line('CentreBold', label), line('CentreBold', title), ...(subtitle ? [line('Centre', subtitle)] : []), line('CentreItalic', attachedTo), rule(width, mm(35))];
    return section([...head, ...blocks(own, width)], landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT);
  });
  const { title, author: creator } = content;
  return Packer.toBuffer(new Document({ title, creator, styles: STYLES, sections: [section(main, PageOrientation.PORTRAIT), ...appendices] }));
}
