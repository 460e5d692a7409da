/** Who may import whom, which library lives where, and how files are named and written: src/README.md as a test. Every failure says what to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Folder → folders it may import from, besides itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  // Findings, figures and the Host are the words the command line speaks with the pipeline; the work is done behind the pipeline.
  cli: ['pipeline', 'store', 'statistics', 'finding'],
  pipeline: ['ingest', 'check', 'template', 'render', 'store', 'statistics', 'document', 'finding'],
  ingest: ['statistics', 'finding'],
  check: ['statistics', 'finding'],
  template: ['chart', 'statistics', 'document', 'finding'],
  render: ['chart', 'document', 'finding'],
  chart: ['statistics', 'document'],
  store: ['statistics', 'finding'],
  statistics: ['finding'],
  document: [],
  finding: [],
};

/** Single files that may be reached across, with the reason. */
const CROSSINGS: readonly { readonly from: string; readonly to: string; readonly because: string }[] = [
  { from: 'cli', to: 'render/writer.ts', because: '--formats takes the names of the formats' },
];

/** Library → where it may be imported; replacing it is then the work of one folder. */
const FENCES: readonly { readonly name: string; readonly library: RegExp; readonly only: readonly string[] }[] = [
  { name: 'exceljs', library: /^exceljs(\/|$)/, only: ['ingest/xlsx-process.ts', 'render/xlsx/'] },
  { name: 'docx', library: /^docx(\/|$)/, only: ['render/docx/'] },
  { name: 'pdfmake', library: /^pdfmake(\/|$)/, only: ['render/pdf/'] },
  { name: 'Handlebars and the Markdown parser', library: /^(handlebars|mdast|mdast-util-.*|micromark|micromark-.*)(\/|$)/, only: ['template/'] },
  { name: 'chart.js and its canvas', library: /^(chart\.js|chartjs-node-canvas|canvas|@napi-rs\/canvas)(\/|$)/, only: ['chart/'] },
  { name: 'diff', library: /^diff(\/|$)/, only: ['document/'] },
  { name: '@xmldom/xmldom', library: /^@xmldom\/xmldom(\/|$)/, only: ['render/docx/redline/'] },
  { name: 'yargs and cli-progress', library: /^(yargs|cli-progress)(\/|$)/, only: ['cli/'] },
  { name: 'yauzl', library: /^yauzl(\/|$)/, only: ['ingest/'] },
  { name: 'node:fs', library: /^(node:fs|fs)(\/promises)?$/, only: ['store/node-host.ts'] },
  { name: 'write-file-atomic', library: /^write-file-atomic(\/|$)/, only: ['store/node-host.ts'] },
];

const FORBIDDEN_NAMES = ['index', 'utils', 'util', 'common', 'helpers'];
/** «helpers» is what Handlebars calls the functions of a template. */
const NAME_EXCEPTIONS = ['src/template/helpers.ts'];

const LONGEST_FILE = 350;
/** One document, written out: data, not code. */
const LENGTH_EXCEPTIONS = ['test/support/sample-document.ts'];

interface SourceFile {
  /** From the root of the repository, with «/». */
  readonly path: string;
  readonly text: string;
}

function filesBelow(folder: string, extensions: readonly string[]): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const CODE = ['.ts', '.mts', '.mjs', '.cjs'];
const source = filesBelow('src', CODE).map((file) => ({ ...file, imports: importsOf(file.text) }));
const tests = filesBelow('test', CODE);
const texts = [...filesBelow('src', [...CODE, '.md', '.json']), ...filesBelow('templates', ['.md', '.yaml', '.yml'])];

/** Every module a file names: types too, since a type is also knowledge of another place. */
function importsOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const patterns = [/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm, /^\s*import\s*['"]([^'"]+)['"]/gm, /\bimport\(\s*['"]([^'"]+)['"]/g, /\brequire\(\s*['"]([^'"]+)['"]/g];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name!));
}

/** Path below src of a relative import; undefined for a library. */
function targetOf(path: string, name: string): string | undefined {
  return name.startsWith('.') ? posix.join(posix.dirname(path), name).replace(/^src\//, '').replace(/\.js$/, '.ts') : undefined;
}

const folderOf = (path: string): string => path.split('/')[0]!;
const belowSrc = (path: string): string => path.replace(/^src\//, '');

describe('the test itself', () => {
  test('sees the source, and every form of import in it', () => {
    expect(source.length).toBeGreaterThan(50);
    const text = `import a from 'a';\nimport type { B,\n C } from "b";\nexport { d } from './d.js';\nexport * from 'e';\nimport 'f';\nawait import('g');\nrequire('h');\n// import x from 'x';\n/* import y from 'y' */\nexport const z = "import q from 'q'";`;
    expect(importsOf(text)).toEqual(['a', 'b', './d.js', 'e', 'f', 'g', 'h']);
  });
});

describe('arrows', () => {
  test('folders import only from those below them', () => {
    const faults = source.flatMap(({ path, imports }) => {
      const from = belowSrc(path);
      const folder = folderOf(from);
      const allowed = ARROWS[folder];
      if (!allowed) return [`${path}: «${folder}» is not in the picture: put the file into a folder of src/README.md, or add the folder there and to ARROWS with its arrows`];
      return imports.flatMap((name) => {
        const to = targetOf(path, name);
        if (to === undefined || folderOf(to) === folder || allowed.includes(folderOf(to))) return [];
        if (CROSSINGS.some((crossing) => crossing.from === folder && crossing.to === to)) return [];
        return [`${path} imports ${name}: ${folder} may import ${allowed.join(', ') || 'nothing'}. Hand the value in as an argument, or move what both need to a folder below both`];
      });
    });
    expect(faults).toEqual([]);
  });

  test('tests and what is outside src are not imported by src', () => {
    const faults = source.flatMap(({ path, imports }) =>
      imports
        .filter((name) => targetOf(path, name)?.startsWith('..'))
        .map((name) => `${path} imports ${name}, which is outside src: move it into src`),
    );
    expect(faults).toEqual([]);
  });

  test('no circle between files', () => {
    const graph = new Map(source.map(({ path, imports }) => [belowSrc(path), imports.flatMap((name) => targetOf(path, name) ?? [])]));
    expect(findCircles(graph).map((circle) => `${circle.join(' → ')}: move what they share into a third file that imports neither`)).toEqual([]);
  });

  test('circles are found', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(findCircles(graph)).toEqual([['a', 'b', 'c', 'a']]);
  });
});

/** Each circle once, as the walk from its first file back to it. */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) circles.push([...trail.slice(at), node]);
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return circles;
}

describe('fences', () => {
  test.each(FENCES)('$name is imported only where it lives', ({ library, only }) => {
    const faults = source
      .filter(({ path, imports }) => imports.some((name) => library.test(name)) && !only.some((place) => belowSrc(path).startsWith(place)))
      .map(({ path }) => `${path}: this library may be imported in ${only.join(', ')} only. Put the call there behind a function of our own words`);
    expect(faults).toEqual([]);
  });
});

describe('files', () => {
  test('are named after what they hold', () => {
    const faults = [...source, ...tests]
      .filter(({ path }) => FORBIDDEN_NAMES.includes(basename(path).split('.')[0]!) && !NAME_EXCEPTIONS.includes(path))
      .map(({ path }) => `${path}: name the file after its one main export; what fits no name belongs to several files`);
    expect(faults).toEqual([]);
  });

  test('are no barrels', () => {
    const faults = source
      .filter(({ text }) => {
        const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
        return /\bexport\b/.test(code) && code.replace(/^\s*export\s[^'"]*?from\s*['"][^'"]+['"];?/gm, '').trim() === '';
      })
      .map(({ path }) => `${path} only passes on other files: import from where the thing is defined and delete this file`);
    expect(faults).toEqual([]);
  });

  test('can be read in one sitting', () => {
    const faults = [...source, ...tests]
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > LONGEST_FILE && !LENGTH_EXCEPTIONS.includes(path))
      .map(({ path, lines }) => `${path} has ${lines} lines, ${LONGEST_FILE} are allowed: split it where its first comment would need an «and»`);
    expect(faults).toEqual([]);
  });

  test('say in their first line what they are', () => {
    const faults = source
      .filter(({ text }) => !text.replace(/^#!.*\n/, '').replace(/^'use strict';\n/, '').startsWith('/**'))
      .map(({ path }) => `${path}: begin with /** what it is and why it is separate */`);
    expect(faults).toEqual([]);
  });

  test('run all their tests', () => {
    // In two pieces, so that this file does not accuse itself.
    const pattern = new RegExp(`\\b(?:test|it|describe|bench)(?:\\.\\w+)*\\.(?:${['on', 'sk', 'to'].map((start, at) => start + ['ly', 'ip', 'do'][at]).join('|')})\\b`);
    const faults = tests.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: take this mark away, or the test; a tool that may be absent is asked for by toolTest`] : [])),
    );
    expect(faults).toEqual([]);
  });

  test('hold Vietnamese in composed form (NFC)', () => {
    const faults = [...texts, ...tests].flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (line === line.normalize('NFC') ? [] : [`${path}:${at + 1}: save this line as NFC; where a test needs decomposed letters, write them as \\u escapes`])),
    );
    expect(faults).toEqual([]);
  });

  test('name no path of a private machine', () => {
    const pattern = new RegExp(`(?<![\\w.-])(?:/(?:${['work', 'home', 'root', 'Users'].join('|')})/|[A-Z]:\\\\+Users)`);
    const faults = [...texts, ...tests].flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: take the path from an argument, from import.meta or from os.tmpdir()`] : [])),
    );
    expect(faults).toEqual([]);
  });
});
