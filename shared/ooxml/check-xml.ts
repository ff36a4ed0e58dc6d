import { ProblemError } from '../model/problem.ts';

/** A part larger than four times this has no words for anybody to read. Bytes. */
const TEXT_LIMIT = 20 * 1024 * 1024;
/** Nobody nests deeper or writes more; parsers of documents overflow or take many seconds (measured). */
const DEEPEST = 200;
const MOST_PARAGRAPHS = 100_000;

const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/**
 * One pass over the bytes of an XML part before anything parses it: depth, paragraphs (`<x:p>`), size, no document type
 * (entities), and no tag within a tag, with which parsers take minutes (measured).
 * @param broken code of the problem of a part that is no XML
 */
export function checkXml(name: string, content: Uint8Array, broken: string): void {
  if (content.length > 4 * TEXT_LIMIT)
    throw new ProblemError('file-too-large', { name, limit: TEXT_LIMIT / 1024 / 1024 });
  let depth = 0;
  let paragraphs = 0;
  let at = content.indexOf(LESS);
  while (at !== -1) {
    const next = content[at + 1];
    const aside = next === BANG;
    if (aside && content[at + 2] === 0x44)
      throw new ProblemError('file-hostile', { name, reason: 'doctype' });
    const end = aside ? endOfAside(content, at) : content.indexOf(MORE, at);
    if (end === -1) throw new ProblemError(broken, { name });
    const following = content.indexOf(LESS, aside ? end : at + 1);
    if (following !== -1 && following < end) throw new ProblemError(broken, { name });
    if (next === SLASH) depth--;
    else if (!aside && next !== QUESTION) {
      if (isParagraph(content, at)) paragraphs++;
      if (content[end - 1] !== SLASH) depth++;
    }
    if (depth > DEEPEST || paragraphs > MOST_PARAGRAPHS)
      throw new ProblemError('file-hostile', { name, reason: depth > DEEPEST ? 'depth' : 'paragraphs' });
    at = following;
  }
  // An element that nobody closed: what comes behind it is missing.
  if (depth !== 0) throw new ProblemError(broken, { name });
}

/** `<w:p>`, `<w:p …>`, `<w:p/>`, `<text:p>`, `<text:p …>`. */
function isParagraph(content: Uint8Array, at: number): boolean {
  for (const colon of [at + 2, at + 5]) {
    const after = content[colon + 2];
    if (content[colon] !== 0x3a || content[colon + 1] !== 0x70) continue;
    if (after === MORE || after === 0x20 || after === SLASH) return true;
  }
  return false;
}

/** Where a comment or a CDATA section ends, whose words may look like tags; -1 = nowhere. */
function endOfAside(content: Uint8Array, at: number): number {
  const comment = content[at + 2] === 0x2d;
  const mark = comment ? 0x2d : 0x5d;
  const from = at + (comment ? 4 : 9);
  for (let end = content.indexOf(MORE, from); end !== -1; end = content.indexOf(MORE, end + 1))
    if (content[end - 1] === mark && content[end - 2] === mark && end - 2 >= from) return end;
  return -1;
}
