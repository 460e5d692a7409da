/** Notes at the foot of a page under a short rule; what does not fit goes on at the foot of the next, before that page's own. */
import type { Inline } from '../../document/tree.js';
import { mmToPt } from '../style.js';
import { REGULAR } from './fonts.js';
import { inkedLine, stacked, type Inked } from './ink.js';
import { toRuns, type Note } from './runs.js';
import { setRuns, type NoteLines, type SetLine } from './set-text.js';
import type { Setting } from './setting.js';

/** White above the rule, and between rule and notes. */
const ABOVE_RULE_PT = 6;
const BELOW_RULE_PT = 3;
const RULE_MM = 50;
const RULE_PT = 0.5;
/** A note up to this many lines is not parted; of a longer one as many at least stand on the page of its mark, and on the next. */
const UNPARTED = 3;
const LEAST = 2;

export interface Foot {
  readonly box: Inked;
  readonly rest: readonly NoteLines[];
}

/** Notes of a section, each set once. */
export function noteSetter(setting: Omit<Setting, 'noteLines'>): (note: Note) => NoteLines {
  const known = new Map<Note, NoteLines>();
  return (note) => {
    const set = known.get(note) ?? { note, lines: setNote(setting, note) };
    known.set(note, set);
    return set;
  };
}

/** The whole notes, as a row with their marks would need them. */
export function notesHeightPt(setting: Setting, notes: readonly Note[]): number {
  return footHeightPt(notes.map(setting.noteLines));
}

/** With the rule over them. */
export function footHeightPt(notes: readonly NoteLines[]): number {
  return notes.length === 0 ? 0 : ABOVE_RULE_PT + BELOW_RULE_PT + notes.reduce((sum, { lines }) => sum + heightPt(lines), 0);
}

/** What the page must hold of a new note so that its mark may stand there. */
export function beginning({ note, lines }: NoteLines): NoteLines {
  return { note, lines: lines.length <= UNPARTED ? lines : lines.slice(0, LEAST) };
}

export function pageFoot(notes: readonly NoteLines[], roomPt: number): Foot {
  let leftPt = roomPt - ABOVE_RULE_PT - BELOW_RULE_PT;
  const placed: SetLine[] = [];
  const rest: NoteLines[] = [];
  for (const { note, lines } of notes) {
    let count = rest.length > 0 ? 0 : lines.length;
    while (count > 0 && heightPt(lines.slice(0, count)) > leftPt + 0.01) count--;
    // No line is left alone on the next page.
    if (count === lines.length - 1 && count > LEAST) count--;
    placed.push(...lines.slice(0, count));
    leftPt -= heightPt(lines.slice(0, count));
    if (count < lines.length) rest.push({ note, lines: lines.slice(count) });
  }
  if (placed.length === 0) return { box: { heightPt: 0, items: [], notes: [] }, rest };
  const rule: Inked = {
    heightPt: ABOVE_RULE_PT + BELOW_RULE_PT,
    items: [{ type: 'vector', item: { type: 'line', x1: 0, y1: ABOVE_RULE_PT, x2: mmToPt(RULE_MM), y2: ABOVE_RULE_PT, lineWidth: RULE_PT } }],
    notes: [],
  };
  return { box: stacked([rule, ...placed.map((line) => inkedLine(line))]), rest };
}

/** The number raised, then the text. */
function setNote(setting: Omit<Setting, 'noteLines'>, { number, inlines }: Note): readonly SetLine[] {
  const runs = [{ text: String(number), face: REGULAR, raised: true as const }, ...toRuns([{ type: 'text', text: '\u00A0' }, ...withoutMarks(inlines)], REGULAR)];
  return setRuns(setting, runs, { sizePt: setting.style.sizes.notePt, face: REGULAR, alignment: 'justify', widthPt: setting.box.textWidthPt }).lines;
}

/** A note in a note has no page of its own: its text follows in brackets. */
function withoutMarks(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'note') return [{ type: 'text', text: ' (' }, ...withoutMarks(inline.inlines), { type: 'text', text: ')' }];
    return inline.type === 'strong' || inline.type === 'emphasis' ? [{ ...inline, children: withoutMarks(inline.children) }] : [inline];
  });
}

function heightPt(lines: readonly SetLine[]): number {
  return lines.reduce((sum, line) => sum + line.heightPt, 0);
}
