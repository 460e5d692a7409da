/** Templates, written paragraphs and declarations that are huge, endless or reach for what is not theirs: each ends in a finding, at its line, at once. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/tree.js';
import { inlineText, walkBlocks } from '../../src/document/walk.js';
import { exact } from '../../src/statistics/exact.js';
import { readForm } from '../../src/statistics/read-form.js';
import { readManifest } from '../../src/template/manifest.js';
import { readWritten } from '../../src/template/written.js';
import { renderTemplate } from '../support/render-template.js';

/** Far above what any of these takes, far below a hang. */
const AT_ONCE_MS = 10_000;

const quantity = { value: exact(5), origin: { kind: 'source', place: { in: 'file', file: 'x.csv' }, written: '5', illustrative: false } } as const;
const x = { name: 'x', quantity, format: 'count' } as const;
const scope = { x: true, t: ['a'], period: ['name'] } as const;
const context = { x, t: { a: x }, period: { name: 'tháng 02 năm 2021' } };
const manifest = { tables: { t: { form: 'bieu' } }, written: { 'muc-mot': { title: 'Mục một' } } };
const form = { id: 'bieu', columns: [{ id: 'a' }] };

const render = (text: string, partials: Record<string, string> = {}) =>
  renderTemplate(text, context, scope, partials, { manifest, forms: new Map([['bieu', form]]), written: [], tables: {} } as never);
const texts = (blocks: readonly Block[]): string => [...walkBlocks(blocks, 'body')].map(({ inlines }) => inlineText(inlines)).join('\n');

function faultOf(text: string, partials: Record<string, string> = {}): { reason: string; line: number } {
  const { findings } = render(text, partials);
  expect(findings[0]?.code).toBe('template-invalid');
  const { message, place } = findings[0]!;
  expect(message).not.toMatch(/undefined|\[object/);
  expect(message.length).toBeLessThan(300);
  return { reason: message, line: place.in === 'text' ? place.line : 0 };
}

describe('a template reaches nothing but what it was given', { timeout: AT_ONCE_MS }, () => {
  it.each([
    '{{constructor}}', '{{__proto__}}', '{{t.__proto__}}', '{{t.constructor.constructor}}', '{{x.constructor}}', '{{this}}', '{{.}}', '{{./constructor}}', '{{@root.x}}', '{{../x}}',
    '{{[__proto__]}}', '{{lookup t "a"}}', '{{lookup this "constructor"}}', '{{log x}}', '{{slot x}}', '{{helperMissing}}', '{{blockHelperMissing x}}', '{{"constructor"}}', '{{5}}', '{{toString}}', '{{valueOf}}', '{{hasOwnProperty x}}',
    '{{padded constructor}}', '{{padded t.__proto__}}', '{{padded (lookup t "a")}}', '{{padded ("padded" x)}}', '{{padded x a=constructor.constructor}}', '{{padded x at="0:9"}}', '{{x a=1}}',
    '{{#with t}}{{a}}{{/with}}', '{{#each t}}a{{/each}}', '{{#if x}}a{{/if}}', '{{#unless x}}a{{/unless}}', '{{#t}}a{{/t}}', '{{^t}}a{{/t}}', '{{#"if_present" x}}a{{/"if_present"}}', '{{#if_present x as |y|}}a{{/if_present}}', '{{#if_present x as |x|}}{{x}}{{/if_present}}', '{{#padded x}}a{{/padded}}', '{{if_present x}}',
    '{{#if_present constructor}}a{{/if_present}}',
    '{{> ../x}}', '{{> /etc/passwd}}', '{{> "/etc/passwd"}}', '{{> "../../data/agencies/x"}}', '{{> (lookup t "a")}}', '{{> constructor}}', '{{> __proto__}}', '{{> 5}}', '{{> phan x}}', '{{> phan x=1}}', '{{#> phan}}a{{/phan}}', '{{#*inline "phan"}}a{{/inline}}', '{{* decorator}}',
  ])('%s is refused before it runs', (text) => {
    faultOf(text, { phan: 'a' });
  });

  it.each(['\\{{x}}', '{{{{if_present x}}}}{{x}}{{{{/if_present}}}}'])('%s would print a tag', (text) => {
    expect(faultOf(text).reason).toContain('không in được dấu «{{»');
  });

  it.each(['\uE0000\uE001', '\uE0020:1\uE003', 'a\u0001b', 'a\uFFFEb', 'a\uFFFDb'])('marks of its own, controls and non-characters in its text are refused at their line (%j)', (text) => {
    expect(faultOf(`Một.\n\n${text}`)).toMatchObject({ line: 3, reason: expect.stringContaining('ký tự không in được U+') as unknown });
  });

  it.each([
    ['{{written "constructor"}}', 'không có mục «constructor»'],
    ['{{written "__proto__"}}', 'không có mục «__proto__»'],
    ['{{units_with "constructor" "a" "hồ sơ"}}', 'không có cột «a» của bảng «constructor»'],
    ['{{units_with "t" "constructor" "hồ sơ"}}', 'không có cột «constructor» của bảng «t»'],
    ['{{padded "x"}}', 'tham số 1 của «padded» phải là một con số của số liệu'],
    ['{{change x 2}}', 'tham số 2 của «change» phải là một con số'],
    ['{{upper x}}', 'tham số 1 của «upper» phải là một đoạn chữ'],
    ['{{ordinal "a"}}', 'tham số 1 của «ordinal» phải là một số thứ tự'],
    ['{{ordinal 0}}', 'phải là một số thứ tự'],
    ['{{names period.name}}', 'tham số 1 của «names» phải là một con số'],
    ['{{written x}}', 'tham số 1 của «written» phải là một đoạn chữ'],
    ['{{padded (upper period.name)}}', 'phải là một con số'],
    ['{{#if_positive period.name}}a{{/if_positive}}', 'tham số 1 của «if_positive»'],
    ['{{#if_present "x"}}a{{/if_present}}', 'tham số 1 của «if_present»'],
  ])('%s is a finding when it runs', (text, reason) => {
    expect(faultOf(text).reason).toContain(reason);
  });

  it('names that every object has cannot be declared', () => {
    const { ok, findings } = readManifest('mau.yaml', 'id: thu\ntypeSymbol: BC\ntypeName: BÁO CÁO\nperiods: [month]\nsubject: a\nmainTable: constructor\ntables: {constructor: {form: a}}\n');
    expect(ok).toBe(false);
    expect(findings.map(({ message }) => message).join()).toContain('tên này dành riêng');
  });
});

describe('a template that is too much', { timeout: AT_ONCE_MS }, () => {
  const doubled = (levels: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: levels }, (_, level) => [`p${level}`, level === levels - 1 ? 'đoạn văn '.repeat(200) : `{{> p${level + 1}}}{{> p${level + 1}}}`]));

  it.each([
    ['megabytes', 'Đoạn văn. '.repeat(500_000), {}, 'dài quá 200.000 ký tự'],
    ['lines', 'a\n\n'.repeat(4000), {}, 'dài quá 5.000 dòng'],
    ['tags', '{{x}} '.repeat(2500), {}, 'có quá 2.000 dấu «{{»'],
    ['nested blocks', `${'{{#if_present x}}'.repeat(15)}a${'{{/if_present}}'.repeat(15)}`, {}, 'lồng nhau quá 10 cấp'],
    ['a chain of else', `{{#if_present x}}a${'{{else if_present x}}b'.repeat(900)}{{/if_present}}`, {}, 'lồng nhau quá 10 cấp'],
    ['nested calls', `{{upper ${'(upper '.repeat(1900)}x${' )'.repeat(1900)}}}`, {}, 'lồng nhau quá 10 cấp'],
    ['blocks beyond the stack of the parser', `${'{{#if_present x}}'.repeat(990)}a`, {}, 'sai cú pháp'],
    ['asterisks', '*a_ '.repeat(2000), {}, 'đoạn có quá 1.000 dấu'],
    ['lists in lists', `${'- '.repeat(5000)}a`, {}, 'có quá 10 dấu gạch đầu dòng'],
    ['a partial that includes itself', '{{> p}}', { p: 'a {{> p}}' }, '«p» gọi lại chính nó'],
    ['partials that include one another', 'a\n\n{{> p}}', { p: '{{> q}}', q: '{{#if_present x}}{{> p}}{{/if_present}}' }, '«p» gọi lại chính nó'],
    ['partials that double', '{{> p0}}', doubled(10), 'quá lớn khi ghép phần mẫu «p0»'],
    ['partials in partials', '{{> p0}}', Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`p${n}`, n === 49 ? 'a' : `{{> p${n + 1}}}`])), 'quá 10 cấp'],
    ['asterisks joined by partials', '{{> p}}'.repeat(20), { p: '*a_ '.repeat(400) }, 'quá lớn khi ghép'],
    ['a name', `{{${'a.'.repeat(450)}b}}`, {}, 'không có «a.a.a.'],
  ])('%s', (_, text, partials, reason) => {
    expect(faultOf(text, partials).reason).toContain(reason);
  });

  it('what a long report really has passes', () => {
    const part = `## 1. Tên {{x}}\n\n${'Trong **kỳ**, đã giải quyết *{{x}}* hồ sơ (đạt {{t.a}}).\n\n'.repeat(150)}`;
    const { blocks, findings } = render(`${'{{> p}}\n\n'.repeat(3)}{{#if_present x}}{{#if_positive t.a}}- a\n  - b\n    - c\n{{/if_positive}}{{/if_present}}`, { p: part });
    expect(findings).toEqual([]);
    expect(blocks.length).toBeGreaterThan(450);
  });

  it('the line of a block is found as quickly at the end of a long text as at its beginning', () => {
    const { blocks } = render('Một {{x}}.\n\n'.repeat(900));
    expect(blocks.at(-1)).toMatchObject({ source: { line: 1799 } });
  });
});

describe('a written paragraph that is too much', { timeout: AT_ONCE_MS }, () => {
  const read = (body: string) => readWritten('a.md', `---\nmuc: a\n---\n${body}`);

  it.each([
    ['megabytes', 'Đoạn văn. '.repeat(1_000_000), 'dài quá 200.000 ký tự', 1],
    ['lines', '- a\n  + b\n'.repeat(3000), 'dài quá 5.000 dòng', 5000],
    ['asterisks', `Một.\n\n${'*a_ '.repeat(2000)}`, 'đoạn có quá 1.000 dấu', 6],
    ['asterisks over lines', '**a\n'.repeat(3000), 'đoạn có quá 1.000 dấu', 1004],
    ['a word', `a\n\n${'M'.repeat(1001)}`, 'có một từ dài quá 1.000 ký tự', 6],
    ['a paragraph', `a\n\n${'chữ '.repeat(15_000)}`, 'đoạn dài quá 40.000 ký tự', 6],
    ['lists in one line', `a\n\n${'1. '.repeat(5000)}a`, 'có quá 10 dấu gạch đầu dòng trên một dòng', 6],
    ['lists by indent', Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'), 'lùi vào quá 40 ký tự', 25],
    ['marks of slots', 'a\uE0000\uE001', 'ký tự không in được U+E000', 4],
  ])('%s', (_, body, reason, line) => {
    const { ok, findings } = read(body);
    expect(ok).toBe(false);
    expect(findings[0]).toMatchObject({ code: 'paragraph-invalid', place: { file: 'a.md', line }, message: expect.stringContaining(reason) as unknown });
  });

  it('at the edge of each limit it is read, in time', () => {
    const nested = '- a\n  + b\n'.repeat(2400);
    const marked = '*a_ '.repeat(499);
    const deep = Array.from({ length: 20 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
    for (const body of [nested, marked, deep, 'chữ '.repeat(9_990), 'M'.repeat(1000), '_'.repeat(1000)]) expect(read(body).ok, body.slice(0, 20)).toBe(true);
  });

  it('lines to fill in and rows of stars that people type are text', () => {
    const written = read('Người lập: ________________\n\n* * *\n\nHết ** và *');
    expect(written.ok && texts(written.value.blocks)).toContain('________________');
  });
});

describe('a declaration that is too much', { timeout: AT_ONCE_MS }, () => {
  const columns = (count: number): string => Array.from({ length: count }, (_, n) => `  - {id: c${n}, type: count, header: C${n}, aliases: [x]}\n`).join('');
  const head = 'id: a\nname: b\nrows: units\ncolumns:\n  - {id: don_vi, type: unit, header: Đơn vị}\n';

  it.each([
    ['ten megabytes', `${head}notes:\n${'  - một dòng\n'.repeat(800_000)}`, 'tệp dài quá 300.000 ký tự'],
    ['ten thousand columns', head + columns(10_000), 'tệp dài quá 300.000 ký tự'],
    ['aliases that double', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`, 'không dùng bí danh'],
    ['nesting', '['.repeat(100_000), 'lồng nhau quá sâu'],
    ['keys of one map', Array.from({ length: 25_000 }, (_, n) => `k${n}: 1`).join('\n'), 'không hợp lệ'],
    ['faults', `${head}notes:\n${'- []\n'.repeat(50_000)}`, 'notes.0'],
    ['a control character by its escape', 'id: a\nname: "a\\u0001"\n', 'ký tự không in được U+0001'],
    ['the mark of a slot', 'id: a\nname: a\uE000\n', 'ký tự không in được U+E000'],
    ['half a pair by its escape', 'id: a\nname: "\\uD800"\n', 'ký tự không in được U+D800'],
    ['a prototype', '__proto__: {polluted: 1}\nid: a\n', 'không'],
  ])('%s', (_, text, reason) => {
    const { ok, findings } = readForm('a.yaml', text);
    expect(ok).toBe(false);
    expect(findings.length).toBeLessThanOrEqual(50);
    expect(findings.some(({ code, message }) => code === 'declaration-invalid' && message.includes(reason)), findings[0]?.message).toBe(true);
    for (const { message } of findings) expect(message.length).toBeLessThan(400);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['a:\n\tb: c', 'thụt đầu dòng bằng phím Tab'],
    ['a: 1\nb: {c: 1, c: 2}', 'tên «c» được ghi hai lần'],
    ['a: "x', 'thiếu dấu'],
    ['a: b: c', 'phải đặt trong dấu nháy'],
    ['a: @x', 'bắt đầu bằng ký tự đặc biệt'],
    ['- a\nb: c', 'không đọc được dòng này'],
  ])('the faults of YAML are said in Vietnamese: %j', (text, reason) => {
    expect(readForm('a.yaml', text).findings[0]?.message).toContain(reason);
  });
});
