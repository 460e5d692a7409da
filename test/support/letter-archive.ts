/** A generated archive of short letters, one for each unit that lags behind: many jobs that are quick to make. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleFiles, text } from './map-host.js';

export interface LetterArchive {
  readonly agencies: readonly string[];
  readonly periods: readonly string[];
  readonly units: number;
}

/** Units whose two sources differ by 100 or more have a letter: here all but the last of each period. */
export function letterArchive({ agencies, periods, units }: LetterArchive): Map<string, Uint8Array> {
  const files = new Map([...sampleFiles()].filter(([file]) => file.startsWith('templates/')));
  const names = Array.from({ length: units }, (_, index) => ({ id: `don-vi-${index + 1}`, name: `Đơn vị số ${index + 1}` }));
  for (const [which, agency] of agencies.entries()) {
    files.set(
      `data/agencies/${agency}.yaml`,
      text(`
id: ${agency}
identities: [{ name: Ủy ban nhân dân tỉnh Sóc Trăng, shortName: Ủy ban nhân dân tỉnh, issuer: [ỦY BAN NHÂN DÂN, TỈNH SÓC TRĂNG] }]
symbol: UBND
place: Sóc Trăng
calendar: calendar-month
signers: [{ authority: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH] }]
units:
${names.map(({ id, name }) => `  - { id: ${id}, name: ${name} }`).join('\n')}
documents: { cong-van-don-doc: { draftingUnit: TTHC, recipients: [Như trên, 'Lưu: VT, TTHC'] } }
`),
    );
    for (const [when, period] of periods.entries()) {
      const figures = (form: string, figure: (index: number) => number): Uint8Array =>
        text(JSON.stringify({ ky: period, bang: form, don_vi_tinh: 'hồ sơ', hang: names.map(({ name }, index) => ({ stt: index + 1, don_vi: name, so_ho_so: figure(index) })) }));
      const folder = `data/${agency}/${period}`;
      const own = (index: number): number => 10 + which * 1000 + when * 100 + index;
      files.set(`${folder}/cong.json`, figures('tre-han-cong-quoc-gia', (index) => own(index) + (index === units - 1 ? 1 : 200 + index)));
      files.set(`${folder}/tinh.json`, figures('tre-han-he-thong-tinh', own));
      files.set(`${folder}/don doc.md`, text('---\nmuc: don-doc\n---\nĐề nghị đơn vị xử lý dứt điểm hồ sơ trễ hạn.\n'));
    }
  }
  return files;
}

/** Puts files on disk below a folder. */
export function writeFiles(root: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [file, bytes] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), bytes);
  }
}
