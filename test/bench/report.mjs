/** Measured runs → the printed table. Ratios are taken round by round, neighbour by neighbour, and the median is shown: the machine's mood cancels out. */

/** Lane → the lane it is divided by. */
const FLOOR_OF = {
  'pipeline, cold': 'floor docx+pdf',
  'pipeline, unchanged': 'floor docx+pdf',
  'writers docx': 'floor docx',
  'carbone docx': 'floor docx',
  'writers pdf': 'floor pdf',
  'typst pdf': 'floor pdf',
  'check, annual workbooks': 'floor exceljs, annual workbooks',
};
const COLD = 'pipeline, cold';
const FEW = 'pipeline, cold, fewer documents';
const COLUMNS = ['lane', 'wall ms/doc', 'CPU ms/doc (range)', '× floor wall', '× floor CPU', 'peak MB of each process'];

export function printTable(runs) {
  const lanes = [...new Set(runs.map(({ lane }) => lane))].filter((lane) => lane !== FEW);
  const rows = lanes.map((lane) => {
    const base = FLOOR_OF[lane];
    const cpu = perDocument(runs, lane, 'cpu');
    return [
      lane,
      median(perDocument(runs, lane, 'wall')).toFixed(1),
      `${median(cpu).toFixed(1)} (${Math.min(...cpu).toFixed(1)}–${Math.max(...cpu).toFixed(1)})`,
      base ? ratio(runs, lane, base, 'wall').toFixed(2) : '1',
      base ? ratio(runs, lane, base, 'cpu').toFixed(2) : '1',
      peaks(runs, lane).map(([script, mb]) => `${script} ${mb.toFixed(0)}`).join(', '),
    ];
  });
  const widths = COLUMNS.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd();
  return [
    ...[COLUMNS, ...rows].map(line),
    '',
    `Unchanged / cold: wall ${ratio(runs, 'pipeline, unchanged', COLD, 'wall').toFixed(3)}, CPU ${ratio(runs, 'pipeline, unchanged', COLD, 'cpu').toFixed(3)}.`,
    `Peak MB, cold pipeline, ${count(runs, FEW)} → ${count(runs, COLD)} documents: ${growth(runs)}.`,
    'The pipeline also starts the command line, reads and checks workbooks, composes, hashes and writes manifests; floor and writers begin with finished words.',
  ];
}

function of(runs, lane) {
  return runs.filter((run) => run.lane === lane);
}

function perDocument(runs, lane, what) {
  return of(runs, lane).map((run) => (run[what] * 1000) / run.documents);
}

function ratio(runs, lane, base, what) {
  const bases = of(runs, base);
  return median(of(runs, lane).map((run, index) => run[what] / bases[index][what]));
}

/** [script, median MB] for each process of the lane. */
function peaks(runs, lane) {
  const scripts = [...new Set(of(runs, lane).flatMap(({ peakMb }) => Object.keys(peakMb)))];
  return scripts.map((script) => [script, median(of(runs, lane).map(({ peakMb }) => peakMb[script] ?? 0))]);
}

function growth(runs) {
  const many = new Map(peaks(runs, COLD));
  return peaks(runs, FEW).map(([script, mb]) => `${script} ${mb.toFixed(0)} → ${(many.get(script) ?? 0).toFixed(0)}`).join(', ');
}

function count(runs, lane) {
  return of(runs, lane)[0].documents;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The long report of footnotes.mjs: layout, passes and time a page, with its notes and without. */
export function footnotesLines({ withNotes, without }) {
  const line = (name, { passes, pages, warm }) =>
    `${name}: ${pages} pages, ${passes} pass; layout ${Math.round(warm.layoutMs)} ms, PDF ${Math.round(warm.totalMs)} ms, ${(warm.totalMs / pages).toFixed(1)} ms a page.`;
  const { cold } = withNotes;
  return [
    line('Long report with notes', withNotes),
    line('Long report without notes', without),
    `The first time in a process, when none of its ${withNotes.words} words has been laid out: layout ${Math.round(cold.layoutMs)} ms, PDF ${Math.round(cold.totalMs)} ms.`,
  ];
}
