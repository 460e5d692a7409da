/** The report with pdfmake by hand: Tinos, two-column head and foot, header rows repeated, a landscape page run for each appendix. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');

const font = (file) => require.resolve(`@expo-google-fonts/tinos/${file}`);
const FONTS = {
  Tinos: {
    normal: font('400Regular/Tinos_400Regular.ttf'),
    bold: font('700Bold/Tinos_700Bold.ttf'),
    italics: font('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    bolditalics: font('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
  },
};
pdfmake.setFonts(FONTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => Object.values(FONTS.Tinos).includes(file));

const mm = (length) => (length * 72) / 25.4;
const MARGINS = [mm(30), mm(20), mm(15), mm(20)];
const PORTRAIT = mm(210) - mm(45);
const LANDSCAPE = mm(297) - mm(45);
const PADDING = 2.5;
const LINE = 0.5;

const LAYOUT = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 1.5,
  paddingBottom: () => 2,
};

const STYLES = {
  body: { alignment: 'justify', lineHeight: 1.15, margin: [0, 6, 0, 0], leadingIndent: mm(12.7) },
  section: { alignment: 'justify', bold: true, lineHeight: 1.15, margin: [0, 6, 0, 0], leadingIndent: mm(12.7) },
  centre: { alignment: 'center' },
  centreBold: { alignment: 'center', bold: true },
  centreItalic: { alignment: 'center', italics: true },
  table: { fontSize: 11 },
  unit: { fontSize: 11, italics: true, alignment: 'right', margin: [0, 6, 0, 2] },
  note: { fontSize: 11, margin: [0, 2, 0, 0] },
};

const line = (style, text, more) => ({ text, style, ...more });
/** pdfmake writes into what it is given, so runs are copied. */
const copied = (given) => (typeof given === 'string' ? given : given.map((run) => ({ ...run })));
const rule = (length) => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.75 }], alignment: 'center', margin: [0, 3, 0, 0] });

function letterhead({ parent, issuer, number, placeAndDate }) {
  const right = mm(98);
  const left = PORTRAIT - right;
  const small = { fontSize: 13 };
  return [
    {
      columns: [
        { width: left, stack: [...parent.map((text) => line('centre', text, small)), ...issuer.map((text) => line('centreBold', text, small)), rule(mm(20))] },
        {
          width: right,
          stack: [line('centreBold', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', small), line('centreBold', 'Độc lập - Tự do - Hạnh phúc'), rule(mm(62))],
        },
      ],
    },
    { columns: [line('centre', number, { ...small, width: left }), line('centreItalic', placeAndDate, { width: right })], margin: [0, 6, 0, 0] },
  ];
}

function closing({ recipients, authority, signer }) {
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      {
        columns: [
          { width: '*', fontSize: 11, stack: [{ text: 'Nơi nhận:', fontSize: 12, bold: true, italics: true }, ...recipients] },
          { width: '*', style: 'centreBold', stack: [...authority, { text: signer, margin: [0, mm(30), 0, 0] }] },
        ],
      },
    ],
  };
}

function dataTable({ aligns, weights, header, rows, unitLine, notes }, width) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const widths = weights.map((weight) => ((width - LINE) * weight) / sum - 2 * PADDING - LINE);
  const cells = (given, lookOf) => given.map((cell, column) => (cell === null ? {} : { ...(typeof cell === 'string' ? { text: cell } : cell), ...lookOf(column) }));
  const head = { bold: true, alignment: 'center' };
  return [
    ...(unitLine ? [line('unit', unitLine)] : []),
    {
      style: 'table',
      layout: LAYOUT,
      table: {
        widths,
        headerRows: header.length,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        body: [...header.map((row) => cells(row, () => head)), ...rows.map(({ cells: row, ...look }) => cells(row, (column) => ({ ...look, alignment: aligns[column] })))],
      },
    },
    ...notes.map((note) => line('note', copied(note))),
  ];
}

function blocks(given, width) {
  return given.flatMap((block) => (block.kind === 'table' ? dataTable(block, width) : [line(block.kind === 'heading' ? 'section' : 'body', copied(block.runs))]));
}

/** Pages counted in each section, the first without a number. */
function section(content, orientation) {
  let first;
  const header = (page) => {
    first ??= page;
    return page === first ? null : line('centre', String(page - first + 1), { margin: [mm(30), mm(10), mm(15), 0] });
  };
  return { section: { stack: content }, pageSize: 'A4', pageOrientation: orientation, pageMargins: MARGINS, header };
}

export function floorPdf(content) {
  const main = [
    ...letterhead(content),
    line('centreBold', content.typeName, { margin: [0, 12, 0, 0] }),
    line('centreBold', content.subject),
    rule(mm(40)),
    ...(content.notice ? [line('centreItalic', content.notice)] : []),
    ...content.addressees.map((text) => line('centre', `Kính gửi: ${text}`, { margin: [0, 12, 0, 6] })),
    ...blocks(content.body, PORTRAIT),
    closing(content),
  ];
  const appendices = content.appendices.map(({ label, title, subtitle, attachedTo, landscape, blocks: own }) => {
    const head = [line('centreBold', label), line('centreBold', title), ...(subtitle ? [line('centre', subtitle)] : []), line('centreItalic', attachedTo), rule(mm(35))];
    return section([...head, ...blocks(own, landscape ? LANDSCAPE : PORTRAIT)], landscape ? 'landscape' : 'portrait');
  });
  const definition = {
    content: [section(main, 'portrait'), ...appendices],
    info: { title: content.title, author: content.author },
    language: 'vi-VN',
    styles: STYLES,
    defaultStyle: { font: 'Tinos', fontSize: 14, lineHeight: 1 },
  };
  return pdfmake.createPdf(definition).getBuffer();
}
