import { type SaidWords, speakersOf, type Who } from '../anchor/doubts.ts';
import type { Change } from '../change/change-set.ts';
import type { Id } from '../model/basics.ts';
import type { Participant } from '../model/dialogue.ts';
import type { Passage, Turn } from '../model/turn.ts';

/** A passage as it was when it was certain last, in its text and with who said it. */
export interface CertainPassage extends SaidWords {
  readonly passage: Passage;
}

/**
 * Goes back through the log, the newest entry first, to where passages that wait for review were certain last: what the
 * rows no longer hold, e.g. who said the words then.
 */
export class LastCertain {
  /** By the id of the passage; what is not here yet may be further back. */
  readonly found = new Map<Id, CertainPassage>();
  readonly #open: Set<Id>;
  readonly #turns: Map<Id, Turn>;
  readonly #participants: Map<Id, Who>;

  constructor(
    waiting: Iterable<Passage>,
    now: { readonly turns: readonly Turn[]; readonly participants: readonly Participant[] },
  ) {
    this.#open = new Set(Array.from(waiting, ({ id }) => id));
    this.#turns = new Map(now.turns.map((one) => [one.id, one]));
    this.#participants = new Map(now.participants.map((one) => [one.id, one]));
  }

  /** Whether every passage was found. */
  get done(): boolean {
    return this.#open.size === 0;
  }

  /** Takes the changes of the entry before the one that was taken last. */
  back({ changes }: { readonly changes: readonly Change[] }): void {
    const left: Passage[] = [];
    for (const { table, id, before } of changes.toReversed()) {
      if (before === null) continue;
      if (table === 'turns') this.#turns.set(id, before as Turn);
      else if (table === 'participants') this.#participants.set(id, before as Participant);
      else if (table === 'passages' && this.#open.has(id)) left.push(before as Passage);
    }
    for (const passage of left) {
      if (passage.state === 'unsure' || passage.state === 'kept') continue;
      this.#open.delete(passage.id);
      const turn = this.#turns.get(passage.turnId);
      if (!turn) continue;
      const speaker = speakersOf([...this.#participants.values()])(turn.participantId);
      this.found.set(passage.id, {
        passage,
        text: turn.text,
        start: passage.start,
        end: passage.end,
        speaker,
      });
    }
  }
}
