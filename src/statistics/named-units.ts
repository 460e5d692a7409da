/** Units named in a remark («Sở Y tế, Sở Văn hóa, Thể thao và Du lịch»): names may hold commas, so segments are joined until they make a known name. */
import { findUnit, type Unit } from './unit-list.js';

export interface NamedUnit {
  readonly written: string;
  /** undefined where no unit of the list has this name. */
  readonly unit: Unit | undefined;
}

/** Names of a remark in order; semicolons part names for certain, commas where the result is a name. */
export function namedUnits(remark: string, units: readonly Unit[], date: string): readonly NamedUnit[] {
  return remark
    .split(/[;\n]/)
    .flatMap((part) => commaParted(part.split(',').map((segment) => segment.trim()), units, date))
    .filter(({ written }) => written !== '');
}

function commaParted(segments: readonly string[], units: readonly Unit[], date: string): readonly NamedUnit[] {
  const names: NamedUnit[] = [];
  for (let start = 0; start < segments.length; ) {
    let length = segments.length - start;
    let unit: Unit | undefined;
    for (; length > 0; length--) {
      unit = findUnit(units, segments.slice(start, start + length).join(', '), date);
      if (unit) break;
    }
    const taken = Math.max(length, 1);
    names.push({ written: segments.slice(start, start + taken).join(', '), unit });
    start += taken;
  }
  return names;
}
