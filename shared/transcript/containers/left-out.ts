/**
 * Words that do not go into the text. Those that stand together and are left out for the same reason are told as one
 * stretch.
 */
export class LeftOut<Reason> {
  readonly #tell: (reason: Reason, words: string) => void;
  #reason: Reason | null = null;
  #words = '';

  /** @param tell is told each stretch, once it has ended */
  constructor(tell: (reason: Reason, words: string) => void) {
    this.#tell = tell;
  }

  /** Why the stretch that is open is left out; null = none is open. */
  get reason(): Reason | null {
    return this.#reason;
  }

  add(reason: Reason, words: string): void {
    if (this.#reason !== reason) this.end();
    this.#reason = reason;
    this.#words += words;
  }

  /** What is left out from here on stands apart from what was left out before. */
  end(): void {
    const reason = this.#reason;
    const words = this.#words;
    this.#reason = null;
    this.#words = '';
    if (reason !== null) this.#tell(reason, words);
  }
}
