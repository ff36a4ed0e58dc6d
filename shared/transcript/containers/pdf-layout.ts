import { countBy } from '../judge.ts';
import { parseLabel } from '../labels.ts';
import { endsSentence, isSpaceless } from '../words.ts';
import { furnitureOf } from './pdf-furniture.ts';
import type { Page, PageLine } from './pdf-page.ts';

export interface Paragraph {
  /** LF parts a name from the words under it. */
  readonly text: string;
  /** 0 = no heading, 1 = the title's. */
  readonly level: number;
  /** White space stands before it. */
  readonly gap: boolean;
}

export interface LaidOut {
  readonly paragraphs: readonly Paragraph[];
  /** Running heads, running feet and page numbers, as they stood on their pages, and what each is. */
  readonly furniture: readonly { readonly text: string; readonly part: string }[];
  /** Words that a hyphen at a line's end had parted, put together. */
  readonly hyphens: readonly string[];
}

/** A line shorter than this many times its letters' size is nobody's full line. */
const SHORTEST_FULL = 12;

/** Makes paragraphs of lines: what the page has broken is joined, what belongs to the page alone is left out. */
export function layOut(pages: readonly Page[]): LaidOut {
  const furniture = furnitureOf(pages);
  const bodies = pages.map(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const all = bodies.flat();
  const size = median(all.flatMap((line) => Array<number>(Math.min(50, line.text.length)).fill(line.size)));
  const levels = headingLevels(all, size);
  const spacing = usualSpacing(bodies);
  const labels = recurringLabels(all);
  const names = recurringLines(all);
  const marks = recurringMarks(all);
  const words = vocabulary(all);
  const paragraphs: { text: string; level: number; gap: boolean }[] = [];
  const hyphens: string[] = [];
  let before: PageLine | null = null;
  for (const lines of bodies) {
    for (const [index, line] of lines.entries()) {
      const level = line.text.length <= 150 ? (levels.get(rounded(line.size)) ?? 0) : 0;
      const last = paragraphs.at(-1);
      // Upwards: the next column of the page.
      const samePage: boolean = index > 0 && before !== null && line.base > before.base - 0.5 * line.size;
      const joins: boolean =
        before !== null &&
        last !== undefined &&
        last.level === level &&
        (samePage || level === 0) &&
        goesOn(before, line, { samePage, spacing, lines, labels, names, marks, heading: level > 0 });
      if (joins && last) last.text = joined(last.text, line.text, words, hyphens);
      else if (last?.level === 0 && level === 0 && before && isOfLabel(before, line, samePage, spacing))
        last.text += `\n${line.text}`;
      else
        paragraphs.push({
          text: line.text,
          level,
          gap:
            before === null ||
            level > 0 ||
            (last?.level ?? 0) > 0 ||
            (samePage && isApart(before, line, spacing)),
        });
      before = line;
    }
  }
  return { paragraphs, furniture: [...furniture].map(([{ text }, part]) => ({ text, part })), hyphens };
}

interface Beside {
  readonly samePage: boolean;
  readonly spacing: number;
  readonly lines: readonly PageLine[];
  readonly labels: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  readonly heading: boolean;
}

/** Whether a line goes on with the paragraph of the one before: that one was full, and nothing begins here. */
function goesOn(
  before: PageLine,
  line: PageLine,
  { samePage, spacing, lines, labels, names, marks, heading }: Beside,
): boolean {
  if (line.vertical !== before.vertical || Math.abs(line.size - before.size) > 0.15 * before.size)
    return false;
  if (samePage && isApart(before, line, spacing)) return false;
  if (isBullet(line.text) || names.has(line.text) || marks.has(markOf(line.text))) return false;
  const label = parseLabel(line.text)?.label;
  if (label !== undefined && labels.has(label)) return false;
  if (heading) return true;
  // An indent begins a paragraph, where the line before was not itself indented as far.
  if (samePage && line.left - before.inner > 0.8 * line.size) return false;
  // A row of a table ends where something stands in its first column again.
  if (samePage && before.inner - line.left > 0.8 * line.size && before.inner > before.left) return false;
  const margin = rightMargin(before, samePage ? lines : [before, ...lines]);
  const [first = ''] = isSpaceless(line.text[0] ?? '') ? [...line.text] : line.text.split(/\s/);
  const perCharacter = (line.right - line.left) / Math.max(1, line.text.length);
  const room = margin - before.right;
  const wide = before.right - before.left > SHORTEST_FULL * before.size;
  const full =
    wide && room < first.length * perCharacter + (isSpaceless(line.text[0] ?? '') ? 1.2 : 0.6) * line.size;
  // A page's last line may be short of the margin though its sentence goes on.
  return full || (!endsSentence(before.text) && /^\p{Ll}/u.test(line.text));
}

/** What stands before the first letter, where prose has no such thing: `1/`, `~`, `#12::`; numbers are alike. */
function markOf(text: string): string {
  const mark = /^[^\p{L}\s]{1,8}/u.exec(text)?.[0].replaceAll(/\d+/gu, '9') ?? '';
  return /[~#@§¶|*=+<>^_/\\:;]/u.test(mark) ? mark : '';
}

/** Marks that lines begin with again and again: a line of them begins something, whatever it is. */
function recurringMarks(lines: readonly PageLine[]): Set<string> {
  const counts = countBy(lines, ({ text }) => markOf(text));
  return new Set([...counts].flatMap(([mark, count]) => (mark !== '' && count >= OFTEN ? [mark] : [])));
}

const OFTEN = 3;

/** Words under a line that is nothing but a label with its colon belong to it. */
function isOfLabel(before: PageLine, line: PageLine, samePage: boolean, spacing: number): boolean {
  if (samePage && isApart(before, line, spacing)) return false;
  return isLabelAlone(before.text) && !isLabelAlone(line.text);
}

function isLabelAlone(text: string): boolean {
  return /[:：]$/u.test(text) && parseLabel(text)?.rest === '';
}

/** The column turns, or more white space than between two lines stands between them. */
function isApart(before: PageLine, line: PageLine, spacing: number): boolean {
  const step = line.base - before.base;
  // Upwards: the next column of the page.
  if (step < -0.5 * line.size) return false;
  return step > Math.max(spacing * 1.35, 1.1 * Math.max(line.size, before.size));
}

/** Where lines of the same column end; a few may stand out. */
function rightMargin(line: PageLine, lines: readonly PageLine[]): number {
  const rights = lines
    .filter((other) => Math.abs(other.inner - line.inner) < 4 * line.size && other.vertical === line.vertical)
    .map(({ right }) => right)
    .sort((a, b) => a - b);
  return rights[Math.floor((rights.length - 1) * 0.95)] ?? line.right;
}

function usualSpacing(pages: readonly (readonly PageLine[])[]): number {
  const steps: number[] = [];
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      const step = before ? line.base - before.base : 0;
      if (step > 0.5 * line.size && step < 3 * line.size) steps.push(step);
    }
  }
  steps.sort((a, b) => a - b);
  // The lower third: paragraphs may be as many as lines.
  return steps[Math.floor(steps.length / 3)] ?? 14;
}

/** Sizes well above the text's own are headings, the largest the title; at most four levels. */
function headingLevels(lines: readonly PageLine[], size: number): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const line of lines) {
    if (line.size > size * 1.12)
      lengths.set(rounded(line.size), (lengths.get(rounded(line.size)) ?? 0) + line.text.length);
  }
  const all = lines.reduce((sum, { text }) => sum + text.length, 0);
  const sizes = [...lengths].filter(([, length]) => length < all * 0.2).map(([one]) => one);
  sizes.sort((a, b) => b - a);
  return new Map(sizes.map((one, index) => [one, Math.min(4, index + 1)]));
}

function recurringLabels(lines: readonly PageLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = parseLabel(text)?.label;
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
}

/** Short lines that stand in the text several times, as names do. */
function recurringLines(lines: readonly PageLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines)
    if (text.length <= 40 && /^[\p{Lu}\p{Lo}]/u.test(text) && /[\p{L}\p{N})）:：]$/u.test(text))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

/** Every word of the text, for telling a hyphen of the word from one of the line. */
function vocabulary(lines: readonly PageLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-‐’'][\p{L}\p{M}]+)*/gu) ?? [])
      words.add(word);
  }
  return words;
}

/** First halves that keep their hyphen. */
const COMPOUNDING =
  /^(self|non|co|ex|well|long|short|high|low|full|part|half|cross|multi|anti|semi|post|pre|so|on|off|end|first|second|third|two|three|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;

/** Before a hyphen at a line's end. */
const LONGEST_WORD = 80;

function joined(before: string, line: string, words: ReadonlySet<string>, hyphens: string[]): string {
  const end = before.slice(-LONGEST_WORD);
  const parted = /([\p{L}\p{M}]+)([-‐\u00ad])$/u.exec(end);
  const next = /^[\p{Ll}\p{M}]+/u.exec(line)?.[0];
  if (parted && next) {
    const [, first = '', hyphen = ''] = parted;
    const kept =
      !words.has(`${first}${next}`.toLowerCase()) &&
      (words.has(`${first}-${next}`.toLowerCase()) || COMPOUNDING.test(first));
    if (hyphen !== '\u00ad' && kept) return before + line;
    hyphens.push(first + next);
    return before.slice(0, -1) + line;
  }
  const spaceless =
    isSpaceless([...before.slice(-2)].at(-1) ?? '') && isSpaceless([...line.slice(0, 2)][0] ?? '');
  return `${before}${spaceless || /[-‐–—/]$/.test(end) ? '' : ' '}${line}`;
}

function isBullet(text: string): boolean {
  return /^([•・●○◎■□◆◇▪‣※†►▶]|[-–*]\s|\d{1,2}[.)]\s|[(（]\d{1,2}[)）])/u.test(text);
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 10;
}
