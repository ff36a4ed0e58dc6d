import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Turn } from '../model/turn.ts';
import {
  bearingsOf,
  DOCUMENT_KINDS,
  type DocumentKey,
  type DocumentKind,
  idOf,
  kindOf,
} from './documents.ts';
import { FacetNames, speakerOf } from './facet-names.ts';
import type { SearchRows } from './rows.ts';
import type { SearchIndex } from './search-index.ts';
import { atOnce } from './steps.ts';

/** Documents looked at between two breaths. */
const READ_AT_ONCE = 1_000;

/** Ids by small numbers, so that what is asked of every candidate is a look into an array. */
export class Slots {
  readonly ids: Id[] = [];
  readonly #slots = new Map<Id, number>();

  of(id: Id): number {
    let slot = this.#slots.get(id);
    if (slot === undefined) {
      slot = this.ids.length;
      this.ids.push(id);
      this.#slots.set(id, slot);
    }
    return slot;
  }
}

/** Belongs to none. */
export const NO_SLOT = -1;
/** Has several: they are in a list of their own. */
const SEVERAL = -2;
const NOTHING: readonly number[] = [];

/** For each document that has any: its slots, of which most have none or one. */
class Lists {
  one = new Int32Array(0);
  readonly #several = new Map<number, readonly number[]>();

  set(number: number, slots: readonly number[]): void {
    this.one[number] = slots.length > 1 ? SEVERAL : (slots[0] ?? NO_SLOT);
    if (slots.length > 1) this.#several.set(number, slots);
    else this.#several.delete(number);
  }

  /** The slots of a document that has other than one. */
  many(number: number): readonly number[] {
    return this.one[number] === SEVERAL ? (this.#several.get(number) ?? NOTHING) : NOTHING;
  }

  some(number: number, test: (slot: number) => boolean): boolean {
    const slot = this.one[number] as number;
    return slot >= 0 ? test(slot) : slot === SEVERAL && this.many(number).some(test);
  }
}

/**
 * What every document belongs to and bears on, by its number in the index, in plain arrays: narrowing, counting and
 * sorting a hundred thousand candidates reads no row. Filled as documents are first asked for.
 */
export class Facts {
  readonly #rows: SearchRows;
  readonly #index: SearchIndex;
  /** Which document each line is about; null = it has to be read (again). */
  #keys: (DocumentKey | null)[] = [];
  /** Lines that are there up to this number, but for those that were forgotten since. */
  #reached = 0;
  readonly #forgotten = new Set<number>();
  /** By number: place in `DOCUMENT_KINDS`. */
  kind = new Uint8Array(0);
  /** By number: slot in `dialogues`, or `NO_SLOT`. */
  dialogue = new Int32Array(0);
  /** By number: which turn of its dialogue it is, from 0; -1 = no turn. */
  place = new Int32Array(0);
  readonly participant = new Lists();
  readonly issue = new Lists();
  readonly dialogues = new Slots();
  readonly participants = new Slots();
  readonly issues = new Slots();
  readonly #turns = new Map<Id, readonly Id[]>();
  #inOrder: readonly number[] = [];
  #days: readonly number[] = [];
  #speakers: string[] = [];
  readonly #names = new Map<string, FacetNames>();

  constructor(rows: SearchRows, index: SearchIndex) {
    this.#rows = rows;
    this.#index = index;
  }

  /** Makes sure that a document's line is there. @returns false when there is no such document */
  ready(number: number): boolean {
    const key = this.#index.keyAt(number);
    if (key === null) return false;
    if (this.#keys[number] === key) return true;
    const bearings = bearingsOf(this.#rows, key);
    if (!bearings) return false;
    this.#grow(number);
    const kind = kindOf(key);
    this.#keys[number] = key;
    this.kind[number] = DOCUMENT_KINDS.indexOf(kind);
    const { dialogueId } = bearings;
    this.dialogue[number] = dialogueId === null ? NO_SLOT : this.dialogues.of(dialogueId);
    const turn = kind === 'turn' ? this.#rows.get('turns', idOf(key)) : undefined;
    this.place[number] = turn ? this.placeOf(turn) : NO_SLOT;
    this.participant.set(
      number,
      bearings.participantIds.map((id) => this.participants.of(id)),
    );
    this.issue.set(
      number,
      bearings.issueIds.map((id) => this.issues.of(id)),
    );
    return true;
  }

  /** Makes sure that every document's line is there. */
  readyAll(): void {
    atOnce(this.allReady());
  }

  /** As `readyAll`, in small steps. */
  *allReady(): Generator<void, void> {
    while (this.#reached < this.#index.capacity) {
      this.ready(this.#reached++);
      if (this.#reached % READ_AT_ONCE === 0) yield;
    }
    for (const number of this.#forgotten) this.ready(number);
    this.#forgotten.clear();
  }

  idAt(number: number): Id {
    const key = this.#index.keyAt(number);
    return key === null ? '' : idOf(key);
  }

  kindAt(number: number): DocumentKind {
    return DOCUMENT_KINDS[this.kind[number] as number] as DocumentKind;
  }

  /** The turns of a dialogue in the order in which they were said. */
  turnsOf(dialogueId: IdOf<'dialogues'>): readonly Id[] {
    let turns = this.#turns.get(dialogueId);
    if (!turns) {
      turns = this.#rows
        .referring('turns', 'dialogueId', dialogueId)
        .sort((a, b) => a.order - b.order)
        .map(({ id }) => id);
      this.#turns.set(dialogueId, turns);
    }
    return turns;
  }

  /** Which turn of its dialogue it is, from 0; below 0 = it is not among them. Looked up by its order: no map a turn is kept. */
  placeOf({ id, dialogueId, order }: Turn): number {
    const turns = this.turnsOf(dialogueId);
    const orderAt = (at: number) => this.#rows.get('turns', turns[at])?.order ?? Number.NEGATIVE_INFINITY;
    let from = 0;
    let to = turns.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (orderAt(middle) < order) from = middle + 1;
      else to = middle;
    }
    while (from < turns.length && turns[from] !== id && orderAt(from) === order) from++;
    return turns[from] === id ? from : turns.indexOf(id);
  }

  /** Slots of the dialogues, the oldest first and those without a date before all; by title within a day. */
  dialoguesInOrder(): readonly number[] {
    const { ids } = this.dialogues;
    if (this.#inOrder.length !== ids.length) {
      this.#inOrder = dialoguesInOrder(this.#rows, ids);
      this.#days = daysOf(this.#rows, ids, this.#inOrder);
    }
    return this.#inOrder;
  }

  /** By slot of a dialogue: the number of its day, the oldest first; 0 = without a date. */
  days(): readonly number[] {
    this.dialoguesInOrder();
    return this.#days;
  }

  /** Who the participant of a slot is across dialogues. */
  speakerAt(slot: number): string {
    const speaker =
      this.#speakers[slot] ?? speakerOf(this.#rows.get('participants', this.participants.ids[slot]));
    this.#speakers[slot] = speaker;
    return speaker;
  }

  /** What there is to narrow by is called. */
  namesIn(language: string): FacetNames {
    let names = this.#names.get(language);
    if (!names) {
      names = new FacetNames(language, this.#rows);
      this.#names.set(language, names);
    }
    return names;
  }

  /** Something is called, or dated, otherwise than it was. */
  forgetNames(): void {
    this.#inOrder = [];
    this.#speakers = [];
    this.#names.clear();
  }

  /** A document changed, or may have. */
  forget(number: number): void {
    if (number >= this.#keys.length) return;
    this.#keys[number] = null;
    this.#forgotten.add(number);
  }

  /** Turns came, went or moved: where they stand is looked up anew. */
  forgetPlaces(dialogueIds: Iterable<Id>): void {
    const slots = new Set<number>();
    for (const id of dialogueIds) {
      this.#turns.delete(id);
      slots.add(this.dialogues.of(id));
    }
    if (slots.size === 0) return;
    for (let number = 0; number < this.#keys.length; number++)
      if (slots.has(this.dialogue[number] as number)) this.forget(number);
  }

  #grow(number: number): void {
    if (number < this.kind.length) return;
    const room = Math.max(1_024, this.#index.capacity, number + 1);
    const larger = (array: Int32Array) => {
      const copy = new Int32Array(room);
      copy.set(array);
      return copy;
    };
    const kind = new Uint8Array(room);
    kind.set(this.kind);
    this.kind = kind;
    this.dialogue = larger(this.dialogue);
    this.place = larger(this.place);
    this.participant.one = larger(this.participant.one);
    this.issue.one = larger(this.issue.one);
  }
}

function dialoguesInOrder(rows: SearchRows, ids: readonly Id[]): number[] {
  const known = ids.map((id, slot) => {
    const dialogue = rows.get('dialogues', id);
    return { slot, id, date: dialogue?.date ?? '', title: dialogue?.title ?? '' };
  });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return known
    .sort((a, b) => order(a.date, b.date) || order(b.title, a.title) || order(b.id, a.id))
    .map(({ slot }) => slot);
}

function daysOf(rows: SearchRows, ids: readonly Id[], slots: readonly number[]): number[] {
  const days: number[] = [];
  let last = '';
  let day = 0;
  for (const slot of slots) {
    const date = rows.get('dialogues', ids[slot])?.date ?? '';
    if (date !== last) day++;
    last = date;
    days[slot] = day;
  }
  return days;
}
