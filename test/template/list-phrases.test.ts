/** Phrases over lists: examples as an official reads them, and what must hold for any figures: verbs follow signs, counts count what is named, ties are said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/document/walk.js';
import { exact, type Exact } from '../../src/statistics/exact.js';
import { against, enumerated, largest, meanOf, ranked, share, splitByDirection } from '../../src/template/list-phrases.js';
import type { NamedList } from '../../src/template/lists.js';
import type { Agency } from '../../src/template/agency.js';
import type { DocumentData } from '../../src/template/document-data.js';
import type { FigureFormat } from '../../src/template/manifest.js';
import { phrasePrinter } from '../../src/template/phrase-printer.js';
import type { PhrasePrinter } from '../../src/template/list-phrases.js';
import { createTrace } from '../../src/template/trace.js';
import type { Quantity } from '../../src/statistics/dataset.js';

const quantity = (value: Exact): Quantity => ({ value, origin: { kind: 'derivation', rule: 'x', inputs: [] } });
const numbered = (count: number): Quantity => quantity(exact(count));

function list(entries: readonly (readonly [string, string | number])[], format: FigureFormat = 'percent'): NamedList {
  const items = entries.map(([label, value]) => ({ label, quantity: quantity(exact(value)) }));
  return { name: 'L', format, items, count: numbered(items.length), base: numbered(items.length) };
}

const data = { agency: { style: { sizeProfile: 'B', percentSpace: false, differenceUnit: '%' } } as unknown as Agency } as DocumentData;
const printer = (format: FigureFormat = 'percent', unit = ''): PhrasePrinter => phrasePrinter({ trace: createTrace(), data }, format, unit);
const say = (words: Parameters<typeof inlineText>[0]): string => inlineText(words).replaceAll('\u00A0', ' ');

describe('as an official reads them', () => {
  it('enumerates', () => {
    expect(say(enumerated(list([['A', '8.34'], ['B', '5.6']]), printer()))).toBe('A (8,34%) và B (5,60%)');
    expect(say(enumerated(list([['Công tác chỉ đạo, điều hành', '1'], ['B', '2'], ['C', '3']]), printer()))).toBe('Công tác chỉ đạo, điều hành (1%); B (2%); C (3%)');
  });

  it('ranks from the highest to the lowest, whatever the order of the source', () => {
    const ranks = list([['Ba', '93.99'], ['Một', '96.86'], ['Cuối', '65.76'], ['Hai', '95.84']]);
    expect(say(ranked(ranks, printer()))).toBe('cao nhất là Một (96,86%); tiếp theo là Hai (95,84%); thứ ba là Ba (93,99%); thấp nhất là Cuối (65,76%)');
  });

  it('says ties, and counts the places they take', () => {
    const ranks = list([['A', '90.68'], ['B', '92'], ['C', '90.68'], ['D', '89'], ['E', '80']]);
    expect(say(ranked(ranks, printer()))).toBe('cao nhất là B (92%); cùng ở vị trí tiếp theo là A và C (90,68%); thứ tư là D (89%); thấp nhất là E (80%)');
    expect(say(ranked(list([['A', '90'], ['B', '90']]), printer()))).toBe('cùng ở vị trí cao nhất là A và B (90%)');
  });

  it('names the largest change in its direction', () => {
    expect(say(largest(list([['A', 2], ['B', 34]], 'count'), printer('count', 'bậc')))).toBe('B (tăng 34 bậc)');
    expect(say(largest(list([['A', -4], ['B', -59], ['C', -1]], 'count'), printer('count', 'bậc')))).toBe('B (giảm 59 bậc)');
    expect(say(largest(list([['A', -4], ['B', -4]], 'count'), printer('count', 'bậc')))).toBe('A và B (cùng giảm 4 bậc)');
    expect(say(largest(list([['A', -4], ['B', 4]], 'count'), printer('count', 'bậc')))).toBe('A (giảm 4 bậc) và B (tăng 4 bậc)');
  });

  it('splits by direction', () => {
    const four = list([['Điểm thẩm định', '-8.34'], ['SIPAS', '-5.6'], ['Khảo sát', '0.65'], ['Tác động', '18.62']]);
    expect(say(splitByDirection(four, 'nhóm điểm', printer()))).toBe(
      '02/04 nhóm điểm giảm, gồm Điểm thẩm định (giảm 8,34%) và SIPAS (giảm 5,60%); 02/04 nhóm điểm tăng, gồm Khảo sát (tăng 0,65%) và Tác động (tăng 18,62%)',
    );
    expect(say(splitByDirection(list([['A', '-6'], ['B', '-1.21']]), 'nguồn điểm', printer()))).toBe('cả 02 nguồn điểm là A và B đều giảm, lần lượt là 6,00% và 1,21%');
    expect(say(splitByDirection(list([['A', '1'], ['B', '2'], ['C', '3']]), 'chỉ số', printer()))).toBe('cả 03/03 chỉ số đều tăng, gồm A (tăng 1,00%), B (tăng 2,00%) và C (tăng 3,00%)');
    expect(say(splitByDirection(list([['A', '1'], ['B', '0.004']]), 'chỉ số', printer()))).toBe('01/02 chỉ số tăng, gồm A (tăng 1,00%); 01/02 chỉ số không thay đổi, gồm B');
  });

  it('holds a value against a mean', () => {
    expect(say(against(quantity(exact('83.31')), quantity(exact('80.43')), printer()))).toBe('cao hơn 2,88%');
    expect(say(against(quantity(exact('76.53')), quantity(exact('79.72')), printer()))).toBe('thấp hơn 3,19%');
    expect(say(against(quantity(exact('80')), quantity(exact('80.001')), printer()))).toBe('bằng');
  });
});

const cents = fc.integer({ min: -9999, max: 9999 });
const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'K'];
const changes = fc.array(cents, { minLength: 1, maxLength: 10 }).map((values) => list(values.map((value, index) => [names[index]!, (value / 100).toFixed(2)])));

describe('for any figures', () => {
  it('never says «giảm» over a rise, nor «tăng» over a fall', () => {
    fc.assert(
      fc.property(changes, (any) => {
        const text = say(splitByDirection(any, 'chỉ số', printer()));
        for (const { label, quantity: { value } } of any.items) {
          const verb = new RegExp(`\\b${label} \\((tăng|giảm)`).exec(text)?.[1];
          if (verb) expect(verb).toBe(value.s < 0n ? 'giảm' : 'tăng');
        }
        const biggest = say(largest(any, printer()));
        for (const [, label, verb] of biggest.matchAll(/\b([A-K]) \((tăng|giảm)/g)) {
          expect(verb).toBe(any.items.find((item) => item.label === label)!.quantity.value.s < 0n ? 'giảm' : 'tăng');
        }
      }),
    );
  });

  it('counts just the items it names, and every item once', () => {
    fc.assert(
      fc.property(changes, (any) => {
        const text = say(splitByDirection(any, 'chỉ số', printer()));
        expect([...text.matchAll(/(?<![A-Za-zÀ-ỹ])[A-K](?![A-Za-zÀ-ỹ])/g)].map(([label]) => label).sort()).toEqual(any.items.map(({ label }) => label));
        for (const part of text.split('; ')) {
          const stated = /(\d\d)\/(\d\d) chỉ số/.exec(part);
          if (!stated) continue;
          expect(Number(stated[2])).toBe(any.items.length);
          expect(Number(stated[1])).toBe([...part.slice(part.indexOf('gồm')).matchAll(/(?<![A-Za-zÀ-ỹ])[A-K](?![A-Za-zÀ-ỹ])/g)].length);
        }
      }),
    );
  });

  it('ranks in falling order with every item once; items of one place have one value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 10 }), (values) => {
        const any = list(values.map((value, index) => [names[index]!, value]));
        const places = say(ranked(any, printer())).split('; ').map((place) => [[...place.matchAll(/(?<![A-Za-zÀ-ỹ])[A-K](?![A-Za-zÀ-ỹ])/g)].map(([label]) => label), Number(/\((\d+)%\)/.exec(place)![1])] as const);
        expect(places.flatMap(([labels]) => labels).sort()).toEqual(any.items.map(({ label }) => label));
        for (const [labels, value] of places) for (const label of labels) expect(values[names.indexOf(label)]).toBe(value);
        expect(places.map(([, value]) => value)).toEqual([...new Set(values)].sort((a, b) => b - a));
      }),
    );
  });

  it('a share prints k of n, both padded; a mean is that of the figures', () => {
    fc.assert(
      fc.property(fc.nat({ max: 120 }), fc.nat({ max: 120 }), (k, n) => {
        expect(say(share({ count: numbered(k), base: numbered(n) }, printer()))).toBe([k, n].map((one) => (one > 0 && one < 10 ? `0${one}` : String(one))).join('/'));
      }),
    );
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 10 }), (values) => {
        const mean = meanOf(list(values.map((value, index) => [names[index]!, value])))!;
        expect(mean.value.mul(exact(values.length)).equals(exact(values.reduce((sum, one) => sum + one, 0)))).toBe(true);
      }),
    );
  });
});
