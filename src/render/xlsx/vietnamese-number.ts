/** An exact decimal text as Vietnamese print it; sheets for people hold such texts, not numbers. */

/** «26.62» → «26,62», «113988» → «113.988»; what is no plain number stays as it is. */
export function vietnameseNumber(value: string): string {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return value;
  return sign! + whole.replace(/\B(?=(\d{3})+$)/g, '.') + (decimals === '' ? '' : `,${decimals}`);
}
