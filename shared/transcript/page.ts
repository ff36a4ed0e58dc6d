import { headingStrength, isDirection, isRemark, standsAsHeading } from './headings.ts';
import { type Line, paragraphEnd } from './lines.ts';
import { addLine, type Page, PageWriter } from './page-writer.ts';
import { Prose } from './prose.ts';
import type { ReadBlock } from './result.ts';
import { isSystemLine } from './system-lines.ts';
import { endsSentence } from './words.ts';

/** The start of a turn: who is named, and what stands behind the name on that line. */
export interface TurnStart {
  /** Null = somebody begins to speak, and the text does not say who. */
  readonly speaker: string | null;
  readonly rest: string;
  /** Seconds from the start of the recording, where the line gives them. */
  readonly start: number | null;
}

/** Lines that stand outside the flow of the text, `[from, to)`: a participant's caption. */
export interface Aside {
  readonly from: number;
  readonly to: number;
}

/** What a reader knows about a text before its turns are put together. */
export interface PageRules {
  turnStart(line: Line): TurnStart | null;
  /** The page tells here between turns what somebody said. */
  isNarration?(line: Line): boolean;
  /** In the order of the text, not overlapping. */
  readonly asides: readonly Aside[];
  /** What a paragraph is that stands outside every turn. */
  readonly outside: ReadBlock['kind'];
}

/** Puts a text together: headings that stand alone, turns with all their paragraphs, and what nobody is named for. */
export function assemble(lines: readonly Line[], rules: PageRules): Page {
  return new PageReader(lines, rules).read();
}

/** Goes through a text from the top to the bottom, and tells a writer what its lines are. */
class PageReader {
  readonly #lines: readonly Line[];
  readonly #rules: PageRules;
  readonly #writer: PageWriter;
  readonly #titleLevel: number;
  /** Where captions begin. */
  readonly #captioned: ReadonlySet<number>;
  #index = 0;
  #paragraphTo = 0;
  #nextAside = 0;
  /** Up to here it is known that no turn begins, since `#opensTurn` looked ahead. */
  #passed = 0;

  constructor(lines: readonly Line[], rules: PageRules) {
    this.#lines = lines;
    this.#rules = rules;
    this.#writer = new PageWriter(rules.outside);
    this.#titleLevel = uniqueTopLevel(lines);
    this.#captioned = new Set(rules.asides.map(({ from }) => from));
  }

  read(): Page {
    for (let line = this.#lines[0]; line; line = this.#lines[this.#index]) this.#readAt(line);
    return this.#writer.finish();
  }

  /** Takes one line or more, and goes on behind them. */
  #readAt(line: Line): void {
    const index = this.#index;
    const aside = this.#rules.asides[this.#nextAside];
    if (aside?.from === index) {
      this.#readAside(aside);
      return;
    }
    if (line.level > 0) {
      this.#readHeading(line, line.level === this.#titleLevel);
      return;
    }
    if (index >= this.#paragraphTo) this.#paragraphTo = paragraphEnd(this.#lines, index);
    const end = Math.min(this.#paragraphTo, aside?.from ?? this.#lines.length);
    const begun = this.#rules.turnStart(line);
    if (begun) this.#readTurn(line, begun, end);
    else if (this.#rules.isNarration?.(line)) this.#readNarration(line, end);
    else if (isDirection(line.text) && (this.#writer.inSpeech || isSystemLine(line.text))) {
      this.#writer.addDirection(line);
      this.#index++;
    } else if (this.#isInnerTitle(index)) this.#readHeading(line, true);
    // Only what stands at the head of the page may be its title.
    else if (this.#isInnerHeading(index)) this.#readHeading(line, false);
    else this.#readParagraph(line, end);
  }

  #readAside({ from, to }: Aside): void {
    for (let at = from; at < to; at++) this.#writer.addAside(this.#lines[at] as Line);
    this.#index = to;
    this.#nextAside++;
  }

  #readHeading(line: Line, mayBeTitle: boolean): void {
    this.#writer.addHeading(line, mayBeTitle);
    this.#index++;
  }

  /** The line that names who speaks, and the rest of its paragraph, up to where somebody else begins. */
  #readTurn(line: Line, begun: TurnStart, end: number): void {
    this.#writer.beginTurn(line, begun.speaker, begun.rest, begun.start);
    for (this.#index++; this.#index < end; this.#index++) {
      const next = this.#lines[this.#index] as Line;
      if (this.#rules.turnStart(next) || this.#rules.isNarration?.(next)) return;
      if (isDirection(next.text) || this.#isInnerHeading(this.#index)) return;
      this.#writer.goOn(next);
    }
  }

  #readNarration(line: Line, end: number): void {
    const text = new Prose(line.text);
    for (this.#index++; this.#index < end; this.#index++) {
      const next = this.#lines[this.#index] as Line;
      if (!this.#rules.isNarration?.(next)) break;
      addLine(text, next.text);
    }
    this.#writer.addNarration(text, line.number, this.#lines[this.#index - 1]?.number ?? line.number);
  }

  /** Lines that belong together and begin no turn: a heading where one stands alone, or else a paragraph. */
  #readParagraph(line: Line, end: number): void {
    const from = this.#index;
    let to = from + 1;
    while (to < end && this.#goesOn(to)) to++;
    this.#index = to;
    if (to === from + 1 && this.#isLoneHeading(line, from)) {
      this.#writer.addHeading(line, this.#titleLevel === 0);
      return;
    }
    const paragraph = new Prose();
    for (let at = from; at < to; at++) addLine(paragraph, (this.#lines[at] as Line).text);
    this.#writer.addParagraph(paragraph, line.number, this.#lines[to - 1]?.number ?? line.number);
  }

  /** Whether a line of a paragraph belongs to it. */
  #goesOn(at: number): boolean {
    const line = this.#lines[at] as Line;
    return (
      !this.#rules.turnStart(line) &&
      !this.#rules.isNarration?.(line) &&
      !isDirection(line.text) &&
      !this.#isInnerHeading(at) &&
      !this.#isInnerTitle(at)
    );
  }

  /** Whether a line with blank lines around it is a heading. */
  #isLoneHeading(line: Line, at: number): boolean {
    const next = this.#lines[at + 1];
    const { words } = this.#writer;
    if (!line.start || !next?.start || words?.isEmpty) return false;
    return standsAsHeading(line.text, {
      afterUnfinished: words?.isUnfinished ?? false,
      inTurn: words !== null,
      first: at === 0 && next.gap,
      beforeTurn: this.#opensTurn(at + 1),
      nextText: next.text,
    });
  }

  /** A heading without blank lines around it: right before a turn or a caption, behind a finished sentence. */
  #isInnerHeading(at: number): boolean {
    const { turnStart } = this.#rules;
    const line = this.#lines[at];
    const before = this.#lines[at - 1];
    const next = this.#lines[at + 1];
    if (!line || !before || !next || line.level > 0 || (line.start && next.start) || turnStart(line))
      return false;
    // What stands below a name alone is that person's words.
    if (turnStart(before)?.rest === '') return false;
    const marked = /^(【[^【】]{1,40}】|[■◆][^。]{1,40})$/u.test(line.text) && !/^[【■◆]/u.test(next.text);
    if (!turnStart(next) && !this.#captioned.has(at + 1) && !marked) return false;
    const strength = headingStrength(line.text);
    if (strength === 0 || (!line.start && !endsSentence(before.text))) return false;
    return (
      strength === 2 ||
      (line.text.length >= 4 && line.text.length <= 30 && /[\u3041-\u9fff]/u.test(line.text))
    );
  }

  /** The title of a page without blank lines: one of its first lines, above a sentence or a remark. */
  #isInnerTitle(at: number): boolean {
    const { turnStart } = this.#rules;
    const line = this.#lines[at];
    const next = this.#lines[at + 1];
    if (at > 5 || !line || !next || next.gap || !this.#writer.isUntitled || this.#writer.words) return false;
    if (line.level > 0 || turnStart(line) || turnStart(next) || this.#captioned.has(at + 1)) return false;
    const above = isRemark(next.text) || (endsSentence(next.text) && next.text.length > line.text.length);
    if (!above) return false;
    const strength = headingStrength(line.text);
    if (at === 0 && strength === 1) return line.text.length >= 6 && /[\u3041-\u9fff]/u.test(line.text);
    return strength === 2 && line.text.split(/\s+/).length >= 4;
  }

  /** Whether a turn or a caption follows, what happened and headings aside. Asked from the top of the text to its bottom. */
  #opensTurn(from: number): boolean {
    let at = Math.max(from, this.#passed);
    let line = this.#lines[at];
    while (line && (isDirection(line.text) || line.level > 0) && !this.#captioned.has(at))
      line = this.#lines[++at];
    this.#passed = at;
    return line !== undefined && (this.#rules.turnStart(line) !== null || this.#captioned.has(at));
  }
}

/** The level of headings that the title can have: the highest, where it is used once; 0 = headings have no levels. */
function uniqueTopLevel(lines: readonly Line[]): number {
  let top = 0;
  let uses = 0;
  for (const { level } of lines) {
    if (level === 0 || (top !== 0 && level > top)) continue;
    uses = level === top ? uses + 1 : 1;
    top = level;
  }
  return uses > 1 ? -1 : top;
}
