import { isField } from './labels.ts';
import { type Line, paragraphEnd } from './lines.ts';
import { Prose } from './prose.ts';
import type { LineRole, ReadBlock, ReadWarning } from './result.ts';
import { isSystemLine } from './system-lines.ts';
import { endsSentence, isSpaceless, japaneseName } from './words.ts';

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
  /** In the order of the text, not overlapping. */
  readonly asides: readonly Aside[];
  /** What a paragraph is that stands outside every turn. */
  readonly outside: ReadBlock['kind'];
}

export interface Page {
  readonly title: string | null;
  readonly headings: string[];
  readonly blocks: ReadBlock[];
  readonly warnings: ReadWarning[];
  /** What each line was taken for, by its number. */
  readonly roles: Map<number, LineRole>;
}

/** A block in the making. */
interface Piece {
  kind: ReadBlock['kind'];
  speaker: string | null;
  heading: string | null;
  start: number | null;
  readonly text: Prose;
  from: number;
  to: number;
}

/**
 * Puts a text together: headings that stand alone, turns with all their paragraphs, and what nobody is named for.
 * A caption or a blank line in mid-sentence does not end a turn: the sentence is made whole again. A heading does.
 */
export function assemble(lines: readonly Line[], rules: PageRules): Page {
  const headings: string[] = [];
  const pieces: Piece[] = [];
  let title: string | null = null;
  let heading: string | null = null;
  /** The turn that further paragraphs belong to. */
  let turn: Piece | null = null;
  /** The last turn before a heading, whose sentence the heading may have cut in two. */
  let cut: Piece | null = null;
  /** Who goes on speaking after a stage direction; undefined = nobody. */
  let speaking: string | null | undefined;
  let interrupted = false;
  let rejoined = 0;
  let nextAside = 0;
  const titleLevel = uniqueTopLevel(lines);
  const roles = new Map<number, LineRole>();

  const addHeading = ({ text, number }: Line, level: number) => {
    const first = title === null && headings.length === 0 && !pieces.some((piece) => piece.speaker !== null);
    const isTitle = first && level === titleLevel;
    roles.set(number, isTitle ? 'title' : 'heading');
    if (isTitle) title = text;
    else {
      headings.push(text);
      heading = text;
    }
    cut = turn ?? cut;
    turn = null;
    speaking = undefined;
    interrupted = false;
  };

  const addDirection = ({ text, number }: Line) => {
    const prose = new Prose(text);
    const piece: Piece = {
      kind: 'narration',
      speaker: null,
      heading,
      start: null,
      text: prose,
      from: number,
      to: number,
    };
    if (!turn) pieces.push(piece);
    else if (turn.text.isEmpty) pieces.splice(pieces.indexOf(turn), 0, piece);
    else {
      pieces.push(piece);
      speaking = turn.speaker;
      turn = null;
    }
  };

  const addParagraph = (text: string, from: number, to: number) => {
    const goesOn = (piece: Piece, role: LineRole) => {
      piece.to = to;
      for (let number = from; number <= to; number++) roles.set(number, role);
    };
    if (!turn && cut?.text.isUnfinished && /^\p{Ll}/u.test(text)) {
      cut.text.goOn(text);
      rejoined++;
      turn = cut;
      goesOn(turn, 'words');
      return;
    }
    if (turn && !isRemark(text)) {
      if (continues(turn.text, text, interrupted)) {
        turn.text.goOn(text);
        rejoined++;
      } else turn.text.addParagraph(text);
      interrupted = false;
      goesOn(turn, 'words');
      return;
    }
    if (speaking !== undefined && !isRemark(text)) {
      turn = { kind: 'speech', speaker: speaking, heading, start: null, text: new Prose(text), from, to };
      pieces.push(turn);
      speaking = undefined;
      goesOn(turn, 'words');
      return;
    }
    const last = pieces.at(-1);
    if (rules.outside === 'narration' && last?.kind === 'narration' && last.heading === heading && !turn) {
      last.text.addParagraph(text);
      goesOn(last, 'outside');
      return;
    }
    const piece: Piece = {
      kind: rules.outside,
      speaker: null,
      heading,
      start: null,
      text: new Prose(text),
      from,
      to,
    };
    pieces.push(piece);
    goesOn(piece, rules.outside === 'speech' ? 'words' : 'outside');
  };

  const captioned = new Set(rules.asides.map(({ from }) => from));
  /** A heading without blank lines around it: right before a turn or a caption, behind a finished sentence. */
  const isInnerHeading = (at: number) => {
    const line = lines[at];
    const before = lines[at - 1];
    const next = lines[at + 1];
    if (!line || !before || !next || line.level > 0 || (line.start && next.start) || rules.turnStart(line))
      return false;
    // What stands below a name alone is that person's words.
    if (rules.turnStart(before)?.rest === '') return false;
    const marked = /^(【[^【】]{1,40}】|[■◆][^。]{1,40})$/u.test(line.text) && !/^[【■◆]/u.test(next.text);
    if (!rules.turnStart(next) && !captioned.has(at + 1) && !marked) return false;
    const strength = headingStrength(line.text);
    if (strength === 0 || (!line.start && !endsSentence(before.text))) return false;
    return (
      strength === 2 ||
      (line.text.length >= 4 && line.text.length <= 30 && /[\u3041-\u9fff]/u.test(line.text))
    );
  };
  /** The title of a page without blank lines: one of its first lines, above a sentence or a remark. */
  const isInnerTitle = (at: number) => {
    const line = lines[at];
    const next = lines[at + 1];
    if (at > 5 || !line || !next || next.gap || title !== null || headings.length > 0 || turn) return false;
    if (line.level > 0 || rules.turnStart(line) || rules.turnStart(next) || captioned.has(at + 1))
      return false;
    const above = isRemark(next.text) || (endsSentence(next.text) && next.text.length > line.text.length);
    if (!above) return false;
    const strength = headingStrength(line.text);
    if (at === 0 && strength === 1) return line.text.length >= 6 && /[\u3041-\u9fff]/u.test(line.text);
    return strength === 2 && line.text.split(/\s+/).length >= 4;
  };

  /** Whether a turn or a caption follows, what happened and headings aside. */
  const opensTurn = (from: number) => {
    let at = from;
    while (
      at < lines.length &&
      (isDirection(lines[at]?.text ?? '') || (lines[at]?.level ?? 0) > 0) &&
      !captioned.has(at)
    )
      at++;
    const line = lines[at];
    return line !== undefined && (rules.turnStart(line) !== null || captioned.has(at));
  };

  let index = 0;
  let paragraphTo = 0;
  while (index < lines.length) {
    const line = lines[index] as Line;
    const aside = rules.asides[nextAside];
    if (aside?.from === index) {
      for (const { number } of lines.slice(aside.from, aside.to)) roles.set(number, 'aside');
      index = aside.to;
      nextAside++;
      interrupted = true;
      continue;
    }
    if (line.level > 0) {
      addHeading(line, line.level);
      index++;
      continue;
    }
    if (index >= paragraphTo) paragraphTo = paragraphEnd(lines, index);
    const end = Math.min(paragraphTo, aside?.from ?? lines.length);
    const inSpeech = turn !== null || speaking !== undefined || isSystemLine(line.text);
    if (isDirection(line.text) && !rules.turnStart(line) && inSpeech) {
      addDirection(line);
      roles.set(line.number, 'direction');
      index++;
      continue;
    }
    const begun = rules.turnStart(line);
    if (begun) {
      speaking = undefined;
      const { speaker, start, rest } = begun;
      const { number } = line;
      turn = { kind: 'speech', speaker, heading, start, text: new Prose(rest), from: number, to: number };
      roles.set(number, 'label');
      cut = null;
      interrupted = false;
      pieces.push(turn);
      index++;
      // The rest of the paragraph, up to where somebody else begins.
      while (index < end && !rules.turnStart(lines[index] as Line)) {
        const { text, number: at } = lines[index] as Line;
        if (isDirection(text) || isInnerHeading(index)) break;
        addLine(turn.text, text);
        roles.set(at, 'words');
        turn.to = at;
        index++;
      }
      continue;
    }
    if (isInnerHeading(index) || isInnerTitle(index)) {
      // Only what stands at the head of the page may be its title.
      addHeading(line, isInnerTitle(index) ? titleLevel : INNER);
      index++;
      continue;
    }
    let to = index + 1;
    while (
      to < end &&
      !rules.turnStart(lines[to] as Line) &&
      !isDirection((lines[to] as Line).text) &&
      !isInnerHeading(to) &&
      !isInnerTitle(to)
    )
      to++;
    const next = lines[to];
    const alone = to === index + 1 && line.start && (!next || next.start);
    const open: Piece | null = turn;
    const isHeading =
      alone &&
      next !== undefined &&
      (open === null || !(open as Piece).text.isEmpty) &&
      standsAsHeading(line.text, {
        afterUnfinished: open !== null && (open as Piece).text.isUnfinished,
        inTurn: open !== null,
        first: index === 0 && next.gap,
        beforeTurn: opensTurn(to),
        nextText: next.text,
      });
    if (isHeading) addHeading(line, 0);
    else {
      const paragraph = new Prose();
      for (; index < to; index++) addLine(paragraph, (lines[index] as Line).text);
      addParagraph(paragraph.toString(), line.number, lines[to - 1]?.number ?? line.number);
    }
    index = to;
  }

  const blocks = pieces.map(finishPiece);
  const warnings = rejoined > 0 ? [{ code: 'sentence-rejoined', params: { count: rejoined } }] : [];
  return { title, headings, blocks, warnings, roles };
}

/** A heading's level that the title's never is. */
const INNER = 7;

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

/** A name with nothing said behind it is not a turn; it stays as text, so that nothing is lost. */
function finishPiece({ kind, speaker, heading, start, text, from, to }: Piece): ReadBlock {
  const block = { heading, start, end: null, cues: [], lines: { from, to } };
  if (text.isEmpty) return { ...block, kind: 'narration', speaker: null, text: speaker ?? '–' };
  return { ...block, kind, speaker, text: text.toString() };
}

/** The next line of a paragraph; a line break inside a sentence is the page's, not the speaker's. */
function addLine(before: Prose, line: string): void {
  const wrapped = /^\p{Ll}/u.test(line)
    ? before.isUnfinished && before.length > 20
    : continuesJapanese(before.tail, line);
  if (wrapped) before.goOn(line);
  else before.addLine(line);
}

/** Whether a Japanese line goes on in the next: long, without an end, and no item of a list. */
function continuesJapanese(before: string, next: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.length < 20 || endsSentence(line) || isBullet(line) || isBullet(next)) return false;
  return isSpaceless(line.slice(-1)) && isSpaceless(next.slice(0, 1));
}

/** Whether `next` goes on with the sentence that `before` breaks off in. */
function continues(before: Prose, next: string, interrupted: boolean): boolean {
  if (!before.isUnfinished || isBullet(next)) return false;
  return /^\p{Ll}/u.test(next) || interrupted || continuesJapanese(before.tail, next);
}

/** `[Editor’s note: …]`, `（編集部注：…）`: a line in brackets that says itself whose it is. */
const EDITORS_NOTE =
  /^[[（(〔【](?:editor|ed\.|note|translator|transcriber|n\.b\.|編集|訳注|注[：:]|※)[^\n]{0,400}[\])）〕】][.。]?$/iu;

/** `(Pause).`, `（笑）`, `〔拍手〕` on a line of its own, or what a meeting tool tells: what happened, not what was said. */
export function isDirection(text: string): boolean {
  if (EDITORS_NOTE.test(text)) return true;
  return (
    isSystemLine(text) ||
    (text.length <= 80 && /^(\([^()]+\)|（[^（）]+）|〔[^〔〕]+〕|\[[^[\]:]+\])[.。]?$/u.test(text))
  );
}

function isBullet(text: string): boolean {
  return /^([•・●○◎■□◆◇▪‣–*※†>-]|\d{1,3}[.)、）])/u.test(text);
}

const TITLES_THEN =
  /^[(（[]?[^.]{0,30}\b(titles?|positions?|affiliations?|posts)\b[^.]{0,20}\b(as of|at the time|current|those of)\b/i;
const TITLES_THEN_JA = /^[（(]?[^。]{0,16}(肩書|役職|所属)[^。]{0,12}(当時|時点|現在)/u;

/** A remark of the editors: `*Titles are as of …`, `※役職は当時`, `(Titles as of …)` over a line of its own. */
function isRemark(text: string): boolean {
  return (
    /^[※†]/u.test(text) ||
    /^\*{1,2}\s?[\p{L}\d]/u.test(text) ||
    (text.length < 120 && (TITLES_THEN.test(text) || TITLES_THEN_JA.test(text)))
  );
}

/** The top of a list of people. */
export const LIST_OF_PEOPLE =
  /^(the |our |list of )?(participants?|attendees|speakers|panel(l?ists)?|(external |outside )?experts?|guests|members|facilitator|moderator)\b(\s*[(（].*)?$|^[^。]{0,12}(出席者|参加者|登壇者|有識者|専門家|ファシリテーター|メンバー)(一覧|紹介|のご紹介|プロフィール)?(\s*[(（].*)?$/iu;

interface HeadingContext {
  /** It is the first line of all, with a blank line below. */
  readonly first: boolean;
  readonly afterUnfinished: boolean;
  readonly inTurn: boolean;
  readonly beforeTurn: boolean;
  readonly nextText: string;
}

/** Whether a line that stands alone is a heading: short, no sentence, and at a place where one makes sense. */
function standsAsHeading(text: string, context: HeadingContext): boolean {
  const strength = headingStrength(text);
  if (strength === 0) return false;
  if (context.afterUnfinished) return strength === 2 && !/^\p{Ll}/u.test(text);
  if (strength === 2 || context.first) return true;
  const { length } = context.nextText;
  const longNext = length > 2 * text.length && length > (/[\u3041-\u9fff]/u.test(text) ? 30 : 60);
  return context.inTurn ? context.beforeTurn : context.beforeTurn || longNext;
}

/** 2: written like a heading (title case, or marked as one). 1: could be one. 0: a sentence, a note, a bullet. */
export function headingStrength(line: string): 0 | 1 | 2 {
  // `1. Wages in the second tier`: a number alone makes no heading, and no item of a list either.
  const numbered =
    /^[\d０-９]{1,2}(?:[.．][\d０-９]{1,2})?(?:[.．)、）][ \u3000]*|[ \u3000]+)(?=[^\d０-９\s])/u.exec(
      line.slice(0, 12),
    )?.[0] ?? '';
  // What happened while a sentence was said makes no heading of it: `…と考えます。（笑）`
  const text = line
    .slice(numbered.length)
    .replace(/(?<=[。！？.!?])\s*[（([][^（()）[\]]{1,20}[)）\]]$/u, '');
  const latin = /^[^\u3041-\u30ff\u3400-\u9fff]*$/u.test(text.slice(0, 200));
  if (text.length > (latin ? 110 : 45) || text.includes('://') || !/\p{L}/u.test(text)) return 0;
  if (/^[\d０-９]{1,2}[:：][\d０-９]{2}/u.test(text)) return 0;
  // A trail of links, a field (`Date: …`), a speaker's time, the top of a list of people.
  if (/\s[>›»|]\s/u.test(text) || /\d:\d\d$/.test(text) || isField(text) || LIST_OF_PEOPLE.test(text))
    return 0;
  // Somebody presented: `早瀬 みちる 氏（はやせ みちる）`.
  if (/(氏|様|さん|先生)(\s*[(（][^()（）]*[)）])?$/u.test(text) && japaneseName(text) !== null) return 0;
  if (/^[【■◆●▼]/u.test(text)) return /[。．]$/u.test(text) ? 0 : 2;
  if (isBullet(text) || isRemark(text) || /^[(（]/u.test(text)) return 0;
  if (/[.。．,、，;；:：…]["”’」)）]*$/u.test(text)) return 0;
  if (!latin) return /[!?！？]$|(です|ます|した|ません|ください)$/u.test(text) ? 0 : 1;
  if (!/^["“'‘]?[\p{Lu}\d]/u.test(text)) return 0;
  const words = text.split(/[\s–—-]+/).filter((word) => /\p{L}{4,}/u.test(word));
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  const titleCase =
    words.length > 0 && capital >= words.length * 0.6 && (words.length > 1 || text.length > 6);
  if (/[!?]["”’)]*$/u.test(text)) return titleCase && words.length > 1 ? 2 : 0;
  if (titleCase) return 2;
  return text.split(/\s+/).length <= 12 ? 1 : 0;
}
