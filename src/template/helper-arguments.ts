/** What kinds of values the helpers take. A template may hand over any value it knows; a wrong one must be a finding, never «[object Object]» on paper or a crash. */

export type ArgumentKind = 'figure' | 'text' | 'ordinal';

const KINDS: Readonly<Record<ArgumentKind, { readonly words: string; readonly fits: (value: unknown) => boolean }>> = {
  figure: { words: 'một con số của số liệu', fits: (value) => typeof value === 'object' && value !== null && 'format' in value },
  text: { words: 'một đoạn chữ', fits: (value) => typeof value === 'string' },
  ordinal: { words: 'một số thứ tự', fits: (value) => Number.isInteger(value) && (value as number) > 0 },
};

/** Why the arguments do not fit; undefined where they do. */
export function misfit(helper: string, kinds: readonly ArgumentKind[], args: readonly unknown[]): string | undefined {
  const wrong = kinds.findIndex((kind, index) => !KINDS[kind].fits(args[index]));
  return wrong < 0 ? undefined : `tham số ${wrong + 1} của «${helper}» phải là ${KINDS[kinds[wrong]!].words}`;
}
