/** Part of the package lint: charts of a DOCX and the workbooks behind them. Word opens a chart whose workbook is missing or says something else, and only fails when one edits it. */
import { cachedValues, referencedCells } from './docx-charts.js';
import { resolveTarget, type Package } from './package-parts.js';
import { readXlsxSheets } from './xlsx-cells.js';
import { child, childElements, descendants, textContent, type XmlElement } from './xml.js';

const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `lintWorkbook` is the lint itself, since a workbook inside is a package of its own. */
export function lintCharts(pack: Package, lintWorkbook: (bytes: Uint8Array) => readonly string[]): readonly string[] {
  const faults: string[] = [];
  const behindCharts = new Set<string>();
  for (const [part, root] of pack.xml) {
    if (!/^word\/charts\/[^/]+\.xml$/.test(part) || root.name !== 'c:chartSpace') continue;
    if (contentType(pack, part) !== CHART) faults.push(`${part}: the content type is not that of a chart`);
    const workbook = workbookOf(pack, part, root);
    if (workbook === undefined) faults.push(`${part}: no workbook behind the chart`);
    else if (behindCharts.has(workbook)) faults.push(`${part}: shares its workbook ${workbook} with another chart`);
    else {
      behindCharts.add(workbook);
      faults.push(...lintCells(root, pack.parts[workbook]!).map((fault) => `${part}: ${fault}`));
    }
    faults.push(...lintSeries(root).map((fault) => `${part}: ${fault}`));
  }
  for (const [name, bytes] of Object.entries(pack.parts)) {
    if (!/^word\/embeddings\//.test(name)) continue;
    if (!behindCharts.has(name)) faults.push(`${name}: a file inside that no chart refers to`);
    if (contentType(pack, name) !== WORKBOOK) faults.push(`${name}: the content type is not that of a workbook`);
    faults.push(...innerFaults(bytes, lintWorkbook).map((fault) => `${name} › ${fault}`));
  }
  return faults;
}

function innerFaults(bytes: Uint8Array, lintWorkbook: (bytes: Uint8Array) => readonly string[]): readonly string[] {
  try {
    return lintWorkbook(bytes);
  } catch (error) {
    return [`cannot be opened: ${(error as Error).message}`];
  }
}

/** What the chart shows is what «Edit Data» will open. */
function lintCells(root: XmlElement, workbook: Uint8Array): readonly string[] {
  try {
    const sheets = readXlsxSheets(workbook);
    return [...descendants(root)]
      .filter(({ name }) => name === 'c:strRef' || name === 'c:numRef')
      .flatMap((reference) => {
        const [shown, cells] = [cachedValues(reference), referencedCells(reference, sheets)];
        const differs = shown.length !== cells.length || shown.some((value, at) => value !== cells[at]);
        return differs ? [`${textContent(child(reference, 'c:f')!)} shows ${JSON.stringify(shown)}, the cells of its workbook hold ${JSON.stringify(cells)}`] : [];
      });
  } catch (error) {
    return [`its data cannot be read: ${(error as Error).message}`];
  }
}

function workbookOf({ xml, parts }: Package, part: string, root: XmlElement): string | undefined {
  const id = child(root, 'c:externalData')?.attributes['r:id'];
  const relationships = xml.get(part.replace(/([^/]+)$/, '_rels/$1.rels'));
  const target = relationships && childElements(relationships).find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'];
  if (target === undefined) return undefined;
  const workbook = resolveTarget(part, target);
  return workbook in parts ? workbook : undefined;
}

function contentType({ xml }: Package, part: string): string | undefined {
  const types = xml.get('[Content_Types].xml');
  if (!types) return undefined;
  const override = childElements(types, 'Override').find(({ attributes }) => attributes['PartName'] === `/${part}`);
  const byExtension = childElements(types, 'Default').find(({ attributes }) => attributes['Extension']!.toLowerCase() === part.split('.').at(-1)!.toLowerCase());
  return (override ?? byExtension)?.attributes['ContentType'];
}

function lintSeries(root: XmlElement): readonly string[] {
  const faults: string[] = [];
  const axes = new Set([...descendants(root)].filter(({ name }) => /^c:(cat|val|date|ser)Ax$/.test(name)).map((axis) => child(axis, 'c:axId')?.attributes['val']));
  for (const element of descendants(root)) {
    if (/^c:\w+Chart$/.test(element.name)) {
      for (const { attributes } of childElements(element, 'c:axId')) if (!axes.has(attributes['val'])) faults.push(`<${element.name}> names the axis ${attributes['val']}, which does not exist`);
    }
    if (element.name !== 'c:ser') continue;
    const counts = ['c:cat', 'c:val'].map((name) => [...descendants(child(element, name) ?? element)].find((one) => one.name === 'c:ptCount')?.attributes['val']);
    if (counts[0] !== counts[1]) faults.push(`a series has ${counts[1]} values for ${counts[0]} categories`);
    for (const point of childElements(element, 'c:dPt')) {
      if (Number(child(point, 'c:idx')?.attributes['val']) >= Number(counts[0])) faults.push(`a bar ${child(point, 'c:idx')?.attributes['val']} has a colour and no value`);
    }
  }
  return faults;
}
