/** Cuts a paragraph into sentences, each with the citations, dates and figures it holds: the one reading all prose rules share. */
import type { Place } from '../../finding/place.js';
import { parseCitations, type Citation } from '../../statistics/parse-citations.js';
import { parseFigures, type ProseFigure } from './parse-figures.js';
import { findDates, type ProseDate } from '../../statistics/prose-dates.js';
import type { ProseText } from './subject.js';

export interface Sentence {
  readonly text: string;
  readonly place: Place;
  readonly citations: readonly Citation[];
  readonly dates: readonly ProseDate[];
  readonly figures: readonly ProseFigure[];
}

/** A full stop behind these, or behind the number that opens a heading, ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:TP|TX|TT|KT|TM|TL|TS|ThS|PCT|CVP|PCVP|v\.v|\d{1,2}(?:\.\d{1,2})*)\.$/u;
const STOP = /[.!?…]+[)»”"]?\s+(?=[\p{Lu}\d(«“"])/gu;

export function parseSentences({ text, place }: ProseText): readonly Sentence[] {
  const tidied = tidy(text);
  const ends = [...tidied.matchAll(STOP)]
    .filter((match) => !ABBREVIATION.test(tidied.slice(Math.max(0, match.index - 12), match.index + 1)))
    .map((match) => match.index + match[0].length);
  return [0, ...ends]
    .flatMap((start, index) => pieces(tidied.slice(start, ends[index]).trim()))
    .filter((one) => one !== '')
    .map((one) => parseSentence(one, place));
}

/** No sentence of an office is longer; what is comes from a broken file, and must not cost minutes. */
const LONGEST = 2000;

function pieces(text: string): readonly string[] {
  if (text.length <= LONGEST) return [text];
  const blank = text.lastIndexOf(' ', LONGEST);
  const cut = blank > 0 ? blank : LONGEST;
  return [text.slice(0, cut), ...pieces(text.slice(cut).trim())];
}

function parseSentence(text: string, place: Place): Sentence {
  return { text, place, citations: parseCitations(text), dates: findDates(text), figures: parseFigures(text) };
}

/** Composed letters, plain blanks and hyphens, no footnote marks in superscript digits. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00A0\u2007\u2009\u202F\t\r\n]/g, ' ')
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]/g, '');
}
