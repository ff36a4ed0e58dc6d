import { isBullet, isRemark } from './headings.ts';
import type { Line } from './lines.ts';
import { Prose } from './prose.ts';
import type { LineRole, ReadBlock, ReadWarning } from './result.ts';
import { endsSentence, isSpaceless } from './words.ts';

/** A text put together. */
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
 * Puts the lines of a text together, told one after the other what each is. A caption or a blank line in mid-sentence
 * does not end a turn: the sentence is made whole again. A heading does.
 */
export class PageWriter {
  readonly #outside: ReadBlock['kind'];
  readonly #headings: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #roles = new Map<number, LineRole>();
  #title: string | null = null;
  #heading: string | null = null;
  /** The turn that further paragraphs belong to. */
  #turn: Piece | null = null;
  /** The last turn before a heading, whose sentence the heading may have cut in two. */
  #cut: Piece | null = null;
  /** Who goes on speaking after a stage direction; undefined = nobody. */
  #speaking: string | null | undefined;
  #interrupted = false;
  #rejoined = 0;

  /** @param outside what a paragraph is that stands outside every turn */
  constructor(outside: ReadBlock['kind']) {
    this.#outside = outside;
  }

  /** What is said so far in the turn that further paragraphs belong to; null = there is none. */
  get words(): Prose | null {
    return this.#turn?.text ?? null;
  }

  /** Somebody speaks here, or goes on after a stage direction. */
  get inSpeech(): boolean {
    return this.#turn !== null || this.#speaking !== undefined;
  }

  /** Neither a title nor a heading stands above. */
  get isUntitled(): boolean {
    return this.#title === null && this.#headings.length === 0;
  }

  /** @param mayBeTitle it is the page's title where it comes before all headings and turns */
  addHeading({ text, number }: Line, mayBeTitle: boolean): void {
    const isTitle = mayBeTitle && this.isUntitled && !this.#pieces.some(({ speaker }) => speaker !== null);
    this.#roles.set(number, isTitle ? 'title' : 'heading');
    if (isTitle) this.#title = text;
    else {
      this.#headings.push(text);
      this.#heading = text;
    }
    this.#cut = this.#turn ?? this.#cut;
    this.#turn = null;
    this.#speaking = undefined;
    this.#interrupted = false;
  }

  /** A line outside the flow of the text. */
  addAside({ number }: Line): void {
    this.#roles.set(number, 'aside');
    this.#interrupted = true;
  }

  /** What happened, in a line of its own: it stands before a turn that has no words yet, else it interrupts the turn. */
  addDirection({ text, number }: Line): void {
    const piece = this.#piece('narration', null, new Prose(text), number, number);
    const turn = this.#turn;
    this.#roles.set(number, 'direction');
    if (turn?.text.isEmpty) {
      this.#pieces.splice(this.#pieces.lastIndexOf(turn), 0, piece);
      return;
    }
    this.#pieces.push(piece);
    if (!turn) return;
    this.#speaking = turn.speaker;
    this.#turn = null;
  }

  /** The line that names who speaks from here on. */
  beginTurn({ number }: Line, speaker: string | null, rest: string, start: number | null): void {
    this.#roles.set(number, 'label');
    this.#turn = this.#piece('speech', speaker, new Prose(rest), number, number, start);
    this.#pieces.push(this.#turn);
    this.#cut = null;
    this.#speaking = undefined;
    this.#interrupted = false;
  }

  /** Another line of the paragraph that a turn began with. */
  goOn({ text, number }: Line): void {
    if (!this.#turn) return;
    addLine(this.#turn.text, text);
    this.#turn.to = number;
    this.#roles.set(number, 'words');
  }

  /** A paragraph, the lines numbered from `from` to `to`: of the turn above, or outside of turns. */
  addParagraph(lines: Prose, from: number, to: number): void {
    const text = lines.toString();
    const role = this.#placeParagraph(text, from, to);
    for (let number = from; number <= to; number++) this.#roles.set(number, role);
  }

  /** A paragraph in which the page tells what somebody said: it ends the turn above. */
  addNarration(lines: Prose, from: number, to: number): void {
    this.#turn = null;
    this.#speaking = undefined;
    this.#interrupted = false;
    const last = this.#pieces.at(-1);
    const text = lines.toString();
    if (last?.kind === 'narration' && last.heading === this.#heading) {
      last.text.addParagraph(text);
      last.to = to;
    } else this.#pieces.push(this.#piece('narration', null, new Prose(text), from, to));
    for (let number = from; number <= to; number++) this.#roles.set(number, 'outside');
  }

  finish(): Page {
    const count = this.#rejoined;
    return {
      title: this.#title,
      headings: this.#headings,
      blocks: this.#pieces.map(finishPiece),
      warnings: count > 0 ? [{ code: 'sentence-rejoined', params: { count } }] : [],
      roles: this.#roles,
    };
  }

  #placeParagraph(text: string, from: number, to: number): LineRole {
    if (!this.#turn && this.#cut?.text.isUnfinished && /^\p{Ll}/u.test(text)) {
      this.#turn = this.#cut;
      this.#rejoin(this.#turn, text, to);
      return 'words';
    }
    const isWords = !isRemark(text);
    if (this.#turn && isWords) {
      this.#addToTurn(this.#turn, text, to);
      return 'words';
    }
    if (this.#speaking !== undefined && isWords) {
      this.#turn = this.#piece('speech', this.#speaking, new Prose(text), from, to);
      this.#pieces.push(this.#turn);
      this.#speaking = undefined;
      return 'words';
    }
    this.#addOutside(text, from, to);
    return this.#outside === 'speech' ? 'words' : 'outside';
  }

  #addToTurn(turn: Piece, text: string, to: number): void {
    if (continues(turn.text, text, this.#interrupted)) this.#rejoin(turn, text, to);
    else {
      turn.text.addParagraph(text);
      turn.to = to;
    }
    this.#interrupted = false;
  }

  /** The other half of a sentence. */
  #rejoin(turn: Piece, text: string, to: number): void {
    turn.text.goOn(text);
    turn.to = to;
    this.#rejoined++;
  }

  #addOutside(text: string, from: number, to: number): void {
    const last = this.#pieces.at(-1);
    const goesOn = last?.kind === 'narration' && last.heading === this.#heading && !this.#turn;
    if (goesOn && this.#outside === 'narration') {
      last.text.addParagraph(text);
      last.to = to;
    } else this.#pieces.push(this.#piece(this.#outside, null, new Prose(text), from, to));
  }

  #piece(
    kind: ReadBlock['kind'],
    speaker: string | null,
    text: Prose,
    from: number,
    to: number,
    start: number | null = null,
  ): Piece {
    return { kind, speaker, heading: this.#heading, start, text, from, to };
  }
}

/** A name with nothing said behind it is not a turn; it stays as text, so that nothing is lost. */
function finishPiece({ kind, speaker, heading, start, text, from, to }: Piece): ReadBlock {
  const isName = text.isEmpty;
  return {
    heading,
    start,
    end: null,
    cues: [],
    lines: { from, to },
    kind: isName ? 'narration' : kind,
    speaker: isName ? null : speaker,
    text: isName ? (speaker ?? '–') : text.toString(),
  };
}

/** The next line of a paragraph; a line break inside a sentence is the page's, not the speaker's. */
export function addLine(before: Prose, line: string): void {
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
