/** Markdown that documents do not have (tables, pictures, links, code, HTML): it is printed as it was typed, which the writer must be told. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';

const CONSTRUCTS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'bảng', pattern: /^\s*\|.*\|\s*$/ },
  { name: 'ảnh', pattern: /!\[[^\]]*\]\([^)]*\)/ },
  { name: 'liên kết', pattern: /(?<!!)\[[^\]]+\]\((?:[a-z]+:|\/|\.)[^)]*\)/i },
  { name: 'khối mã', pattern: /^\s*(?:```|~~~)/ },
  { name: 'thẻ HTML', pattern: /<\/?(?:p|br|b|i|u|div|span|table|tr|td|img|a|font|sup|sub)\b[^>]*>/i },
  { name: 'trích dẫn', pattern: /^\s*>\s/ },
];

/** One finding a line. `firstLine`: line of the file where the text begins. */
export function checkLiteralMarkdown(text: string, file: string, firstLine: number): readonly Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const construct = CONSTRUCTS.find(({ pattern }) => pattern.test(line));
    return construct ? [found('markdown-literal', { in: 'text', file, line: firstLine + index }, { construct: construct.name }, { seen: line.trim().slice(0, 80) })] : [];
  });
}
