/** Where a figure or sentence of a document stands, in words: terminal and sheets print the same. */

/** «phần chính», «phụ lục thứ 1», «biểu đồ 2», «chú thích 3»; «phần đầu» for the head. */
export function whereWords(where: string): string {
  const [, kind, number] = /^(appendix|chart|note)-(\d+)$/.exec(where) ?? [];
  if (kind === undefined) return where === 'body' ? 'phần chính' : 'phần đầu';
  return `${{ appendix: 'phụ lục thứ', chart: 'biểu đồ', note: 'chú thích' }[kind]!} ${number!}`;
}
