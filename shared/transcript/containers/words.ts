/**
 * The words of a paragraph in the making, and the bold ones it begins with. Adding to a long text costs no more than to
 * a short one.
 */
export class Words {
  #pieces: string[] = [];
  #lead: string[] = [];
  #leading = true;
  #last = '';

  get text(): string {
    return this.#pieces.join('');
  }

  /** Bold words before the first that are not; empty where all of it is bold. */
  get lead(): string {
    const lead = this.#lead.join('');
    return this.#leading ? '' : lead;
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** Adds words as they are. */
  add(words: string, bold: boolean): void {
    if (words === '') return;
    const blank = words.trim() === '';
    if (this.#leading && (bold || blank)) this.#lead.push(words);
    else this.#leading = false;
    this.#pieces.push(words);
    this.#last = words.at(-1) ?? '';
  }

  /** Adds words of a file in which blanks in a row are one, and none stands at the start. */
  flow(words: string, bold: boolean): void {
    const single = words.replace(/[\t\n\f\r ]+/g, ' ');
    const afterBlank = this.#last === '' || this.#last === ' ' || this.#last === '\n' || this.#last === '\t';
    this.add(afterBlank ? single.replace(/^ /, '') : single, bold);
  }

  clear(): void {
    this.#pieces = [];
    this.#lead = [];
    this.#leading = true;
    this.#last = '';
  }
}
