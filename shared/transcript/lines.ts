/** Lines that are taken apart cost some kilobytes each: more of them are refused. A week of talk has fewer. */
export const MOST_LINES_OF_TEXT = 100_000;

/** A line of a text and where it stands. */
export interface Line {
  /** Counted from 1, over all lines of the text, blank ones too. */
  readonly number: number;
  /** Without blanks at either end. Never empty. */
  readonly text: string;
  /** A blank line, or the edge of the text, comes before it. */
  readonly gap: boolean;
  /** It begins a paragraph. */
  readonly start: boolean;
  /** The file itself calls it a heading: 1 is the title's level; 0 = no heading. */
  readonly level: number;
  /** What the file's own layout, not its words, says of who speaks; only documents have one. */
  readonly turn?: LaidOutTurn;
  /** How it may begin a turn, once `openingsAt` was asked: readers, layouts and alarms ask for the same lines. */
  openings?: readonly Opening[];
}

/** What stands between the name and the words, or sets the name off. */
export type Separator =
  | 'colon'
  | 'bracket'
  | 'bold'
  | 'tab'
  | 'wide'
  | 'dash'
  | 'bar'
  | 'arrow'
  | 'stop'
  | 'quote'
  | 'blank'
  | 'alone';

/** A line taken apart in one way. */
export interface Opening {
  /** Lines with the same shape are written alike, whoever speaks: what stands before the name, and behind it. */
  readonly shape: string;
  readonly separator: Separator;
  /** As printed, without what sets it off. */
  readonly label: string;
  /** What stood in brackets behind the name: a post, an organisation. */
  readonly role: string;
  /** The words behind it; empty where they stand below. */
  readonly rest: string;
  /** Seconds, where a time stands before or behind the name. */
  readonly start: number | null;
  /** A number, a time or a mark stands before the name. */
  readonly led: boolean;
}

/** A turn by layout: a column of names beside a column of words, or a name in bold before the words. */
export interface LaidOutTurn {
  readonly speaker: string;
  /** What stands behind the name on its line; may be empty. */
  readonly rest: string;
  /** Seconds from the start of the recording. */
  readonly start: number | null;
  /** A column of names leaves no doubt; bold words may be anything. */
  readonly sure: boolean;
}

/** What readers of text work on. */
export interface TextSource {
  /** Name of the file, for its extension. */
  readonly name: string;
  /** The whole text, LF lines. */
  readonly text: string;
  readonly lines: readonly Line[];
  /** Running heads and feet of a document, which are not among its lines: they may say when it took place. */
  readonly outside?: readonly string[];
}

/**
 * What ends a line beside LF: the line breaks of word processors and slides (U+000B), of printed pages (U+000C), of old
 * machines (U+0085, CR), and those of Unicode.
 */
const LINE_BREAK = /\r\n?|[\n\u000b\u000c\u0085\u2028\u2029]/;

/** The lines of a text, wherever it was written. */
export function cutLines(text: string): string[] {
  return text.split(LINE_BREAK);
}

/** Blanks, and characters that nobody sees. */
const EDGE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** A line without them at either end; by hand, since a pattern for the end would try every run of blanks in a line. */
function trimmed(raw: string): string {
  let from = 0;
  let to = raw.length;
  while (from < to && EDGE.test(raw[from] ?? '')) from++;
  while (to > from && EDGE.test(raw[to - 1] ?? '')) to--;
  return raw.slice(from, to);
}

/** Cuts text into lines. Markdown headings (`## Words`) are known by their marks; lines of rules (`***`) are left out. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const [index, raw] of cutLines(text).entries()) {
    const line = trimmed(raw);
    if (line === '' || isRule(line)) {
      gap = true;
      continue;
    }
    const hashes = /^#{1,6}(?=\s)/.exec(line)?.[0].length ?? 0;
    lines.push({
      number: index + 1,
      text: hashes > 0 ? line.slice(hashes).replace(/\s#+$/, '').trim() : line,
      gap,
      start: gap || hashes > 0 || (lines.at(-1)?.level ?? 0) > 0,
      level: hashes,
    });
    gap = false;
  }
  return lines.filter((line) => line.text !== '');
}

/** `***`, `---`, `______`: a rule across the page. */
function isRule(line: string): boolean {
  if (line.length < 3 || line.length > 200) return false;
  return /^([-*_=─―])\1+$/.test(line.replaceAll(' ', ''));
}

/** Where the paragraph that `index` begins ends: the index after its last line. */
export function paragraphEnd(lines: readonly Line[], index: number): number {
  let end = index + 1;
  while (end < lines.length && !lines[end]?.start) end++;
  return end;
}
