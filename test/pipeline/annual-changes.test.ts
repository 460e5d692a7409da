/** The annual report follows its inputs: rates, ranks, ties, criteria, the columns of 2021, and the errors a person accepted. */
import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../src/document/tree.js';
import { composeOne } from '../../src/pipeline/check-jobs.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import { composeAccepted } from '../support/accept-findings.js';
import { ANNUAL_FOLDER, ANNUAL_JOB, ANNUAL_LEDGER, annualFiles } from '../support/annual-2022.js';
import { composeSample } from '../support/compose-sample.js';
import { editCells, editSheet, type CellEdits } from '../support/edit-workbook.js';
import { createMapHost, type MapHost } from '../support/map-host.js';
import { charts, findTable, footnotes, outline, printedRows } from '../support/readers/outline.js';
import { copyWorkspace } from '../support/temporary-workspace.js';

const PAR = `${ANNUAL_FOLDER}/chi so PAR INDEX 2021-2022.xlsx`;
const SIPAS = `${ANNUAL_FOLDER}/SIPAS 2022.xlsx`;
const FIELDS = 3;
const CRITERIA = 4;

const files = annualFiles();

function edited(file: string, sheet: number, edits: CellEdits): MapHost {
  return createMapHost(new Map([...files, [file, editCells(files.get(file)!, sheet, edits)]]));
}

const textOf = (document: OfficialDocument, section: string): string => outline(document).filter((run) => run.section === section).map(({ text }) => text).join('\n');
const rowsOf = (document: OfficialDocument, table: string): readonly (readonly (string | undefined)[])[] => {
  const { rows, columns } = findTable(document, table);
  return printedRows(rows.map(({ cells }) => cells), columns.length);
};
const bars = (document: OfficialDocument, chart: number, series = 0): readonly string[] => {
  const { categories, series: all } = charts(document)[chart - 1]!;
  return all[series]!.points.map((point, index) => `${categories[index]} ${point!.figure.text}`);
};

describe('a changed rate', () => {
  // Tài chính công loses the 3,62 points that CQĐT, CQS gains: the totals stay.
  const CHANGED = { H12: 12.5, I12: 92.59, K12: 7.34, H11: 4.6, I11: 38.33, K11: -53.58 };

  it('moves the field in the sentence, the counts, the extremes, the table and both charts', async () => {
    const { composition, accepted } = await composeAccepted(edited(PAR, FIELDS, CHANGED), ANNUAL_JOB);
    // The criteria of both fields still say the old points: that is found, and accepted here.
    expect(accepted.map(({ code, place }) => [code, place.in === 'sheet' ? place.cell : ''])).toEqual([['figures-disagree', 'H11'], ['figures-disagree', 'I11'], ['figures-disagree', 'H12'], ['figures-disagree', 'I12']]);
    const { document } = composition!;
    const text = textOf(document, 'I.2');
    expect(text).toContain('thứ tư là Cải cách tổ chức bộ máy (93,95%); thứ năm là Xây dựng và phát triển CQĐT, CQS (92,59%); thứ sáu là Cải cách chế độ công vụ (81,55%)');
    expect(text).toContain('thấp nhất là Cải cách tài chính công (38,33%)');
    expect(text).toContain('có 05/08 lĩnh vực tăng tỷ lệ điểm, tăng nhiều nhất là Xây dựng và phát triển CQĐT, CQS (tăng 7,34%)');
    expect(text).toContain('có 03/08 lĩnh vực giảm tỷ lệ điểm, giảm nhiều nhất là Cải cách tài chính công (giảm 53,58%)');
    expect(rowsOf(document, 'Bảng 3')[6]!.slice(7)).toEqual(['12,50', '92,59', '60', '7,34', '-6']);
    expect(bars(document, 3).slice(3, 6)).toEqual(['Cải cách tổ chức bộ máy 93,95%', 'Xây dựng và phát triển CQĐT, CQS 92,59%', 'Cải cách chế độ công vụ 81,55%']);
    expect(bars(document, 3).at(-1)).toBe('Cải cách tài chính công 38,33%');
    expect(bars(document, 4, 1)[6]).toBe('Xây dựng và phát triển CQĐT, CQS 92,59%');
    expect(bars(document, 4, 0)[6]).toBe('Xây dựng và phát triển CQĐT, CQS 85,25%');
    expect(footnotes(document)[4]!.text).toContain('Xây dựng và phát triển CQĐT, CQS (giảm 0,29 điểm)');
  });

  it('that equals another is said to share its place', async () => {
    const { composition } = await composeAccepted(edited(PAR, FIELDS, { I7: 93.95, K7: 2.25 }), ANNUAL_JOB);
    const text = textOf(composition!.document, 'I.2');
    expect(text).toContain('cùng ở vị trí thứ ba là Cải cách thể chế và Cải cách tổ chức bộ máy (93,95%); thứ năm là Cải cách chế độ công vụ (81,55%)');
    expect(text).not.toContain('thứ tư');
  });
});

describe('a changed rank', () => {
  it('moves a field from the losers to the winners, with the footnotes on points', async () => {
    const { composition } = await composeAccepted(edited(PAR, FIELDS, { J6: 15, L6: 3 }), ANNUAL_JOB);
    const { document } = composition!;
    const text = textOf(document, 'I.2');
    expect(text).toContain('có 03/08 lĩnh vực tăng hạng, tăng nhiều nhất là Cải cách chế độ công vụ (tăng 34 bậc)');
    expect(text).toContain('có 05/08 lĩnh vực giảm hạng, giảm nhiều nhất là Cải cách tài chính công (giảm 59 bậc)');
    const [, , , risers, losers] = footnotes(document);
    expect(risers!.text).toBe('Xét theo điểm đạt được của các lĩnh vực tăng hạng: cả 03/03 lĩnh vực đều tăng, gồm Công tác chỉ đạo, điều hành CCHC (tăng 0,78 điểm); Cải cách thể chế (tăng 0,23 điểm); Cải cách chế độ công vụ (tăng 1,85 điểm).');
    expect(losers!.text).toMatch(/: 04\/05 lĩnh vực giảm, gồm .*; 01\/05 lĩnh vực tăng, gồm Tác động của CCHC đến người dân, tổ chức và phát triển KTXH \(tăng 0,90 điểm\)\.$/);
    expect(rowsOf(document, 'Bảng 3')[0]!.slice(9)).toEqual(['15', '-2,03', '3']);
  });

  it('of the province moves its fraction and its fall', async () => {
    const { composition } = await composeAccepted(edited(PAR, FIELDS, { J14: 48, L14: -30 }), ANNUAL_JOB);
    const text = textOf(composition!.document, 'I.1');
    expect(text).toContain('xếp hạng 48/63');
    expect(text).toContain('giảm 4,40% và giảm 30 bậc');
    expect(text).toContain('(từ hạng 18 năm 2021 đến hạng 48 năm 2022)');
  });
});

describe('a criterion taken out of the list', () => {
  const without = new Map([...files, [PAR, editSheet(files.get(PAR)!, CRITERIA, (xml) => xml.replace(/<row r="8".*?<\/row>/, ''))]]);

  it('disappears with its head and its evidence, and the counts follow', async () => {
    const rest = new Map(without);
    rest.delete(`${ANNUAL_FOLDER}/tieu chi 03.md`);
    const { composition, accepted } = await composeAccepted(createMapHost(rest), ANNUAL_JOB);
    // The field has lost points that no criterion explains any more: found, and accepted here.
    expect(accepted.map(({ code }) => code)).toEqual(['figures-disagree', 'figures-disagree']);
    const { document } = composition!;
    expect(textOf(document, 'I.3.1.1(3)')).toBe('');
    expect(outline(document).map(({ text }) => text).join('\n')).not.toContain('cuộc đối thoại, trong khi');
    expect(textOf(document, 'I.3.1.2(4)')).toContain('toàn tỉnh tiếp nhận 894.541 hồ sơ');
    expect(textOf(document, 'I.3.2')).toContain('Có 21 tiêu chí, tiêu chí thành phần tự chấm');
  });

  it('refuses the report while a paragraph about it is still there', async () => {
    const refused = await composeOne(createMapHost(without), ANNUAL_JOB);
    expect(refused).toMatchObject({ composition: undefined });
    const codes = (refused as ComposedJob).findings.filter(({ place }) => place.file === `${ANNUAL_FOLDER}/tieu chi 03.md`).map(({ code }) => code);
    expect(codes).toEqual(['criterion-unknown']);
  });
});

describe('a column of 2021 given for what was not measured then', () => {
  let document: OfficialDocument;
  beforeAll(async () => {
    const given = { E5: 70, F5: 50, E6: 71, F6: 40, E7: 72, F7: 41, E8: 69, F8: 42, E9: 68, F9: 43 };
    document = (await composeAccepted(edited(SIPAS, 1, given), ANNUAL_JOB)).composition!.document;
  });

  it('is compared in no sentence', () => {
    const text = textOf(document, 'II.2.2');
    expect(text).toContain('Trong đó, 05 chỉ số đã được đo lường từ năm 2021 nên so sánh được; 04 chỉ số về xây dựng, tổ chức thực hiện chính sách được đo lường lần đầu');
    expect(text).toContain('Cả 05/05 chỉ số so sánh được đều giảm; bình quân 05 chỉ số giảm 6,20%');
    expect(text).toContain('03/05 chỉ số tăng hạng');
    expect(footnotes(document).filter(({ text: note }) => note.includes('năm 2021 chỉ đo lường')).length).toBe(1);
  });

  // Known fault: `it.fails` turns red once it is mended.
  it('is compared in no cell of the table', () => {
    expect(rowsOf(document, 'Bảng 6').slice(0, 5).flatMap((row) => row.slice(6).filter((cell) => /\d/.test(cell ?? '')))).toEqual([]);
  });
});

describe('without the acceptances', () => {
  it('the report is refused and each of its 18 errors is named; with them the check is clean', async () => {
    const host = createMapHost(files);
    const waived = (await composeSample(host, ANNUAL_JOB)).findings.filter(({ severity }) => severity === 'error');
    expect([waived.length, waived.every((finding) => finding.waived)]).toEqual([18, true]);
    const workspace = copyWorkspace({}, 'all');
    try {
      expect(workspace.run('check', ANNUAL_JOB).code).toBe(0);
      rmSync(workspace.path(ANNUAL_LEDGER));
      const { code, stdout, stderr } = workspace.run('build', ANNUAL_JOB);
      expect(code).toBe(1);
      const told = `${stdout}\n${stderr}`;
      expect(told.match(/^LỖI .*$/gm)?.length).toBe(18);
      for (const { place, code: rule } of waived) {
        if (place.in !== 'sheet') throw new Error('an error without a cell');
        expect(told).toMatch(new RegExp(`^LỖI  ${place.file} › trang «${place.sheet}» › ô ${place.cell} .*\\[${rule}\\]`, 'm'));
      }
      expect(told).toContain('từ chối 1');
    } finally {
      workspace.remove();
    }
  });
});
