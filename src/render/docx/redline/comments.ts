/** Comments at paragraphs, for what no revision says; a part of its own, which docx 9.15.2 makes only with paragraphs of its own. */
import { addContentType, addRelationship, type Parts } from './issued-parts.js';
import { authorship } from './mark.js';
import type { Revising } from './revising.js';
import { childElement, element, partText, readPart } from './word-elements.js';

const COMMENTS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const EMPTY = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

export function writeComments(revising: Revising, to: Parts): void {
  if (revising.remarks.length === 0) return;
  const comments = readPart(EMPTY);
  for (const [at, { paragraph, text }] of revising.remarks.entries()) {
    const id = { 'w:id': String(at) };
    const words = element(comments, 'w:t');
    words.appendChild(comments.createTextNode(text));
    const content = element(comments, 'w:p', {}, [element(comments, 'w:r', {}, [words])]);
    comments.documentElement!.appendChild(element(comments, 'w:comment', { ...authorship(revising), ...id, 'w:initials': initials(revising.by.author) }, [content]));
    const { part } = revising;
    const properties = childElement(paragraph, 'w:pPr');
    paragraph.insertBefore(element(part, 'w:commentRangeStart', id), properties ? properties.nextSibling : paragraph.firstChild);
    paragraph.appendChild(element(part, 'w:commentRangeEnd', id));
    paragraph.appendChild(element(part, 'w:r', {}, [element(part, 'w:commentReference', id)]));
  }
  to.texts.set('word/comments.xml', partText(comments));
  addRelationship(to, 'comments', COMMENTS, 'comments.xml');
  addContentType(to, '/word/comments.xml', COMMENTS_TYPE);
}

function initials(author: string): string {
  return author
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('');
}
