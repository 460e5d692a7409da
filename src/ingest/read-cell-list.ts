/** A JSON of single corrected cells: `{ "cells": [ { "form", "period", "row", "column", "value" } ] }`. Apart from tables in JSON, which name rows by column. */
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { toPlainDecimal } from './decimal-text.js';
import { decodeBytes } from './decode-text.js';
import { parseJson, type JsonNode } from './parse-json.js';

export interface ListedCell {
  readonly form: string;
  readonly period?: string;
  /** Name or id of the row; id, header or path of the column. */
  readonly row: string;
  readonly column: string;
  /** Exact decimal text. */
  readonly value: string;
  readonly place: Place;
}

/** The cells of a list, or those that a plan proposes; undefined where the JSON is a table. Findings: encoding-unknown, json-invalid at the path of each fault. */
export function readCellList(file: string, bytes: Uint8Array): Outcome<readonly ListedCell[] | undefined> {
  const text = decodeBytes(file, bytes);
  if (!text.ok) return text;
  const parsed = parseJson(text.value);
  const invalid = (path: string, reason: string): Finding => found('json-invalid', { in: 'json', file, path }, { reason });
  if (!parsed.ok) return refused([invalid(parsed.fault.path, parsed.fault.reason)]);
  const kind = member(parsed.node, 'kind');
  // A plan proposes a second correction: its exact values are texts, for JSON numbers are doubles to other programs.
  const isPlan = kind?.kind === 'string' && kind.text === 'correction-plan';
  const proposal = member(parsed.node, 'proposal');
  if (isPlan && !proposal) return refused([invalid('$', 'là kế hoạch đính chính không đề xuất đính chính nào nữa')]);
  const list = member(isPlan ? proposal! : parsed.node, 'cells');
  if (!list) return accepted(undefined);
  if (list.kind !== 'array') return refused([invalid('$.cells', 'phải là một danh sách các ô')]);
  const findings: Finding[] = [];
  const cells = list.items.flatMap((item, index) => {
    const base = `$.cells[${index}]`;
    const string = (key: string): string | undefined => {
      const node = member(item, key);
      return node?.kind === 'string' && node.text.trim() !== '' ? node.text.trim() : undefined;
    };
    const value = member(item, 'value');
    const exact = value?.kind === 'number' ? toPlainDecimal(value.written) : isPlan && value?.kind === 'string' ? toPlainDecimal(value.text) : undefined;
    const [form, row, column, period] = [string('form'), string('row'), string('column'), string('period')];
    for (const [key, given] of Object.entries({ form, row, column })) if (given === undefined) findings.push(invalid(`${base}.${key}`, 'phải là chuỗi trong dấu ngoặc kép, không để trống'));
    if (exact === undefined) findings.push(invalid(`${base}.value`, 'phải là một số, không có dấu ngoặc kép'));
    if (form === undefined || row === undefined || column === undefined || exact === undefined) return [];
    return [{ form, row, column, value: exact, place: { in: 'json', file, path: base } as const, ...(period === undefined ? {} : { period }) }];
  });
  if (list.items.length === 0) findings.push(invalid('$.cells', 'không có ô nào'));
  return findings.length > 0 ? refused(findings) : accepted(cells);
}

function member(node: JsonNode, key: string): JsonNode | undefined {
  return node.kind === 'object' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}
