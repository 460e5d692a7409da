/** The plain content of a report as a Typst document: Tinos, two-column head and foot, header rows repeated, a landscape page run for each appendix. */

/** A string of Typst: none of its signs is markup there. */
const quoted = (text) => `#${JSON.stringify(text)}`;
const runs = (given) =>
  (typeof given === 'string' ? [{ text: given }] : given)
    .map(({ text, bold, italics }) => {
      const lines = text.split('\n').map(quoted).join('#linebreak()');
      return `#text(${bold ? 'weight: "bold",' : ''}${italics ? 'style: "italic"' : ''})[${lines}]`;
    })
    .join('');
const line = (text, look = '') => `#align(center)[#text(${look})[${runs(text)}]]\n`;
const BOLD = 'weight: "bold"';
const ITALIC = 'style: "italic"';
const rule = (mm) => `#align(center)[#line(length: ${mm}mm, stroke: 0.75pt)]\n`;

function letterhead({ parent, issuer, number, placeAndDate }) {
  const left = [...parent.map((text) => line(text, 'size: 13pt')), ...issuer.map((text) => line(text, `size: 13pt, ${BOLD}`)), rule(20)].join('');
  const right = line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', `size: 13pt, ${BOLD}`) + line('Độc lập - Tự do - Hạnh phúc', BOLD) + rule(62);
  return `#grid(columns: (1fr, 98mm), row-gutter: 6pt, [${left}], [${right}], [${line(number, 'size: 13pt')}], [${line(placeAndDate, ITALIC)}])\n`;
}

function closing({ recipients, authority, signer }) {
  const left = [`#text(size: 12pt, ${BOLD}, ${ITALIC})[${quoted('Nơi nhận:')}]`, ...recipients.map(quoted)].join('#linebreak()');
  const right = [...authority.map((text) => line(text, BOLD)), '#v(30mm)', line(signer, BOLD)].join('');
  return `#block(breakable: false, above: 14pt)[#grid(columns: (1fr, 1fr), [#text(size: 11pt)[${left}]], [${right}])]\n`;
}

function dataTable({ aligns, weights, header, rows, unitLine, notes }) {
  const cells = (given, lookOf) =>
    given.flatMap((cell, column) => {
      if (cell === null) return [];
      const { text, colSpan = 1, rowSpan = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      const { align, bold, italics } = lookOf(column);
      return [`table.cell(colspan: ${colSpan}, rowspan: ${rowSpan}, align: ${align} + horizon)[${runs([{ text, bold, italics }])}]`];
    });
  const head = header.flatMap((row) => cells(row, () => ({ align: 'center', bold: true })));
  const body = rows.flatMap(({ cells: row, ...look }) => cells(row, (column) => ({ ...look, align: aligns[column] })));
  return [
    unitLine ? `#align(right)[#text(size: 11pt, ${ITALIC})[${quoted(unitLine)}]]\n` : '',
    `#[#set text(size: 11pt)\n#set par(justify: false, first-line-indent: 0pt)\n#table(columns: (${weights.map((weight) => `${weight}fr`).join(', ')}), stroke: 0.5pt, inset: (x: 2.5pt, y: 2pt), table.header(${head.join(', ')}), ${body.join(', ')})]\n`,
    ...notes.map((note) => `#text(size: 11pt)[${runs(note)}]\n\n`),
  ].join('');
}

function blocks(given) {
  return given.map((block) => (block.kind === 'table' ? dataTable(block) : `#text(${block.kind === 'heading' ? BOLD : ''})[${runs(block.runs)}]\n\n`)).join('');
}

/** Pages counted in each section, the first without a number. */
const section = (body, flipped) => `#page(flipped: ${flipped})[#counter(page).update(1)\n${body}]\n`;

export function typstSource(content) {
  const { title, author, typeName, subject, notice, addressees, body, appendices } = content;
  const main = [
    letterhead(content),
    '#v(12pt)',
    line(typeName, BOLD),
    line(subject, BOLD),
    rule(40),
    notice ? line(notice, ITALIC) : '',
    ...addressees.map((text) => `#v(12pt)${line(`Kính gửi: ${text}`)}`),
    `#[#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), spacing: 12pt, leading: 9pt)\n${blocks(body)}]\n`,
    closing(content),
  ].join('');
  const rest = appendices.map(({ label, title: name, subtitle, attachedTo, landscape, blocks: own }) => {
    const head = [line(label, BOLD), line(name, BOLD), subtitle ? line(subtitle) : '', line(attachedTo, ITALIC), rule(35)].join('');
    return section(head + blocks(own), landscape);
  });
  return `#set document(title: ${JSON.stringify(title)}, author: ${JSON.stringify(author)}, date: none)
#set page(paper: "a4", margin: (left: 30mm, top: 20mm, right: 15mm, bottom: 20mm), header: context { let n = counter(page).get().first(); if n > 1 { align(center)[#n] } })
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(spacing: 6pt, leading: 6pt)
${section(main, false)}${rest.join('')}`;
}
