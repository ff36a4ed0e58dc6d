/**
 * Sorted words in one string: looked up by halving, without an object a word. So an index of a hundred thousand turns
 * is read back in the time it takes to read its bytes.
 */
export class Dictionary {
  readonly text: string;
  /** Where each word begins, and last where the text ends; UTF-16 units. */
  readonly from: Uint32Array;

  constructor(text: string, from: Uint32Array) {
    this.text = text;
    this.from = from;
  }

  /** @param words sorted by UTF-16 units */
  static of(words: readonly string[]): Dictionary {
    const from = new Uint32Array(words.length + 1);
    for (const [index, word] of words.entries()) from[index + 1] = (from[index] as number) + word.length;
    return new Dictionary(words.join(''), from);
  }

  get size(): number {
    return this.from.length - 1;
  }

  at(index: number): string {
    return this.text.slice(this.from[index], this.from[index + 1]);
  }

  /** Position of the first word that does not come before `word`. */
  firstFrom(word: string): number {
    return firstFrom(this.size, (index) => this.at(index), word);
  }
}

/** Position of the first of `size` sorted words that does not come before `word`. */
export function firstFrom(size: number, at: (index: number) => string, word: string): number {
  let from = 0;
  let to = size;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(middle) < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
