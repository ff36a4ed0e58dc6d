/** Where the lines of a source stand in the blocks that were read from them. */
import type { ReadAlarm, ReadBlock, ReadResult, SourceLine } from './result.ts';

/** A line inside the text of a block. Ranges are UTF-16 units of that text. */
export interface LinePlace {
  /** Of the block. */
  readonly index: number;
  /** Where what the block holds of the line begins, and where it ends. */
  readonly at: number;
  readonly end: number;
  /** Where the words behind the label begin. */
  readonly bodyAt: number;
  /** The label as printed, with the marks around it. It stands in the text only where the line was no start. */
  readonly prefix: string;
}

/** No alarm repeats more of what stands behind a label. UTF-16 units. */
const SHOWN = 160;

/** The line of an alarm; null where it stands in none. */
export function lineOf({ source }: ReadResult, { line }: ReadAlarm): SourceLine | null {
  return line === null ? null : (source.find(({ number }) => number === line) ?? null);
}

/** The place of an alarm's line in the blocks; null where it cannot be told, e.g. because its words were left out. */
export function placeOf(result: ReadResult, alarm: ReadAlarm): LinePlace | null {
  const line = lineOf(result, alarm);
  if (!line) return null;
  const cut = alarm.label === null ? 0 : labelLength(line.text, alarm.rest);
  if (cut === null) return null;
  const prefix = line.text.slice(0, cut);
  for (const [index, block] of result.blocks.entries()) {
    if (!block.lines || line.number < block.lines.from || line.number > block.lines.to) continue;
    const found = inBlock(block, result.source, line, cut);
    if (found) return { index, prefix, ...found };
  }
  return null;
}

/** The block that a line was read into, by its index; -1 where there is none. Of several the narrowest. */
export function blockOfLine(blocks: readonly ReadBlock[], line: number): number {
  let found = -1;
  let width = Number.POSITIVE_INFINITY;
  for (const [index, { lines }] of blocks.entries()) {
    if (!lines || line < lines.from || line > lines.to || lines.to - lines.from >= width) continue;
    found = index;
    width = lines.to - lines.from;
  }
  return found;
}

/** How much of a line stands before the words of an alarm. */
function labelLength(text: string, rest: string): number | null {
  if (rest.length < SHOWN) return text.endsWith(rest) ? text.length - rest.length : null;
  const at = text.indexOf(rest, 1);
  return at < 0 ? null : at;
}

type Found = Pick<LinePlace, 'at' | 'end' | 'bodyAt'>;

/**
 * Goes through the lines of a block one after the other. A line that does not stand where the one before it ended is
 * not among the block's words; a line that begins a turn stands there without its label.
 */
function inBlock(
  { text, lines }: ReadBlock,
  source: readonly SourceLine[],
  line: SourceLine,
  cut: number,
): Found | null {
  let at = 0;
  for (const one of source) {
    if (!lines || one.number < lines.from) continue;
    if (one.number > line.number) break;
    while (/\s/u.test(text[at] ?? '')) at++;
    if (one === line) {
      const found = startsAt(text, line, cut, at);
      if (found) return found;
    } else if (text.startsWith(one.text, at)) at += one.text.length;
    else if (one.role === 'label') at += withoutLabel(text, one.text, at);
  }
  return onlyPlace(text, line.text, cut);
}

function startsAt(text: string, { text: line, role }: SourceLine, cut: number, at: number): Found | null {
  if (text.startsWith(line, at)) return { at, bodyAt: at + cut, end: at + line.length };
  const body = line.slice(cut);
  if (role === 'label' && cut > 0 && text.startsWith(body, at))
    return { at, bodyAt: at, end: at + body.length };
  return null;
}

/** How much of a line that begins a turn stands at a place of a text: all behind its label. */
function withoutLabel(text: string, line: string, at: number): number {
  for (let from = 1; from < line.length; from++) {
    if (/[\p{L}\p{N}]/u.test(line[from - 1] ?? '') && /[\p{L}\p{N}]/u.test(line[from] ?? '')) continue;
    if (text.startsWith(line.slice(from), at)) return line.length - from;
  }
  return 0;
}

/** A line that begins a paragraph or a line of the text, where it does so once only. */
function onlyPlace(text: string, line: string, cut: number): Found | null {
  const places: number[] = [];
  for (let at = text.indexOf(line); at >= 0 && places.length < 2; at = text.indexOf(line, at + 1))
    if (at === 0 || text[at - 1] === '\n') places.push(at);
  const [at] = places;
  return at === undefined || places.length > 1 ? null : { at, bodyAt: at + cut, end: at + line.length };
}
