/** A new draft against the issued document, component by component: what tracked changes and lists of changes are made from. Pure; both trees may have gone through JSON. */
import { align } from './align.js';
import { compareBlocks } from './compare-blocks.js';
import { compareInlines, compareLines, compareOptional, textProfile } from './compare-inlines.js';
import type { RevisedAppendix, RevisedDocument } from './revision.js';
import type { Inline, OfficialDocument } from './tree.js';
import { closeListLine, recipientLines } from './walk.js';

export function compareDocuments(issued: OfficialDocument, draft: OfficialDocument): RevisedDocument {
  const lines = (of: (document: OfficialDocument) => readonly string[] | undefined) => compareLines(asLines(of(issued)), asLines(of(draft)));
  const optional = (of: (document: OfficialDocument) => string | undefined) => compareOptional(asLine(of(issued)), asLine(of(draft)));
  const inlines = (of: (document: OfficialDocument) => readonly Inline[]) => compareInlines(of(issued), of(draft));
  return {
    letterhead: { parent: lines(({ letterhead }) => letterhead.parent), issuer: lines(({ letterhead }) => letterhead.issuer) },
    number: inlines(({ number }) => number),
    placeAndDate: inlines(({ placeAndDate }) => placeAndDate),
    title: { typeName: optional(({ title }) => title.typeName), subject: inlines(({ title }) => title.subject) },
    marks: { urgency: optional(({ marks }) => marks?.urgency), circulation: optional(({ marks }) => marks?.circulation) },
    illustrativeNotice: optional(({ illustrativeNotice }) => illustrativeNotice),
    addressees: compareAddressees(issued.addressees, draft.addressees),
    body: compareBlocks(issued.body, draft.body),
    recipients: lines(recipientLines),
    signature: { authority: lines(({ signature }) => signature.authority), name: inlines(({ signature }) => asLine(signature.name ?? '')!) },
    address: lines(({ address }) => address),
    appendices: compareAppendices(issued, draft),
  };
}

/** One addressee stands on the line of «Kính gửi:», several each on their own: no line of the one form is a line of the other. */
function compareAddressees(issued: readonly string[], draft: readonly string[]): RevisedDocument['addressees'] {
  const printed = (names: readonly string[]): readonly (readonly Inline[])[] => asLines(names.length === 1 ? names : names.map((name, at) => closeListLine(name, at === names.length - 1)));
  if ((issued.length === 1) === (draft.length === 1)) return compareLines(printed(issued), printed(draft));
  return [...compareLines(printed(issued), []), ...compareLines([], printed(draft))];
}

function compareAppendices(issued: OfficialDocument, draft: OfficialDocument): readonly RevisedAppendix[] {
  return align(issued.appendices, draft.appendices, ({ title, label }) => textProfile('appendix', [...title, { type: 'text', text: ` ${label}` }])).map((step): RevisedAppendix => {
    if (step.change !== 'kept') return step;
    const { issued: was, draft: is } = step;
    return {
      ...step,
      inside: {
        label: compareInlines(asLine(was.label)!, asLine(is.label)!),
        title: compareInlines(was.title, is.title),
        subtitle: compareOptional(was.subtitle, is.subtitle),
        attachedTo: compareInlines(was.attachedTo, is.attachedTo),
        blocks: compareBlocks(was.blocks, is.blocks),
      },
    };
  });
}

function asLine(text: string | undefined): readonly Inline[] | undefined {
  return text === undefined ? undefined : [{ type: 'text', text }];
}

function asLines(texts: readonly string[] = []): readonly (readonly Inline[])[] {
  return texts.map((text) => [{ type: 'text', text }]);
}
