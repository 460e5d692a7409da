/** The long sample document as LibreOffice opens it: notes at the foot of the page of their mark, the body behind the table of contents. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { writeDocx } from '../../src/render/docx/write-docx.js';
import { pageStyle } from '../../src/render/style.js';
import { writeXlsx } from '../../src/render/xlsx/write-xlsx.js';
import { longDocument } from '../support/long-document.js';
import { readPdfPages, type PdfPage } from '../support/readers/pdf-text.js';
import { wordsOf } from '../support/readers/words.js';
import { convertWithOffice } from './office.mjs';
import { tool, toolTest } from './tools.js';
import { formulaFaults } from './workbook-checks.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-long-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function printed(): Promise<readonly PdfPage[]> {
  const file = join(folder, 'long.docx');
  writeFileSync(file, (await writeDocx(longDocument(), pageStyle('A'), { contentsPages: [2, 2, 2, 3, 3, 3] })).bytes);
  return readPdfPages(readFileSync(await convertWithOffice(tool('soffice'), file, 'pdf', folder)));
}

/** Raised marks stand on lines of their own or before the note; they are left out. */
const lineTexts = ({ lines }: PdfPage): readonly string[] =>
  lines.map(({ items }) => wordsOf(items.filter(({ sizePt }) => sizePt > 9).map(({ text }) => text).join('')).join(' ')).filter((line) => line !== '');
const textOf = (page: PdfPage): string => lineTexts(page).join(' ');

/** Words that stand near a mark, and the note it belongs to. */
const MARKED: readonly (readonly [near: string, note: string])[] = [
  ['Thực hiện chế độ báo cáo', 'Nghị định số 09/2019/NĐ-CP'],
  ['công ích', 'Gồm nhận tại nhà và tại 109 điểm'],
  ['Lĩnh vực phối hợp với cấp', 'Trung tâm tiếp nhận, chuyển'],
  ['Tổng cộng', 'Trong đó 12 hồ sơ quá hạn.'],
  ['Về khảo sát:', 'Thực hiện theo bộ tiêu chí'],
  ['Sở Kế hoạch và Đầu tư', 'Kể cả hồ sơ liên thông thuế.'],
];

describe('the long document in LibreOffice', () => {
  toolTest('has each note below everything else on the page of its mark', ['soffice'], async () => {
    const pages = await printed();
    for (const [near, note] of MARKED) {
      const page = pages.find((one) => lineTexts(one).some((line) => line.startsWith(note)))!;
      expect(page, note).toBeDefined();
      expect(textOf(page)).toContain(near);
      const lines = lineTexts(page);
      const first = lines.findIndex((line) => MARKED.some(([, text]) => line.startsWith(text)));
      expect(lines.findLastIndex((line) => line.includes(near))).toBeLessThan(first);
    }
  });

  toolTest('shows the table of contents with its pages on the first page, the body from the second', ['soffice'], async () => {
    const [first, second] = (await printed()) as [PdfPage, PdfPage];
    expect(textOf(first)).toMatch(/MỤC LỤC I\. TÌNH HÌNH.*2022\.+ ?2 1\. Công tác chỉ đạo, điều hành\.+ ?2 .*III\. .*\.+ ?3 Phụ lục I: KẾT QUẢ .* Phụ lục II: NHIỆM VỤ TRỌNG TÂM NĂM 2023$/);
    expect(lineTexts(second).slice(0, 2)).toEqual(['2', expect.stringMatching(/^Thực hiện chế độ báo cáo/)]);
  });

  toolTest('repeats header and formulas where the table goes on', ['soffice'], async () => {
    const pages = await printed();
    expect(pages.filter((page) => textOf(page).includes('(3)=(4)+(5)'))).toHaveLength(pages.filter((page) => /Lĩnh vực, cơ quan/.test(textOf(page))).length);
  });

  toolTest('computes as a workbook to what it stores', ['soffice'], async () => {
    const file = join(folder, 'long.xlsx');
    writeFileSync(file, (await writeXlsx(longDocument(), pageStyle('A'))).bytes);
    expect(await formulaFaults(file)).toEqual([]);
  });
});
