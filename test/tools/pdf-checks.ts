/** Checks of a PDF file by qpdf, poppler and MuPDF: one sentence for each fault, empty is good. */
import { runTool } from './tools.js';

export async function qpdfFaults(file: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runTool('qpdf', ['--check', file]);
  return code === 0 ? [] : [`qpdf --check ends with ${code}: ${(stderr + stdout).trim()}`];
}

export async function pageCount(file: string): Promise<number> {
  const { stdout } = await runTool('pdfinfo', [file]);
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1] ?? 0);
}

/** Every font embedded, and with a map to Unicode: without it a reader copies rubbish. */
export async function fontFaults(file: string): Promise<readonly string[]> {
  const { stdout } = await runTool('pdffonts', [file]);
  const rows = stdout.trimEnd().split('\n').slice(2);
  if (rows.length === 0) return ['no font'];
  return rows.flatMap((row) => {
    const match = /^(.*?)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row);
    if (!match) return [`pdffonts writes a line that is not understood: ${row}`];
    const [, font, embedded, , unicode] = match;
    return [...(embedded === 'yes' ? [] : [`${font} is not embedded`]), ...(unicode === 'yes' ? [] : [`${font} has no map to Unicode`])];
  });
}

/** A point more than a letter may stand out of its box. */
const TOLERANCE_PT = 1;

/** Missing glyphs, letters without a meaning, and text that is off its page. */
export async function glyphFaults(file: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runTool('mutool', ['trace', file]);
  const faults = code === 0 ? [] : [`mutool trace ends with ${code}: ${stderr.trim()}`];
  let page = '';
  let box: readonly number[] = [];
  let transform: readonly number[] = [];
  let size: readonly number[] = [];
  const numbers = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number);
  const attribute = (line: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(line)?.[1] ?? '';
  for (const line of stdout.split('\n')) {
    if (/<page /.test(line)) {
      page = attribute(line, 'number');
      box = numbers(attribute(line, 'mediabox'));
    } else if (/<(fill|stroke|clip|clip_stroke|ignore)_text /.test(line)) transform = numbers(attribute(line, 'transform'));
    else if (/<span /.test(line)) size = numbers(attribute(line, 'trm'));
    else if (/<g /.test(line)) {
      const unicode = attribute(line, 'unicode');
      const glyph = attribute(line, 'glyph');
      const [x, y] = [Number(attribute(line, 'x')), Number(attribute(line, 'y'))];
      const where = `page ${page}: «${unicode}» at ${x}, ${y}`;
      if (glyph === '-1' || glyph === '0' || /notdef/.test(glyph)) faults.push(`${where} has no glyph`);
      if (unicode === '' || /\uFFFD|&#xfffd;/i.test(unicode)) faults.push(`${where} has no meaning in Unicode`);
      const end = Number(attribute(line, 'adv'));
      for (const advance of [0, end]) {
        const [px, py] = place(x + advance * (size[0] ?? 0), y + advance * (size[1] ?? 0), transform);
        const [left, top, right, bottom] = box as [number, number, number, number];
        if (px < left - TOLERANCE_PT || px > right + TOLERANCE_PT || py < top - TOLERANCE_PT || py > bottom + TOLERANCE_PT) {
          faults.push(`${where} is off the page (${px.toFixed(1)}, ${py.toFixed(1)} of ${right} × ${bottom})`);
          break;
        }
      }
    }
  }
  return faults;
}

function place(x: number, y: number, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
