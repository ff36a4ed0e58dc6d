import type { KeyAfter } from '../../i18n/index.ts';
import type { ReadLoss } from '../result.ts';

/** A part of a file whose words a reading may leave out; each has a sentence in the catalogs. */
export type LossPart = KeyAfter<'import.loss.'>;

/** As much of what was left out is shown. UTF-16 units of all stretches of one part. */
const SHOWN = 500;

/** Counts what of a file's words goes into no reading, by the part of the file that they stand in. */
export class Ledger {
  readonly #parts = new Map<string, { readonly shown: string[]; length: number; count: number }>();

  /** Words that stand together; nothing where they are blank. */
  lose(part: LossPart, words: string, count = 1): void {
    const text = words.replace(/\s+/gu, ' ').trim();
    if (text === '') return;
    const entry = this.#parts.get(part) ?? { shown: [], length: 0, count: 0 };
    this.#parts.set(part, entry);
    entry.count += count;
    if (entry.length >= SHOWN) return;
    const rest = SHOWN - entry.length;
    entry.shown.push(text.length > rest ? `${text.slice(0, rest)}…` : text);
    entry.length += text.length;
  }

  /** What another reading left out, e.g. that of a document inside of this one. */
  add(losses: readonly ReadLoss[]): void {
    for (const { part, words, count } of losses) this.lose(part as LossPart, words, count);
  }

  get losses(): ReadLoss[] {
    return [...this.#parts].map(([part, { shown, count }]) => ({ part, words: shown.join(' · '), count }));
  }
}
