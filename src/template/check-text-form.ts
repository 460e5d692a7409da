/** Thể thức of the texts of a composed tree: dates, end marks, letters of points, phụ lục, short forms (Nghị định 30/2020/NĐ-CP, Phụ lục I and III). Apart from check-form.ts, which asks what the agency declared. */
import type { Appendix, Block, Inline, OfficialDocument, SourceLine } from '../document/tree.js';
import { inlineText } from '../document/walk.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';

type Place = Finding['place'];

interface TextRun {
  readonly text: string;
  readonly source?: SourceLine | undefined;
}

export function checkTextForm(document: OfficialDocument, file: string): readonly Finding[] {
  const at = ({ source }: TextRun): Place => (source ? { in: 'text', file: source.file, line: source.line } : { in: 'file', file });
  return [...checkDates(document, at), ...checkEndMarks(document, file), ...checkPoints(document.body, at), ...checkAppendices(document, file), ...checkShortForms(document, at)];
}

const run = (inlines: readonly Inline[], source?: SourceLine): TextRun => ({ text: inlineText(inlines).normalize('NFC'), source });

function runsOf(blocks: readonly Block[]): readonly TextRun[] {
  return blocks.flatMap((block): readonly TextRun[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [run(block.inlines, block.source)];
      case 'list':
        return block.items.map((item) => run(item.inlines, item.source ?? block.source));
      case 'table':
        return [...(block.caption ? [run(block.caption, block.source)] : []), ...block.notes.map((note) => run(note, block.source))];
      case 'chart':
        return [block.caption, ...block.notes].map((inlines) => run(inlines, block.source));
      case 'pageBreak':
        return [];
    }
  });
}

const DATE = /(?<![\d/.,-])(\d{1,2})([/-])(\d{1,2})\2(?:19|20)\d{2}(?![\d/-]*\d)|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(?:19|20)\d{2}/giu;

/** II.4.b: days under 10 and months 1, 2 with a 0, other months without. What a person wrote is checked with the written paragraphs. */
function checkDates(document: OfficialDocument, at: (one: TextRun) => Place): readonly Finding[] {
  const runs = [run(document.title.subject), run(document.placeAndDate), ...runsOf(document.body), ...document.appendices.flatMap(({ blocks }) => runsOf(blocks))];
  return runs
    .filter(({ source }) => source === undefined || !source.file.startsWith('data/'))
    .flatMap((one) =>
      [...one.text.matchAll(DATE)].flatMap(([seen, shortDay, sign, shortMonth, longDay, longMonth]) => {
        const [day, month] = [Number(shortDay ?? longDay), Number(shortMonth ?? longMonth)];
        const [rightDay, rightMonth] = [String(day).padStart(2, '0'), month <= 2 ? String(month).padStart(2, '0') : String(month)];
        if ((shortDay ?? longDay) === rightDay && (shortMonth ?? longMonth) === rightMonth) return [];
        const year = seen.slice(-4);
        const expected = sign === undefined ? `ngày ${rightDay} tháng ${rightMonth} năm ${year}` : [rightDay, rightMonth, year].join(sign);
        return [found('date-form', at(one), { seen, expected }, { seen, expected })];
      }),
    );
}

/** Phụ lục III, all mẫu: «./.» once, at the end of the text and of each phụ lục. */
function checkEndMarks({ body, appendices }: OfficialDocument, file: string): readonly Finding[] {
  return [{ part: 'phần nội dung', blocks: body }, ...appendices.map(({ label, blocks }) => ({ part: label, blocks }))].flatMap(({ part, blocks }) => {
    const texts = runsOf(blocks).map(({ text }) => text.trimEnd());
    const marks = texts.reduce((sum, text) => sum + text.split('./.').length - 1, 0);
    const faults = [
      ...(marks === 0 ? ['thiếu dấu «./.»'] : []),
      ...(marks > 1 ? [`dấu «./.» có ${marks} lần`] : []),
      ...(marks === 1 && !texts.at(-1)!.endsWith('./.') ? ['dấu «./.» không ở cuối'] : []),
    ];
    return faults.map((fault) => found('end-mark', { in: 'file', file }, { part, fault }, { seen: part }));
  });
}

const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

/** II.6.đ: letters in the Vietnamese order, with đ and without f, j, w, z; numbers one after the other. */
function checkPoints(blocks: readonly Block[], at: (one: TextRun) => Place): readonly Finding[] {
  const findings: Finding[] = [];
  for (const block of blocks) {
    if (block.type !== 'list') continue;
    const before = new Map<string, string>();
    for (const item of block.items) {
      const mark = item.mark.trim().normalize('NFC');
      const [, letter, number] = /^(?:(\p{Ll})\)|(\d+)\.)$/u.exec(mark) ?? [];
      for (const key of [...before.keys()]) if (Number(key[0]) > item.level) before.delete(key);
      if (letter === undefined && number === undefined) continue;
      const key = `${item.level}${letter === undefined ? '1' : 'a'}`;
      const last = before.get(key);
      before.set(key, letter ?? number!);
      const expected = letter === undefined ? (last === undefined ? number! : String(Number(last) + 1)) : last === undefined ? 'a' : (LETTERS[LETTERS.indexOf(last) + 1] ?? '');
      if (expected === '' || expected === (letter ?? number)) continue;
      const right = letter === undefined ? `${expected}.` : `${expected})`;
      findings.push(found('points-order', at(run(item.inlines, item.source ?? block.source)), { seen: mark, expected: right }, { seen: mark, expected: right }));
    }
  }
  return findings;
}

const ROMAN = /^Phụ lục (?=[IVXL])X{0,4}L?(?:IX|IV|V?I{0,3})$/;

/** III.1.a–c: Roman numbers from two phụ lục on, titles in capitals, the number of the document where it is filled in. */
function checkAppendices({ appendices, number }: OfficialDocument, file: string): readonly Finding[] {
  const own = inlineText(number).replace(/^Số:\s*/, '').trim();
  const isOpen = number.some(({ type }) => type === 'blank');
  return appendices.flatMap((appendix: Appendix) => {
    const { label } = appendix;
    const title = inlineText(appendix.title);
    const line = inlineText(appendix.attachedTo);
    const filled = /số\s+(\d+\/[\p{L}\d-]+)/u.exec(line)?.[1];
    const faults = [
      ...(appendices.length === 1 && label !== 'Phụ lục' ? ['văn bản có một phụ lục thì không đánh số'] : []),
      ...(appendices.length > 1 && !ROMAN.test(label) ? ['từ hai phụ lục trở lên phải đánh số La Mã («Phụ lục I»)'] : []),
      ...(title !== title.toLocaleUpperCase('vi') ? ['tên phụ lục phải viết chữ in hoa'] : []),
      ...(filled !== undefined && isOpen ? ['dòng «Kèm theo» ghi số khi văn bản chưa có số'] : []),
      ...(filled !== undefined && !isOpen && filled !== own ? [`dòng «Kèm theo» ghi số ${filled}, văn bản là số ${own}`] : []),
    ];
    return faults.map((fault) => found('appendix-form', { in: 'file', file }, { label, fault }, { seen: label }));
  });
}

const DEFINITION = /\((?:sau đây\s+)?(?:viết tắt là|gọi tắt là|gọi là)\s+«?"?“?([^()«»"“”]{2,60}?)[»"”]?\)/giu;

/** A short form that stands before the place where it is explained. */
function checkShortForms(document: OfficialDocument, at: (one: TextRun) => Place): readonly Finding[] {
  const runs = runsOf(document.body);
  return runs.flatMap((one, index) =>
    [...one.text.matchAll(DEFINITION)].flatMap((match) => {
      const short = match[1]!.trim();
      // A capitalised common word («Trung tâm») is also the beginning of full names: only abbreviations are sure.
      if (!/^[\p{Lu}\d-]{2,}$/u.test(short)) return [];
      const used = new RegExp(`(?<![\\p{L}\\d/-])${short}(?![\\p{L}\\d/-])`, 'u');
      const before = [...runs.slice(0, index), { ...one, text: one.text.slice(0, match.index) }].find(({ text }) => used.test(text));
      return before ? [found('short-form-early', at(before), { short }, { seen: short })] : [];
    }),
  );
}
