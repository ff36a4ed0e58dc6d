import { comparable, entriesOf, faultsOfLog, type LogLine, type PlainEntry } from '../oracle/log.ts';

/**
 * What the app said was kept, written down outside the app as it came, and what may not be missing in the log on
 * that ground.
 */
export class Acknowledged {
  /** Entries as comparable text, by number. */
  readonly #said = new Map<number, string>();
  readonly #waiting = new Set<() => void>();
  #count = 0;
  #contradictions: string[] = [];

  /** All that was said so far, in this run and before. */
  get count(): number {
    return this.#count;
  }

  /** The app said that an entry is kept. @param json the entry as the app said it */
  hear(json: string): void {
    const entry = JSON.parse(json) as PlainEntry;
    const said = comparable(entry);
    const before = this.#said.get(entry.seq);
    if (before !== undefined && before !== said)
      this.#contradictions.push(`change ${entry.seq} was acknowledged twice, with different content`);
    this.#said.set(entry.seq, said);
    this.#count++;
    for (const look of this.#waiting) look();
  }

  /**
   * Waits until so many were acknowledged in all, patience ends, or no more can come.
   * @returns whether there are so many
   */
  async reaches(count: number, patience: number, stopped: Promise<void>): Promise<boolean> {
    if (this.#count >= count) return true;
    return new Promise((resolve) => {
      const end = (reached: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(reached);
      };
      const timer = setTimeout(() => end(false), patience);
      const look = () => {
        if (this.#count >= count) end(true);
      };
      this.#waiting.add(look);
      void stopped.then(() => end(this.#count >= count));
    });
  }

  /** Another workspace: nothing was said about it yet. */
  forget(): void {
    this.#said.clear();
  }

  /** What stands in the log was shown by the app, and may not be missing later either. @returns how many are new */
  learn(lines: readonly LogLine[]): number {
    const before = this.#said.size;
    for (const entry of entriesOf(lines))
      if (!this.#said.has(entry.seq)) this.#said.set(entry.seq, comparable(entry));
    return this.#said.size - before;
  }

  /** Lets go what a fault outside the app is known to have taken. */
  giveUp(seqs: readonly number[]): void {
    for (const seq of seqs) this.#said.delete(seq);
  }

  /** Numbers of what was acknowledged and is not in the log as it was acknowledged; and whatever else is wrong. */
  compare(lines: readonly LogLine[]): { readonly lost: number[]; readonly wrong: string[] } {
    const held = new Map(entriesOf(lines).map((entry) => [entry.seq, comparable(entry)]));
    const lost = [...this.#said].filter(([seq, said]) => held.get(seq) !== said).map(([seq]) => seq);
    const wrong = [...faultsOfLog(lines), ...this.#contradictions];
    this.#contradictions = [];
    return { lost, wrong };
  }
}
