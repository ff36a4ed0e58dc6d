import { endsSentence, isSpaceless } from './words.ts';

/**
 * Text in the making. It remembers its last piece, so that adding to a long text costs no more than to a short one
 * (looking at the end of a string that has just been added to copies all of it).
 */
export class Prose {
  readonly #pieces: string[] = [];
  #tail = '';
  #length = 0;

  constructor(text = '') {
    if (text !== '') this.#add('', text);
  }

  /** What was added last. */
  get tail(): string {
    return this.#tail;
  }

  /** UTF-16 units of the whole text. */
  get length(): number {
    return this.#length;
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** It ends in the middle of a sentence. */
  get isUnfinished(): boolean {
    return !this.isEmpty && !endsSentence(this.#tail);
  }

  /** A new paragraph. */
  addParagraph(text: string): void {
    this.#add('\n\n', text);
  }

  /** A new line of the same paragraph. */
  addLine(text: string): void {
    this.#add('\n', text);
  }

  /** More of the same sentence: after a space, but none where Japanese meets Japanese. */
  goOn(text: string): void {
    const [first = ''] = text.slice(0, 2);
    const last = [...this.#tail.slice(-2)].at(-1) ?? '';
    this.#add(isSpaceless(last) && isSpaceless(first) ? '' : ' ', text);
  }

  toString(): string {
    return this.#pieces.join('');
  }

  #add(separator: string, text: string): void {
    if (text === '') return;
    if (!this.isEmpty) {
      this.#pieces.push(separator);
      this.#length += separator.length;
    }
    this.#pieces.push(text);
    this.#length += text.length;
    this.#tail = text;
  }
}
