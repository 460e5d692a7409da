import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/tree.js';
import { inlineText, walkBlocks } from '../../src/document/walk.js';
import { exact } from '../../src/statistics/exact.js';
import type { NamedFigure } from '../../src/template/document-data.js';
import { renderTemplate } from '../support/render-template.js';

function figure(value: string, format: NamedFigure['format'] = 'count'): NamedFigure {
  const quantity = {
    value: exact(value),
    origin: { kind: 'source', place: { in: 'file', file: 'x.csv' }, written: value, illustrative: false },
  } as const;
  return { name: 'x', quantity, format };
}

/** Structure without words: what a value must never change. */
function shape(blocks: readonly Block[]): unknown {
  return blocks.map((block) => (block.type === 'list' ? ['list', block.items.map(({ mark, level }) => [mark.trim(), level])] : block.type));
}

function texts(blocks: readonly Block[]): readonly string[] {
  return [...walkBlocks(blocks, 'body')].map(({ inlines }) => inlineText(inlines));
}

const TEMPLATE = '## 1. Tên {{x}}\n\nĐoạn **đậm {{x}}** và {{x}}.\n\n- mục {{x}}\n  + con {{x}}\n- *nghiêng {{x}}*\n\n{{x}}\n';

describe('values in a template', () => {
  it('come out as they are and leave the structure alone, whatever they hold', () => {
    const plain = renderTemplate(TEMPLATE, { x: 'a' }, { x: true });
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('| a | b |', '**', '*x*', '\n\n# h', '- y', '[x](y)', '<b>', '`', '1. z', '\\', '&amp;', '{{x}}', '   ', '+ k', '~~~', '![i](u)', '_'),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        // Private-use characters are refused at the door, so they cannot arrive here.
        fc.pre(!/[\uE000-\uF8FF]/.test(value));
        const { blocks } = renderTemplate(TEMPLATE, { x: value }, { x: true });
        expect(shape(blocks)).toEqual(shape(plain.blocks));
        expect(texts(blocks)).toEqual(texts(plain.blocks).map((text) => text.replace(/(^|(?<= ))a(?=$|\.|\s| )/gu, () => value)));
      }),
      { numRuns: 300 },
    );
  });

  it('print numbers the Vietnamese way and hold a unit by a non-breaking blank', () => {
    const { blocks } = renderTemplate('Có {{x}} hồ sơ, {{y}} tổng số.', { x: figure('8605'), y: figure('89.692', 'percent') }, { x: true, y: true });
    expect(texts(blocks)).toEqual(['Có 8.605\u00A0hồ sơ, 89,69% tổng số.']);
  });

  it('write whole percentages without decimals', () => {
    const { blocks } = renderTemplate('{{x}} {{y}}', { x: figure('100', 'percent'), y: figure('0', 'percent') }, { x: true, y: true });
    expect(texts(blocks)).toEqual(['100% 0%']);
  });
});

describe('conditions on figures', () => {
  const template = '{{#if_positive x}}có {{x}}{{else}}không có{{/if_positive}}';

  it('keep the sentence about zero cases', () => {
    expect(texts(renderTemplate(template, { x: figure('0') }, { x: true }).blocks)).toEqual(['không có']);
    expect(texts(renderTemplate(template, { x: figure('6') }, { x: true }).blocks)).toEqual(['có 6']);
  });

  it('report a figure that is absent instead of taking it for 0', () => {
    const { findings } = renderTemplate(template, { x: { name: 'x', quantity: undefined, format: 'count' } }, { x: true });
    expect(findings.map(({ code }) => code)).toEqual(['figure-absent']);
  });
});

describe('the change against the period before', () => {
  const change = (now: string, before: string) => {
    const rendered = renderTemplate('{{change a b}}', { a: figure(now, 'percent'), b: figure(before, 'percent') }, { a: true, b: true });
    return { text: texts(rendered.blocks)[0], codes: rendered.findings.map(({ code }) => code) };
  };

  it('is computed unrounded and says so where the printed rates differ by another amount', () => {
    expect(change('36.2115', '34.4055')).toEqual({ text: 'tăng 1,81\u00A0điểm phần trăm (tính từ tỷ lệ chưa làm tròn)', codes: ['rounded-difference'] });
    expect(change('36.21', '34.41')).toEqual({ text: 'tăng 1,80\u00A0điểm phần trăm', codes: [] });
  });

  it('never says tăng over a fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (now, before) => {
        const { text } = change((now / 100).toFixed(2), (before / 100).toFixed(2));
        expect(text!.startsWith(now > before ? 'tăng ' : now < before ? 'giảm ' : 'không thay đổi')).toBe(true);
        expect(text).not.toContain('-');
      }),
    );
  });
});

describe('faults of a template are found before it runs', () => {
  it.each([
    ['unknown name', 'a\n{{y}}', 2],
    ['unknown field', '{{t.z}}', 1],
    ['field of a plain name', '{{x.value}}', 1],
    ['prototype', '{{t.constructor}}', 1],
    ['unknown helper', '{{sum x}}', 1],
    ['builtin if', '\n\n{{#if x}}a{{/if}}', 3],
    ['unknown block', '{{#each t}}a{{/each}}', 1],
    ['missing argument', '{{change x}}', 1],
    ['unknown name as argument', '{{padded y}}', 1],
    ['unknown partial', '{{> khac}}', 1],
    ['syntax', 'a\nb {{#if_positive x}}', 2],
  ])('%s', (_, text, line) => {
    const { findings } = renderTemplate(text, { x: figure('1'), t: { a: figure('1') } }, { x: true, t: ['a'] });
    expect(findings[0]).toMatchObject({ code: 'template-invalid', place: { file: 'body.md', line } });
  });

  it('with the line of the partial they stand in', () => {
    const { findings } = renderTemplate('{{> phan}}', {}, {}, { phan: 'dòng một\n\n{{y}}' });
    expect(findings[0]).toMatchObject({ place: { file: 'phan.md', line: 3 } });
  });
});

describe('template lines', () => {
  it('are known by every block, through conditions and partials', () => {
    const body = 'Một {{x}}.\n\n{{#if_positive x}}\nHai.\n\n{{/if_positive}}\n{{> phan}}\n\nCuối.\n';
    const { blocks } = renderTemplate(body, { x: figure('1') }, { x: true }, { phan: 'Ba.\n\n- Bốn\n- Năm\n' });
    const lines = blocks.flatMap((block) =>
      block.type === 'list' ? block.items.map(({ source }) => source) : 'source' in block ? [block.source] : [],
    );
    expect(lines.map((source) => `${source?.file}:${source?.line}`)).toEqual(['body.md:1', 'body.md:4', 'phan.md:1', 'phan.md:3', 'phan.md:4', 'body.md:9']);
  });
});

describe('markdown of administrative prose', () => {
  it('has headings, paragraphs, lists, strong and emphasis only', () => {
    const text = 'Giờ 08:30, [Thiếu nội dung: x], Số:123, <b>, `c`, &amp;, http://a.vn\n\n    thụt lề\n\n> không trích\n\n---\n';
    const { blocks } = renderTemplate(text, {}, {});
    expect(shape(blocks)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph']);
    expect(texts(blocks)[0]).toBe('Giờ 08:30, [Thiếu nội dung: x], Số:123, <b>, `c`, &amp;, http://a.vn');
  });

  it('keeps the mark a list was typed with, and counts numbered items', () => {
    const { blocks } = renderTemplate('- a\n  + b\n- c\n\n1. d\n1. e\n', {}, {});
    expect(shape(blocks)).toEqual([
      ['list', [['-', 0], ['+', 1], ['-', 0]]],
      ['list', [['1.', 0], ['2.', 0]]],
    ]);
  });
});
