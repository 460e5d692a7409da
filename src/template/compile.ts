/** Handlebars template → compiled template: the syntax tree is walked against the known names and helpers before anything runs, and every value becomes a slot. */
import Handlebars from 'handlebars';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { checkExpansion, countTags, DEEPEST, MOST_TAGS, type Inclusion, type Part } from './expanded-size.js';
import { lineMark } from './slots.js';
import { checkText } from './text-limits.js';

export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

/** Names a template may use: plain names, and objects with their fields. */
export type TemplateScope = Readonly<Record<string, readonly string[] | true>>;

/** A helper's face for the check before running. */
export interface HelperShape {
  readonly kind: 'value' | 'block';
  readonly parameters: readonly [least: number, most: number];
}

export interface CompiledTemplate {
  readonly files: readonly string[];
  /** Renders to text with slot and line marks. `place` of helpers is the template line they stand in. */
  run(context: object, data: object): string;
}

type Helpers = Readonly<Record<string, (...args: unknown[]) => unknown>>;

interface Prepared extends Part {
  readonly program: hbs.AST.Program;
}

/**
 * Compiles `body` with its partials («{{> name}}»). Refused with one `template-invalid` a fault: size, syntax, unknown
 * name, unknown helper, wrong number of arguments. Handlebars' own `strict` sees none of the last three in arguments.
 */
export function compileTemplate(
  body: TemplateSource,
  partials: Readonly<Record<string, TemplateSource>>,
  scope: TemplateScope,
  shapes: Readonly<Record<string, HelperShape>>,
  helpers: Helpers,
): Outcome<CompiledTemplate> {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper);
  const findings: Finding[] = [];
  const files: string[] = [];
  const prepare = (source: TemplateSource): Prepared | undefined => {
    const file = files.push(source.file) - 1;
    const before = findings.length;
    const report: Report = (line, column, reason) => {
      findings.push(found('template-invalid', { in: 'text', file: source.file, line, column }, { reason }));
    };
    for (const { line, reason } of checkText(source.text)) report(line, 1, reason);
    if (countTags(source.text) > MOST_TAGS) report(1, 1, `có quá ${MOST_TAGS.toLocaleString('vi')} dấu «{{» và «(»`);
    if (findings.length > before) return undefined;
    let program: hbs.AST.Program;
    try {
      program = handlebars.parse(source.text);
    } catch (error) {
      const line = faultLine(error);
      // What is nested so deep that the stack ends; every other error is the syntax.
      report(line, 1, error instanceof RangeError ? 'các khối hoặc hàm lồng nhau quá sâu' : `sai cú pháp Handlebars (${quoted(source.text, line)})`);
      return undefined;
    }
    const writer = new SlotWriter(file, source.text, scope, shapes, Object.keys(partials), report);
    writer.accept(program);
    return { program, text: source.text, includes: writer.includes };
  };
  const main = prepare(body);
  const named = Object.entries(partials).map(([name, source]) => [name, prepare(source)] as const);
  if (findings.length > 0 || !main) return refused(findings);
  const sound = named as readonly (readonly [string, Prepared])[];
  const expansion = checkExpansion(main, new Map(sound));
  if (expansion) return refused([found('template-invalid', { in: 'text', file: body.file, line: expansion.line }, { reason: expansion.reason })]);
  const options = { noEscape: true, knownHelpersOnly: true, knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])) };
  for (const [name, { program }] of sound) handlebars.registerPartial(name, handlebars.compile(program, options));
  const template = handlebars.compile(main.program, options);
  return accepted({ files, run: (context, data) => template(context, { data }) });
}

type Report = (line: number, column: number, reason: string) => void;

/** «Parse error on line 3», «a doesn't match b - 3:5»; the first line where Handlebars names none. */
function faultLine(error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  return Number(/on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1] ?? 1);
}

function quoted(text: string, line: number): string {
  return text.split('\n')[line - 1]?.trim().slice(0, LONGEST_QUOTE) ?? '';
}

const LONGEST_QUOTE = 60;

/** Name of the helper that stores a value as a slot; registered by the renderer. */
export const SLOT_HELPER = 'slot';

class SlotWriter extends Handlebars.Visitor {
  readonly includes: Inclusion[] = [];
  private depth = 0;

  constructor(
    private readonly file: number,
    private readonly text: string,
    private readonly scope: TemplateScope,
    private readonly shapes: Readonly<Record<string, HelperShape>>,
    private readonly partials: readonly string[],
    private readonly report: Report,
  ) {
    super();
  }

  override ContentStatement(content: hbs.AST.ContentStatement): void {
    const { original, value } = content as hbs.AST.ContentStatement & { original: string };
    if (!value) return;
    // «\\{{x}}» and «{{{{x}}}}» print what they hold as it is.
    if (value.includes('{{')) this.refuse(content, 'không in được dấu «{{»');
    // Handlebars trims the blanks of standalone tags: lines trimmed on the left count.
    const trimmed = original.slice(0, Math.max(0, original.endsWith(value) ? original.length - value.length : original.indexOf(value)));
    content.value = lineMark(this.file, content.loc.start.line + trimmed.split('\n').length - 1) + value;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (mustache.path.type !== 'PathExpression') return this.refuse(mustache, 'chỉ in được biến hoặc hàm');
    if (mustache.hash?.pairs.length) return this.refuse(mustache, 'không nhận tham số có tên');
    const path = mustache.path as hbs.AST.PathExpression;
    const call = { type: 'SubExpression', path, params: mustache.params, hash: mustache.hash, loc: mustache.loc } as hbs.AST.SubExpression;
    const value = this.isHelper(path) ? call : mustache.params.length === 0 ? path : undefined;
    if (!value) return this.refuse(mustache, `không có hàm «${shown(path)}»`);
    if (value === call) this.checkCall(call, 'value');
    else this.checkName(path);
    mustache.path = pathTo(SLOT_HELPER, mustache.loc);
    mustache.params = [value];
    mustache.hash = this.placed(mustache.loc);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    // Names of a block of its own would hide those that were checked.
    if (block.program?.blockParams?.length || block.inverse?.blockParams?.length) this.refuse(block, 'không dùng «as |…|»');
    this.checkCall(block as unknown as hbs.AST.SubExpression, 'block');
    this.deeper(block, () => {
      this.accept(block.program);
      if (block.inverse) this.accept(block.inverse);
    });
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    // «{{> (…)}}» would choose a partial while the template runs.
    if (partial.name.type === 'SubExpression') return this.refuse(partial, 'tên phần mẫu phải viết thẳng ra');
    const name = String((partial.name as hbs.AST.PathExpression).original);
    if (this.partials.includes(name)) this.includes.push({ name, line: partial.loc.start.line });
    else this.refuse(partial, `không có phần mẫu «${name.slice(0, LONGEST_QUOTE)}»`);
    if (partial.params.length > 0 || (partial.hash?.pairs.length ?? 0) > 0) this.refuse(partial, 'phần mẫu không nhận tham số');
  }

  override PartialBlockStatement(block: hbs.AST.PartialBlockStatement): void {
    this.refuse(block, 'không dùng phần mẫu dạng khối');
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    this.refuse(block, 'không dùng decorator');
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.refuse(decorator, 'không dùng decorator');
  }

  private isHelper(path: hbs.AST.PathExpression): boolean {
    return path.parts.length === 1 && !path.data && path.depth === 0 && Object.hasOwn(this.shapes, String(path.parts[0]));
  }

  private checkCall(call: hbs.AST.SubExpression, kind: HelperShape['kind']): void {
    const path = call.path as hbs.AST.PathExpression;
    const shape = path.type === 'PathExpression' && this.isHelper(path) ? this.shapes[String(path.parts[0])] : undefined;
    if (shape?.kind !== kind) {
      return this.refuse(call, `không có ${kind === 'block' ? 'khối' : 'hàm'} «${shown(path)}»`);
    }
    if (call.hash?.pairs.length) return this.refuse(call, 'không nhận tham số có tên');
    const [least, most] = shape.parameters;
    if (call.params.length < least || call.params.length > most) {
      this.refuse(call, `«${path.original}» cần ${least === most ? least : `${least} đến ${most}`} tham số, thấy ${call.params.length}`);
    }
    for (const param of call.params) {
      if (param.type === 'SubExpression') this.deeper(call, () => this.checkCall(param as hbs.AST.SubExpression, 'value'));
      else if (param.type === 'PathExpression') this.checkName(param as hbs.AST.PathExpression);
    }
    call.hash = this.placed(call.loc);
  }

  private deeper(node: hbs.AST.Node, visit: () => void): void {
    if (this.depth >= DEEPEST) return this.refuse(node, `các khối hoặc hàm lồng nhau quá ${DEEPEST} cấp`);
    this.depth++;
    visit();
    this.depth--;
  }

  private checkName(path: hbs.AST.PathExpression): void {
    const [name, field, ...rest] = path.parts.map(String);
    const fields = name !== undefined && Object.hasOwn(this.scope, name) ? this.scope[name] : undefined;
    const known = fields === true ? field === undefined : field !== undefined && fields?.includes(field);
    if (path.data || path.depth > 0 || rest.length > 0 || !known) this.refuse(path, `không có «${shown(path)}» trong số liệu của mẫu`);
  }

  private refuse(node: hbs.AST.Node, reason: string): void {
    const { line, column } = node.loc.start;
    this.report(line, column + 1, `${reason} (${quoted(this.text, line)})`);
  }

  /** The place of a call in the template, for the findings of helpers. */
  private placed(loc: hbs.AST.SourceLocation): hbs.AST.Hash {
    const value = { type: 'StringLiteral', value: `${this.file}:${loc.start.line}`, original: '', loc } as hbs.AST.StringLiteral;
    const pair = { type: 'HashPair', key: PLACE_KEY, value, loc } as hbs.AST.HashPair;
    return { type: 'Hash', pairs: [pair], loc } as hbs.AST.Hash;
  }
}

/** Key of the hidden argument that carries «file:line». */
export const PLACE_KEY = 'at';

function shown({ original }: { readonly original: unknown }): string {
  return String(original).slice(0, LONGEST_QUOTE);
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc } as hbs.AST.PathExpression;
}
