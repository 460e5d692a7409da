/** PDFs written by hand, for testing what reads and checks PDFs. */

/** Points from the bottom left, what stands there, and its size (12). */
export type Placed = readonly [x: number, y: number, text: string, sizePt?: number];

/** A4 pages in Helvetica, which every reader has and no PDF of ours may use: it is not embedded. */
export function handWrittenPdf(...pages: readonly (readonly Placed[])[]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((page, at) => {
      const content = page.map(([x, y, text, sizePt = 12]) => `BT /F1 ${sizePt} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()]/g, '\\$&')}) Tj ET`).join('\n');
      return [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`, `<</Length ${content.length}>>stream\n${content}\nendstream\n`];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new TextEncoder().encode(file);
}
