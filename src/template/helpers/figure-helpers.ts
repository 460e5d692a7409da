/** Helpers over single figures: changes, ranks, fractions, complements, comparisons with a mean. */
import type { Inline } from '../../document/tree.js';
import { capitalise } from '../../finding/capitalise.js';
import { found } from '../../finding/catalog.js';
import type { Quantity } from '../../statistics/dataset.js';
import { difference } from '../../statistics/derive.js';
import { exact, roundHalfUp } from '../../statistics/exact.js';
import { formatFigure, formatPadded } from '../../statistics/format-figure.js';
import { namedUnits } from '../../statistics/named-units.js';
import { absent, cautionNote, inlines, printed, text, type Call } from '../call.js';
import type { NamedFigure } from '../document-data.js';
import { comparedDecimals, figureText } from '../figure-text.js';
import { against, changeWords } from '../list-phrases.js';
import type { FigureFormat } from '../manifest.js';
import { phrasePrinter } from '../phrase-printer.js';
import { changeVerb, joinNames } from '../phrases.js';
import type { SlotValue } from '../slots.js';

type Known = NamedFigure & { readonly quantity: Quantity };

const isKnown = (figure: NamedFigure): figure is Known => figure.quantity !== undefined;

/** Runs `say` where all figures are there; the first gap otherwise. */
function withAll(call: Call, figures: readonly NamedFigure[], say: (known: readonly Known[]) => SlotValue): SlotValue {
  const missing = figures.find((figure) => !isKnown(figure));
  return missing ? absent(call, missing.name) : say(figures as readonly Known[]);
}

/** {{change now before}}: «tăng 1,81 điểm phần trăm», verb by sign, from unrounded values; says so where the rounded ones differ by another amount. */
export function change(call: Call, now: NamedFigure, before: NamedFigure): SlotValue {
  return withAll(call, [now, before], ([a, b]) => {
    const { state, place } = call;
    const decimals = comparedDecimals(a!.format);
    const changed = difference(a!.quantity, b!.quantity);
    const words = changeWords(changed, phrasePrinter(state, a!.format));
    const verb = changeVerb(changed.value, decimals);
    if (!verb) return inlines(words);
    const scaled = ({ quantity }: Known): bigint => {
      const { negative, scaled: magnitude } = roundHalfUp(quantity.value, decimals);
      return negative ? -magnitude : magnitude;
    };
    const rounded = scaled(a!) - scaled(b!);
    const apart = rounded < 0n ? -rounded : rounded;
    const note = cautionNote(call, a!.caution ?? b!.caution);
    if (apart === roundHalfUp(changed.value, decimals).scaled) return inlines(words, note);
    const shown = formatFigure(changed.value.abs(), decimals);
    const wrong = formatFigure(exact(apart).div(exact(10n ** BigInt(decimals))), decimals);
    const show = ({ quantity, format }: Known): string => figureText(quantity.value, format, state.data.agency.style);
    state.findings.push(found('rounded-difference', place, { what: capitalise(verb), exact: shown, printed: wrong, left: show(a!), right: show(b!) }, { seen: wrong, expected: shown }));
    return inlines(words, ' (tính từ tỷ lệ chưa làm tròn)', note);
  });
}

/** {{rank_change now before "bậc"}}: «giảm 31 bậc» where the rank went from 18 to 49; a smaller rank is a better one. */
export function rankChange(call: Call, now: NamedFigure, before: NamedFigure, unit: string): SlotValue {
  return withAll(call, [now, before], ([a, b]) =>
    inlines(changeWords(difference(b!.quantity, a!.quantity), phrasePrinter(call.state, 'count', unit)), cautionNote(call, a!.caution ?? b!.caution)),
  );
}

/** {{padded x}}: counts below ten with a leading zero. */
export function padded(call: Call, figure: NamedFigure): SlotValue {
  return withAll(call, [figure], ([one]) => inlines(call.state.trace.print(formatPadded(one!.quantity.value), one!.quantity)));
}

/** {{fraction a b}}: «83,14/100», «49/63»: both as they are, without «%». */
export function fraction(call: Call, part: NamedFigure, whole: NamedFigure): SlotValue {
  return withAll(call, [part, whole], (known) => {
    const bare = ({ quantity, format, decimals }: Known): Inline => {
      const plain: FigureFormat = format === 'percent' ? 'decimal' : format;
      return call.state.trace.print(figureText(quantity.value, plain, call.state.data.agency.style, decimals), quantity);
    };
    return inlines(bare(known[0]!), '/', bare(known[1]!));
  });
}

/** {{complement x}}: 100 - x of a percentage: the share of those who are not satisfied. */
export function complement(call: Call, figure: NamedFigure): SlotValue {
  return withAll(call, [figure], ([one]) => {
    const hundred: Quantity = { value: exact(100), origin: { kind: 'derivation', rule: '100', inputs: [] } };
    return inlines(printed(call, { ...one!, quantity: difference(hundred, one!.quantity) }));
  });
}

/** {{against x mean}}: «cao hơn 2,88%» or «thấp hơn 3,19%», by sign; «bằng» where nothing parts them. */
export function againstMean(call: Call, figure: NamedFigure, mean: NamedFigure): SlotValue {
  return withAll(call, [figure, mean], ([a, b]) => inlines(against(a!.quantity, b!.quantity, phrasePrinter(call.state, a!.format))));
}

/** {{contrast a mean_a b mean_b}}: «trong khi đó» where one lies above its mean and the other below, «đồng thời» otherwise. */
export function contrast(call: Call, a: NamedFigure, meanA: NamedFigure, b: NamedFigure, meanB: NamedFigure): SlotValue {
  return withAll(call, [a, meanA, b, meanB], (known) => {
    const decimals = comparedDecimals(a.format);
    const [first, second] = [0, 2].map((at) => changeVerb(difference(known[at]!.quantity, known[at + 1]!.quantity).value, decimals));
    return text(first === second ? 'đồng thời' : 'trong khi đó');
  });
}

/** {{growth x}}: a figure that is itself a change in percent, behind its verb: «tăng 5,76%». Growth is told in «%», whatever the unit of differences. */
export function growth(call: Call, figure: NamedFigure): SlotValue {
  return withAll(call, [figure], ([one]) => {
    const { style } = call.state.data.agency;
    return inlines(changeWords(one!.quantity, { ...phrasePrinter(call.state, 'percent'), change: (size) => [call.state.trace.print(figureText(size.value, 'percent', style), size)] }));
  });
}

/** {{names x}}: the units named in the remark of a single figure, by their names of the unit list. */
export function names({ state }: Call, figure: NamedFigure): SlotValue {
  const { agency, dates } = state.data;
  return text(joinNames(namedUnits(figure.remark ?? '', agency.units, dates.to).map(({ written, unit }) => unit?.name ?? written)));
}
