/** Text against data: the ordered list of the checks on written paragraphs. Checks return findings and change nothing. */
import { found } from '../../finding/catalog.js';
import type { UntracedFigure } from '../../finding/check-sheet.js';
import type { Finding } from '../../finding/finding.js';
import { checkCitationConflicts, checkCitationForm } from './check-citations.js';
import { checkDates } from './check-dates.js';
import { checkExtraction } from './check-extraction.js';
import { checkFigures, type MatchedFigures } from './check-figures.js';
import { checkNumberForm } from './check-number-form.js';
import { checkPercentages } from './check-percentages.js';
import { checkSums } from './check-sums.js';
import { figureRows, type FigureRows } from './figure-rows.js';
import { parseSentences, type Sentence } from './parse-sentences.js';
import type { ProseSubject } from './subject.js';

export function checkProse(subject: ProseSubject): { readonly findings: readonly Finding[]; readonly untraced: readonly UntracedFigure[] } {
  const sentences = subject.texts.flatMap(parseSentences);
  const rows = figureRows(subject.figures);
  const checked = sentences.map((sentence) => checkSentence(sentence, subject, rows));
  const untraced = checked.flatMap((one) => one.untraced);
  return { findings: [...checked.flatMap(({ findings }) => findings), ...checkCitationConflicts(sentences), ...countUntraced(untraced)], untraced };
}

function checkSentence(sentence: Sentence, subject: ProseSubject, rows: FigureRows): MatchedFigures {
  const { findings, untraced } = checkFigures(sentence, subject, rows);
  const shares = checkPercentages(sentence);
  // A percentage that its own operands contradict needs no second finding from the tables.
  const contradicted = (finding: Finding): boolean => finding.code === 'prose-figure-near' && shares.some(({ seen }) => seen === finding.seen);
  return {
    findings: [
      ...findings.filter((finding) => !contradicted(finding)),
      ...shares,
      ...checkNumberForm(sentence),
      ...checkSums(sentence),
      ...checkCitationForm(sentence),
      ...checkDates(sentence, subject),
      ...checkExtraction(sentence),
    ],
    untraced,
  };
}

const MOST_SHOWN = 5;

/** One note per file: the figures themselves stand in the check sheet. */
function countUntraced(untraced: readonly UntracedFigure[]): readonly Finding[] {
  const files = [...new Set(untraced.map(({ place }) => place.file))];
  return files.map((file) => {
    const figures = untraced.filter(({ place }) => place.file === file).map(({ text }) => text);
    const shown = figures.slice(0, MOST_SHOWN).map((text) => `«${text}»`).join(', ') + (figures.length > MOST_SHOWN ? '…' : '');
    return found('prose-figures-untraced', { in: 'file', file }, { count: figures.length, figures: shown }, { seen: figures.join('; ') });
  });
}
