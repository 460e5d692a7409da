/** Loads a workspace: agencies, forms, document templates, each with what was read for it. One bad file never stops the others. */
import { faultyRelations } from '../check/relations.js';
import { cellScope } from '../check/table-cells.js';
import { found } from '../finding/catalog.js';
import type { Finding, Outcome } from '../finding/finding.js';
import type { Form } from '../statistics/form.js';
import { readForm } from '../statistics/read-form.js';
import type { Host } from '../store/host.js';
import { recordReads, type Reads } from '../store/recording-host.js';
import { readAgency, type Agency } from '../template/agency.js';
import { compileTemplate, type CompiledTemplate, type TemplateSource } from '../template/compile.js';
import type { DocumentTemplate } from '../template/compose.js';
import { templateScope } from '../template/template-context.js';
import { handlebarsHelpers, helperShapes } from '../template/helpers.js';
import { checkManifest } from '../template/check-manifest.js';
import { placeholder } from '../template/number-exhibits.js';
import { readTaskBlock, type TaskBlock } from '../template/task-block.js';
import { NO_REGISTERS, readActs, readUnits, type Registers } from '../template/registers.js';
import { readManifest, withVariants, type Manifest } from '../template/manifest.js';

export interface Loaded<T> {
  readonly value: T;
  readonly reads: Reads;
}

export interface LoadedTemplate {
  readonly manifest: Manifest;
  readonly template: DocumentTemplate;
}

export interface Workspace {
  /** Names of the agency files, readable or not. */
  readonly agencyFiles: readonly string[];
  readonly agencies: ReadonlyMap<string, Loaded<Agency>>;
  readonly forms: ReadonlyMap<string, Loaded<Form>>;
  readonly templates: ReadonlyMap<string, Loaded<LoadedTemplate>>;
  /** Task blocks by id. */
  readonly stock: ReadonlyMap<string, Loaded<TaskBlock>>;
  /** Empty where there are none. What was read for them is recorded also where a file is absent, so that adding one makes jobs stale. */
  readonly registers: Loaded<Registers>;
  /** What could be read of them, by document id, also where the template is at fault: it still says for which periods the document is made. */
  readonly manifests: ReadonlyMap<string, Manifest>;
  /** Template folder, or document → why it cannot be used; its jobs are refused with these findings. */
  readonly templateFaults: ReadonlyMap<string, readonly Finding[]>;
  /** Every fault of a declaration. */
  readonly findings: readonly Finding[];
}

const AGENCIES = 'data/agencies';
const FORMS = 'templates/forms';
const DOCUMENTS = 'templates/documents';
export const BLOCKS = 'templates/blocks';
const REGISTER_OF_ACTS = 'templates/registers/van-ban.yaml';
const REGISTER_OF_UNITS = 'templates/registers/don-vi-hanh-chinh.yaml';

/** undefined where the folder is no workspace: no agency, or no document template. */
export async function loadWorkspace(host: Host): Promise<Workspace | undefined> {
  const findings: Finding[] = [];
  const keep = <T>(loaded: { outcome: Outcome<T>; reads: Reads } | undefined): Loaded<T>[] => {
    if (!loaded) return [];
    findings.push(...loaded.outcome.findings);
    return loaded.outcome.ok ? [{ value: loaded.outcome.value, reads: loaded.reads }] : [];
  };
  const agencyFiles = await yamlFiles(host, AGENCIES);
  const formFiles = await yamlFiles(host, FORMS);
  const folders = (await host.list(DOCUMENTS)).filter(({ kind }) => kind === 'directory').map(({ name }) => name);
  if (agencyFiles.length === 0 || folders.length === 0) return undefined;
  const agencies: Loaded<Agency>[] = [];
  for (const file of agencyFiles) agencies.push(...keep(await loadText(host, file, readAgency)));
  const forms: Loaded<Form>[] = [];
  for (const file of formFiles) forms.push(...keep(await loadText(host, file, readForm)));
  const known = new Map(forms.map((form) => [form.value.id, form.value]));
  const sound = forms.map((form) => ({ ...form, value: withSoundRelations(form.value, [...known.values()], findings) }));
  const templates: Loaded<LoadedTemplate>[] = [];
  const manifests = new Map<string, Manifest>();
  const templateFaults = new Map<string, readonly Finding[]>();
  for (const folder of folders) {
    const loaded = await loadTemplate(host, `${DOCUMENTS}/${folder}`, known);
    const declared = loaded?.manifests ?? [];
    for (const { id, file } of declared.slice(1)) {
      if (folders.includes(id)) findings.push(found('declaration-invalid', { in: 'text', file, line: 1 }, { reason: `variants: đã có thư mục mẫu «${id}»` }));
    }
    for (const manifest of declared) manifests.set(manifest.id, manifest);
    for (const { value, reads } of keep(loaded)) templates.push(...declared.map((manifest) => ({ value: { ...value, manifest }, reads })));
    if (loaded && !loaded.outcome.ok) for (const id of [folder, ...declared.map((manifest) => manifest.id)]) templateFaults.set(id, loaded.outcome.findings);
  }
  const stock: Loaded<TaskBlock>[] = [];
  for (const { name, kind } of await host.list(BLOCKS)) if (kind === 'file' && name.endsWith('.md')) stock.push(...keep(await loadText(host, `${BLOCKS}/${name}`, readTaskBlock)));
  return {
    stock: new Map(stock.map((block) => [block.value.id, block])),
    agencyFiles: agencyFiles.map((file) => file.slice(AGENCIES.length + 1).replace(/\.ya?ml$/, '')),
    agencies: new Map(agencies.map((agency) => [agency.value.id, agency])),
    forms: new Map(sound.map((form) => [form.value.id, form])),
    templates: new Map(templates.map((template) => [template.value.manifest.id, template])),
    registers: await loadRegisters(host, findings),
    manifests,
    templateFaults,
    findings,
  };
}

/** A register that cannot be read is said; its checks are left out. */
async function loadRegisters(host: Host, findings: Finding[]): Promise<Loaded<Registers>> {
  const recording = recordReads(host);
  const load = async <T>(file: string, read: (file: string, text: string) => Outcome<T>): Promise<T | undefined> => {
    const text = await readText(recording.host, file);
    if (text === undefined) return undefined;
    const outcome = read(file, text);
    findings.push(...outcome.findings);
    return outcome.ok ? outcome.value : undefined;
  };
  const acts = (await load(REGISTER_OF_ACTS, readActs)) ?? NO_REGISTERS.acts;
  const units = (await load(REGISTER_OF_UNITS, readUnits)) ?? NO_REGISTERS.units;
  return { value: { acts, units }, reads: recording.reads() };
}

/** A relation to a form or column that is not there is said and left out; the form's own rules hold all the same. */
function withSoundRelations(form: Form, forms: readonly Form[], findings: Finding[]): Form {
  const faults = faultyRelations(form, cellScope(forms));
  if (faults.length === 0) return form;
  findings.push(...faults.map(({ reason }) => found('declaration-invalid', { in: 'text', file: form.file, line: 1 }, { reason }, { severity: 'warning' })));
  const isFaulty = (text: string): boolean => faults.some(({ relation }) => text.includes(relation));
  return {
    ...form,
    relations: form.relations.filter(({ rule, otherwise = '' }) => !isFaulty(rule) && !isFaulty(otherwise)),
    shares: form.shares.filter(({ base }) => !isFaulty(base)),
  };
}

async function yamlFiles(host: Host, folder: string): Promise<readonly string[]> {
  return (await host.list(folder)).filter(({ kind, name }) => kind === 'file' && /\.ya?ml$/.test(name)).map(({ name }) => `${folder}/${name}`);
}

async function loadText<T>(host: Host, file: string, read: (file: string, text: string) => Outcome<T>): Promise<{ outcome: Outcome<T>; reads: Reads }> {
  const recording = recordReads(host);
  const text = await readText(recording.host, file);
  return { outcome: read(file, text ?? ''), reads: recording.reads() };
}

async function readText(host: Host, file: string): Promise<string | undefined> {
  const bytes = await host.read(file);
  return bytes && new TextDecoder().decode(bytes).normalize('NFC');
}

/** `mau.yaml`, `body.md` and the partials beside it. A folder without `mau.yaml` is no template. */
async function loadTemplate(
  host: Host,
  folder: string,
  forms: ReadonlyMap<string, Form>,
): Promise<{ outcome: Outcome<LoadedTemplate>; reads: Reads; manifests: readonly Manifest[] } | undefined> {
  const recording = recordReads(host);
  const manifestFile = `${folder}/mau.yaml`;
  const manifestText = await readText(recording.host, manifestFile);
  if (manifestText === undefined) return undefined;
  const manifest = readManifest(manifestFile, manifestText);
  const partials: Record<string, TemplateSource> = {};
  for (const { name } of await recording.host.list(folder)) {
    if (!name.endsWith('.md')) continue;
    const file = `${folder}/${name}`;
    partials[name.slice(0, -'.md'.length)] = { file, text: (await readText(recording.host, file)) ?? '' };
  }
  const reads = recording.reads();
  if (!manifest.ok) return { outcome: manifest, reads, manifests: [] };
  return { outcome: compileDocument(manifest.value, partials, forms), reads, manifests: withVariants(manifest.value) };
}

function compileDocument(manifest: Manifest, parts: Readonly<Record<string, TemplateSource>>, forms: ReadonlyMap<string, Form>): Outcome<LoadedTemplate> {
  const findings: Finding[] = Object.values(manifest.tables)
    .filter(({ form }) => !forms.has(form))
    .map(({ form }) => found('declaration-invalid', { in: 'text', file: manifest.file, line: 1 }, { reason: `không có biểu «${form}» trong ${FORMS}` }));
  const { body, ...partials } = parts;
  if (!body) findings.push(found('declaration-invalid', { in: 'file', file: manifest.file }, { reason: 'thiếu tệp body.md bên cạnh' }));
  if (findings.length > 0 || !body) return { ok: false, findings };
  findings.push(...checkManifest(manifest, forms).map((reason) => found('declaration-invalid', { in: 'text', file: manifest.file, line: 1 }, { reason })));
  const scope = templateScope(manifest, forms);
  const compile = (source: TemplateSource): CompiledTemplate | undefined => {
    const outcome = compileTemplate(source, source === body ? partials : {}, scope, helperShapes, handlebarsHelpers);
    findings.push(...outcome.findings);
    return outcome.ok ? outcome.value : undefined;
  };
  const inline = (text: string): CompiledTemplate | undefined => compile({ file: manifest.file, text });
  const compiledBody = compile(body);
  const subject = inline(manifest.subject);
  const appendices = manifest.appendices.map(({ title, subtitle }) => {
    const compiledTitle = inline(title);
    const compiledSubtitle = subtitle === undefined ? undefined : inline(subtitle);
    return compiledTitle && { title: compiledTitle, ...(compiledSubtitle ? { subtitle: compiledSubtitle } : {}) };
  });
  const captions = new Map<string, CompiledTemplate>();
  for (const [name, { caption }] of [...Object.entries(manifest.tables).map(([id, use]) => [placeholder('table', id), use] as const), ...Object.entries(manifest.charts).map(([id, use]) => [placeholder('chart', id), use] as const)]) {
    const compiledCaption = caption === undefined ? undefined : inline(caption);
    if (compiledCaption) captions.set(name, compiledCaption);
  }
  if (findings.length > 0 || !compiledBody || !subject) return { ok: false, findings };
  const template = { captions, body: compiledBody, subject, appendices: appendices.filter((one) => one !== undefined) };
  return { ok: true, value: { manifest, template }, findings };
}
