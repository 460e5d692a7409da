/** Texts in cells that are no names and no figures: what no document can carry is refused, the rest is carried letter by letter. */
import { describe, expect, test } from 'vitest';
import { contents, tableOf } from '../context.js';
import { cells, csv, readCase, runCases, singleFigures, type HostileCase } from './hostile-case.js';

const says = (outcome: HostileCase['outcome'], ...codes: readonly string[]) => ({ outcome, says: codes });
const remark = (text: string): string => singleFigures('36,21', `x;"${text}";5;lượt;`);
const LONG = `Trung tâm ${'hành chính công '.repeat(20)}`.trim().slice(0, 300);

describe('refused where it stands', () => {
  runCases('a.csv', [
    { name: 'control characters', input: remark('a\u0007b'), ...says('refused', 'reserved-character 3') },
    { name: 'C1 control characters', input: remark('a\u0090b'), ...says('refused', 'reserved-character 3:2') },
    { name: 'a lone surrogate cannot come in; what stands for it is refused', input: remark('a\uFFFDb'), ...says('refused', 'reserved-character 3:2') },
    { name: 'private use, the marks of the templates', input: remark('a\uE000b'), ...says('refused', 'reserved-character 3:2') },
    { name: 'a noncharacter', input: remark('a\uFFFEb'), ...says('refused', 'reserved-character 3:2') },
    { name: 'an override of direction', input: remark('5\u202E21'), ...says('refused', 'reserved-character 3:2'), words: ['U+202E'] },
    { name: 'an isolate of direction', input: remark('\u2067a\u2069'), ...says('refused', 'reserved-character 3:2') },
  ]);
  runCases('a.xlsx', [
    { name: 'in a title of a workbook', input: cells({ A1: 'PHỤ LỤC \u202EI' }), ...says('refused', 'reserved-character A1') },
    { name: 'written as Excel escapes it', input: cells({ A1: 'PHỤ LỤC _x0001_ I' }), ...says('refused', 'reserved-character A1') },
  ]);
});

describe('as names of units: a question or a refusal, never text of a document', () => {
  const named = (name: string): string => csv({ 3: `2,"${name}",3,1,0,0,0,4,chi_tiet` });
  runCases('a.csv', [
    { name: 'template tags', input: named('{{agency.name}}'), ...says('refused', 'unit-missing 1:2', 'unit-unknown 3:2') },
    { name: 'Markdown', input: named('_Sở Công Thương_'), ...says('question', 'unit-unknown 3:2') },
    { name: 'a formula', input: named('=1+2'), ...says('refused', 'unit-missing 1:2', 'unit-unknown 3:2') },
    { name: '300 letters', input: named(LONG), ...says('refused', 'unit-missing 1:2', 'unit-unknown 3:2') },
  ]);
});

describe('carried as it is', () => {
  const texts = ['{{agency.name}} {{#if x}}', '| a | b |', '# Đề mục', '[x](javascript:alert(1))', '<w:p/>', '&amp; &#0;', '=SUM(A1)', '${jndi:ldap://x}', '../../etc/passwd', '\u200Fa', '한국어 ß 🙂', LONG];
  runCases('a.csv', texts.map((text) => ({ name: text.slice(0, 30), input: remark(text), ...says('accepted') })));

  test.each(texts)('%s', async (text) => {
    const { tables } = await readCase({ input: remark(text) }, 'a.csv');
    expect(contents(tableOf(tables, 'so-lieu-khac'))['x']!['dien_giai']).toBe(text);
  });
});
