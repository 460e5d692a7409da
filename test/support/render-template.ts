/** Runs a small template over given values, for tests of the template engine. */
import { compileTemplate, type TemplateScope } from '../../src/template/compile.js';
import type { RenderState } from '../../src/template/call.js';
import { handlebarsHelpers, helperShapes } from '../../src/template/helpers.js';
import { toBlocks } from '../../src/template/markdown.js';
import { takeLineMarks } from '../../src/template/slots.js';
import { createTrace } from '../../src/template/trace.js';
import type { Block } from '../../src/document/tree.js';
import type { DocumentData } from '../../src/template/document-data.js';
import type { Finding } from '../../src/finding/finding.js';

export const houseStyle = { sizeProfile: 'B', percentSpace: false, differenceUnit: 'điểm phần trăm' } as const;

export interface Rendered {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

export function renderTemplate(
  text: string,
  context: Record<string, unknown>,
  scope: TemplateScope,
  partials: Record<string, string> = {},
  data: Partial<DocumentData> = {},
): Rendered {
  const sources = Object.fromEntries(Object.entries(partials).map(([name, body]) => [name, { file: `${name}.md`, text: body }]));
  const compiled = compileTemplate({ file: 'body.md', text }, sources, scope, helperShapes, handlebarsHelpers);
  if (!compiled.ok) return { blocks: [], findings: compiled.findings };
  const findings: Finding[] = [];
  const trace = createTrace();
  const state: RenderState = {
    data: { agency: { style: houseStyle, units: [] }, ...data } as unknown as DocumentData,
    trace,
    slots: [],
    findings,
    files: compiled.value.files,
    appendices: new Map(),
    tables: { trace, findings, provinces: 63, tableOf: () => undefined },
    captions: new Map(),
    chartOf: () => undefined,
    references: [],
    cautions: new Set(),
    asked: new Map(),
    told: new Map(),
  };
  const marked = compiled.value.run(context, { state });
  return { blocks: toBlocks(takeLineMarks(marked, compiled.value.files), state.slots), findings };
}
