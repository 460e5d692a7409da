/** What kinds of values the helpers take. A template may hand over any value it knows; a wrong one must be a finding, never «[object Object]» on paper or a crash. */

type Kind = 'figure' | 'list' | 'text' | 'ordinal';
/** With «?»: may be left out, at the end only. */
export type ArgumentKind = Kind | `${Kind}?`;

const KINDS: Readonly<Record<Kind, { readonly words: string; readonly fits: (value: unknown) => boolean }>> = {
  figure: { words: 'một con số của số liệu', fits: (value) => isObject(value) && 'format' in value && !('items' in value) },
  list: { words: 'một danh sách khai báo ở mục lists', fits: (value) => isObject(value) && 'items' in value },
  text: { words: 'một đoạn chữ', fits: (value) => typeof value === 'string' },
  ordinal: { words: 'một số thứ tự', fits: (value) => Number.isInteger(value) && (value as number) > 0 },
};

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Least and most arguments. */
export function takes(kinds: readonly ArgumentKind[]): readonly [number, number] {
  return [kinds.filter((kind) => !kind.endsWith('?')).length, kinds.length];
}

/** Why the arguments do not fit; undefined where they do. */
export function misfit(helper: string, kinds: readonly ArgumentKind[], args: readonly unknown[]): string | undefined {
  const wrong = kinds.findIndex((kind, index) => !(kind.endsWith('?') && index >= args.length) && !KINDS[kind.replace('?', '') as Kind].fits(args[index]));
  return wrong < 0 ? undefined : `tham số ${wrong + 1} của «${helper}» phải là ${KINDS[kinds[wrong]!.replace('?', '') as Kind].words}`;
}
