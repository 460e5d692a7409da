/** The floor of a check: exceljs reads the workbooks of a folder and looks at every cell; nothing is recognised or compared. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';

const [folder] = process.argv.slice(2);
let figures = 0;
for (const name of readdirSync(folder).filter((one) => one.endsWith('.xlsx'))) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path.join(folder, name));
  for (const worksheet of workbook.worksheets) worksheet.eachRow((row) => row.eachCell(({ value }) => (figures += typeof value === 'number' ? 1 : 0)));
}
console.log(`${figures} figures`);
