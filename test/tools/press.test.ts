/** Our press against pdfmake and pdfkit as they are, painted by two programs: not one point differs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { everything, ours, plainly } from '../render/pdf/plain-press.js';
import { runTool, toolTest } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-press-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  writeFileSync(join(folder, 'ours.pdf'), await ours(everything));
  writeFileSync(join(folder, 'plain.pdf'), await plainly(everything));
});

/** Painted pages by name. */
function painted(name: string): readonly Buffer[] {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`)).sort();
  return files.map((file) => readFileSync(join(folder, file)));
}

async function expectSame(paint: (name: string) => Promise<unknown>): Promise<void> {
  for (const name of ['ours', 'plain']) await paint(name);
  const [seen, expected] = [painted('ours'), painted('plain')];
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.map((page, index) => Buffer.compare(page, expected[index]!))).toEqual(seen.map(() => 0));
  for (const file of readdirSync(folder).filter((one) => !one.endsWith('.pdf'))) rmSync(join(folder, file));
}

describe('the press', () => {
  toolTest('paints what pdfmake paints, by MuPDF', ['mutool'], () => expectSame((name) => runTool('mutool', ['draw', '-q', '-r', '100', '-o', join(folder, `${name}-%d.ppm`), join(folder, `${name}.pdf`)])));
  toolTest('paints what pdfmake paints, by poppler', ['pdftoppm'], () => expectSame((name) => runTool('pdftoppm', ['-r', '100', join(folder, `${name}.pdf`), join(folder, name)])));
});
