/** With which number and date a document is composed: those it is about to get, those it was issued with while it is word for word the sealed one, none as a new draft beside that. Apart because the drafts of a remedy begin here. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Entry } from '../store/ledger-entry.js';
import type { Composition } from '../template/compose.js';
import type { NumberAndDate } from '../template/number-and-date.js';
import { isBeingReplaced, type IssueState } from './issue-state.js';
import { hashTree } from './tree-json.js';

export interface StandingIssue {
  readonly entry: Entry<'issued'>;
  /** The composition is the sealed document. */
  readonly same: boolean;
}

export interface ComposedForIssue {
  readonly composition: Composition;
  readonly issued?: StandingIssue;
  readonly findings?: readonly Finding[];
}

/** `numbered`: given at the issue that is under way. */
export function composeForIssue(state: IssueState, numbered: NumberAndDate | undefined, draw: (issue: NumberAndDate | undefined) => Composition): ComposedForIssue {
  const { current: entry } = state;
  if (numbered || !entry) return { composition: draw(numbered) };
  const asIssued = draw({ number: entry.number, date: entry.issuedOn });
  const sealed = entry.files.find(({ format }) => format === 'tree');
  if (hashTree(asIssued.document) === sealed?.sha256) return { composition: asIssued, issued: { entry, same: true } };
  const changed = found('issued-changed', entry.at, { symbol: entry.symbol, date: formatDate(entry.issuedOn), job: entry.job }, { related: entry.files.slice(0, 1).map(({ path }) => ({ in: 'file', file: path })) });
  return { composition: draw(undefined), issued: { entry, same: false }, findings: isBeingReplaced(state) ? [] : [changed] };
}
