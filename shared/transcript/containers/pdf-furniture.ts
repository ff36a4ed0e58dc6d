import { parseLabel } from '../labels.ts';
import type { Page, PageLine } from './pdf-page.ts';

/** A line that belongs to its page, not to the text, and what it is. */
export type Furniture = ReadonlyMap<PageLine, 'page-head' | 'page-foot' | 'page-number'>;

/** Share of the page at its top and bottom where running heads and feet stand. */
const MARGIN = 0.12;

/** Places closer than this are the same, in points. */
const NEAR = 3;

/** Lines of a page that distances are looked up among; a page has hundreds. */
const MOST_LINES = 2_000;

/** A line in the margin of a page, and the lines about it. */
interface AtEdge {
  readonly line: PageLine;
  readonly page: number;
  readonly part: 'page-head' | 'page-foot';
  /** From it to the nearest line towards the middle of the page; infinite where there is none. */
  readonly gap: number;
}

/**
 * Running heads, running feet and page numbers. A line is one only where its words, numbers aside, and its place recur
 * from page to page and nothing tells that it belongs to the text: no line of the text has the same words, begins with
 * the same name, or stands as it stands.
 */
export function furnitureOf(pages: readonly Page[]): Furniture {
  const edges = pages.flatMap(edgesOf);
  const found = new Map<PageLine, 'page-head' | 'page-foot' | 'page-number'>();
  for (const line of pageNumbers(edges, pages.length)) found.set(line, 'page-number');
  const recurring = groupsOf(edges.filter(({ line }) => !found.has(line))).filter((group) =>
    recurs(group, pages.length),
  );
  if (recurring.length === 0) return found;
  const candidates = new Set(recurring.flatMap((group) => group.map(({ line }) => line)));
  const text = textSigns(pages, (line) => candidates.has(line) || found.has(line));
  for (const group of recurring) {
    if (isOfText(group, text)) continue;
    for (const { line, part } of group) found.set(line, part);
  }
  return found;
}

/** The lines in a page's margins. Columns run along the page, so that only lines across them can be heads. */
function edgesOf({ height, lines }: Page, page: number): AtEdge[] {
  const bases = lines.slice(0, MOST_LINES).flatMap(({ vertical, base }) => (vertical ? [] : [base]));
  return lines.flatMap((line): AtEdge[] => {
    if (line.vertical || (line.base > height * MARGIN && line.base < height * (1 - MARGIN))) return [];
    const part = line.base < height / 2 ? 'page-head' : 'page-foot';
    const inwards = bases
      .map((base) => (part === 'page-head' ? base - line.base : line.base - base))
      .filter((distance) => distance > 0.5 * line.size);
    return [{ line, page, part, gap: Math.min(...inwards, Number.POSITIVE_INFINITY) }];
  });
}

/** Lines of the same words, numbers aside, at the same height. */
function groupsOf(edges: readonly AtEdge[]): AtEdge[][] {
  const groups = new Map<string, AtEdge[]>();
  for (const one of [...edges].sort((a, b) => a.line.base - b.line.base)) {
    const words = one.line.text.replace(/[\d０-９]+/g, '#').replace(/\s+/g, ' ');
    const last = groups.get(words)?.at(-1);
    if (last && one.line.base - last.line.base > NEAR) {
      // The same words at another height are another group.
      groups.set(`${words} ${last.line.base}`, groups.get(words) ?? []);
      groups.set(words, [one]);
    } else if (last) groups.get(words)?.push(one);
    else groups.set(words, [one]);
  }
  return [...groups.values()];
}

/** Left and right pages, and the chapters of a book, may have heads of their own. */
function recurs(group: readonly AtEdge[], pages: number): boolean {
  const on = new Set(group.map(({ page }) => page)).size;
  return on >= 2 && (on >= 3 || pages <= 3) && on >= pages * 0.3;
}

/** What the lines of the text, those that may be heads aside, say of it. */
interface TextSigns {
  /** Words and size. */
  readonly lines: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** Lines by their size and their distance to the line before or behind. */
  readonly steps: ReadonlyMap<string, ReadonlySet<PageLine>>;
}

function textSigns(pages: readonly Page[], isCandidate: (line: PageLine) => boolean): TextSigns {
  const lines = new Set<string>();
  const labels = new Set<string>();
  const steps = new Map<string, Set<PageLine>>();
  const addStep = (part: string, line: PageLine, other: PageLine) => {
    const key = stepKey(part, line, other);
    steps.set(key, (steps.get(key) ?? new Set()).add(line));
  };
  for (const page of pages) {
    for (const [index, line] of page.lines.entries()) {
      const next = page.lines[index + 1];
      if (next && next.base > line.base) {
        addStep('page-head', line, next);
        addStep('page-foot', next, line);
      }
      if (isCandidate(line)) continue;
      lines.add(wordsAndSize(line));
      const label = parseLabel(line.text)?.label;
      if (label !== undefined) labels.add(label);
    }
  }
  return { lines, labels, steps };
}

function wordsAndSize({ text, size }: PageLine): string {
  return `${Math.round(size)} ${text.replace(/\s+/g, ' ')}`;
}

function stepKey(part: string, { base, size }: PageLine, other: { readonly base: number }): string {
  return `${part} ${Math.round(size * 2)} ${Math.round(Math.abs(other.base - base))}`;
}

/** Whether lines that recur at an edge are names or words all the same. */
function isOfText(group: readonly AtEdge[], signs: TextSigns): boolean {
  const isNamed = group.some(({ line }) => {
    const label = parseLabel(line.text)?.label;
    return (
      /[:：]$/u.test(line.text) ||
      (label !== undefined && signs.labels.has(label)) ||
      signs.lines.has(wordsAndSize(line))
    );
  });
  return isNamed || standInText(group, signs) * 2 > group.length;
}

/**
 * How many of the lines are as large as others and as far from the next as they are: a head has a distance of its own.
 * Where nothing else stands on the page, it is the text.
 */
function standInText(group: readonly AtEdge[], { steps }: TextSigns): number {
  const others = new Map<string, number>();
  const othersAt = (key: string) => {
    const lines = steps.get(key);
    const count = others.get(key) ?? (lines?.size ?? 0) - group.filter(({ line }) => lines?.has(line)).length;
    others.set(key, count);
    return count;
  };
  return group.filter(({ line, part, gap }) => {
    if (!Number.isFinite(gap)) return true;
    let alike = 0;
    for (const off of [-1, 0, 1])
      alike += othersAt(stepKey(part, line, { base: line.base + Math.round(gap) + off }));
    return alike >= 2;
  }).length;
}

/** Numbers that count the pages, at a height of their own; on a single page one at its foot. */
function pageNumbers(edges: readonly AtEdge[], pages: number): PageLine[] {
  const numbered = edges.flatMap((one) => {
    const number = numberOf(one.line.text);
    return number === null ? [] : [{ ...one, off: number - one.page }];
  });
  const alike = new Map<string, AtEdge[]>();
  const keyOf = (off: number, base: number) => `${off} ${Math.round(base / NEAR)}`;
  for (const one of numbered) {
    const key = keyOf(one.off, one.line.base);
    alike.set(key, [...(alike.get(key) ?? []).slice(0, 1), one]);
  }
  return numbered.flatMap(({ line, page, part, off, gap }) => {
    if (pages === 1) return part === 'page-foot' ? [line] : [];
    const counts = [-NEAR, 0, NEAR].some((away) =>
      alike.get(keyOf(off, line.base + away))?.some((other) => other.page !== page),
    );
    return counts || (off === 1 && gap > 2 * line.size) ? [line] : [];
  });
}

/** `7`, `- 7 -`, `Page 7 of 12`, `7/12`, `７ページ`, `vii`; null for other lines. */
function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain.length > 24) return null;
  const match =
    /^[-–—―|\s]*(?:page|p\.?|seite)?\s*(\d{1,4})(?:\s*(?:of|\/|-)\s*\d{1,4})?\s*(?:ページ|頁)?[-–—―|\s]*$/i.exec(
      plain,
    );
  if (match) return Number(match[1]);
  const roman = /^[-–—\s]*([ivxlc]{1,6})[-–—\s]*$/.exec(plain)?.[1];
  return roman === undefined ? null : romanNumber(roman);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanNumber(roman: string): number {
  const values = [...roman].map((one) => ROMAN[one] ?? 0);
  return values.reduce((sum, one, index) => sum + (one < (values[index + 1] ?? 0) ? -one : one), 0);
}
