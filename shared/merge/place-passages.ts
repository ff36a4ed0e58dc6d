import { dequal } from 'dequal/lite';
import { isSameSpeaker, speakersOf, type Who } from '../anchor/doubts.ts';
import { mapTexts } from '../anchor/text-map.ts';
import type { IndexedState } from '../change/state.ts';
import { onlySpeakerDoubted, relocate, type Script, scriptOf, unattributed } from '../edit/relocate.ts';
import type { Id } from '../model/basics.ts';
import type { Participant } from '../model/dialogue.ts';
import type { Passage, Turn } from '../model/turn.ts';
import { followsText } from './differences.ts';
import type { Fold } from './fold.ts';
import { groupBy, type Sides, versionsOf } from './sides.ts';

type Side = keyof Sides;

/** A state whose texts are asked for. */
class Texts {
  readonly #state: IndexedState;
  readonly #turns: Map<Id, Turn[]>;
  readonly #who = new Map<Id, (participantId: Id | null) => Who | null>();

  constructor(state: IndexedState) {
    this.#state = state;
    this.#turns = groupBy(state.turns.values() as Iterable<Turn>, ({ dialogueId }) => dialogueId);
  }

  turn(id: Id): Turn | undefined {
    return this.#state.turns.get(id) as Turn | undefined;
  }

  speakers(dialogueId: Id): (participantId: Id | null) => Who | null {
    let who = this.#who.get(dialogueId);
    if (!who) {
      const all = [...this.#state.participants.values()] as Participant[];
      who = speakersOf(all.filter((one) => one.dialogueId === dialogueId));
      this.#who.set(dialogueId, who);
    }
    return who;
  }

  speaker({ dialogueId, participantId }: Turn): Who | null {
    return this.speakers(dialogueId)(participantId);
  }

  /** One turn; the whole dialogue where it is not there. */
  script(dialogueId: Id, turnId: Id | null): Script {
    const one = turnId === null ? undefined : this.turn(turnId);
    const turns = one
      ? [one]
      : (this.#turns.get(dialogueId) ?? []).toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    return scriptOf(turns, this.speakers(dialogueId));
  }
}

/**
 * Puts every passage where its words stand in the merged texts, from the side on which it was placed; what is not
 * certain there, or is said by somebody else now, waits on the review list.
 */
export function placePassages(fold: Fold, sides: Sides): void {
  const merged = new Texts(fold.state);
  const texts = {
    base: new Texts(sides.base),
    mine: new Texts(sides.mine),
    theirs: new Texts(sides.theirs),
  };
  /** Passages to be moved, by side, dialogue and turn: a text is compared once. */
  const moving = new Map<string, { side: Side; dialogueId: Id; turnId: Id | null; passages: Passage[] }>();
  for (const now of [...fold.state.passages.values()] as Passage[]) {
    const side = placedBy(now, sides, texts, merged);
    const placed = sides[side].passages.get(now.id) as Passage;
    const passage = { ...placed, attribution: now.attribution };
    const [was, is] = [texts[side].turn(passage.turnId), merged.turn(passage.turnId)];
    if (was && is && isSameText(was, is, texts[side], merged)) {
      if (!dequal(passage, now)) fold.put('passages', passage);
      continue;
    }
    const turnId = is ? passage.turnId : null;
    const key = [side, passage.dialogueId, turnId].join();
    const group = moving.get(key) ?? { side, dialogueId: passage.dialogueId, turnId, passages: [] };
    group.passages.push(passage);
    moving.set(key, group);
  }
  for (const { side, dialogueId, turnId, passages } of moving.values()) {
    const [old, next] = [texts[side].script(dialogueId, turnId), merged.script(dialogueId, turnId)];
    const { rows, doubts } = relocate(passages, old, next, mapTexts(old.text, next.text));
    for (const row of rows) {
      const reasons = doubts.get(row.id) ?? [];
      const foreign = reasons.some(({ kind }) => kind === 'speaker') && !onlySpeakerDoubted(reasons);
      fold.put('passages', foreign ? unattributed(row) : row);
    }
  }
}

/** The side whose place of a passage counts: that of the text as it is now, else that which moved it. */
function placedBy(now: Passage, sides: Sides, texts: Record<Side, Texts>, merged: Texts): Side {
  const rows = versionsOf(sides, 'passages', now.id);
  const { base, mine, theirs } = rows;
  if (!mine || !theirs) return mine ? 'mine' : theirs ? 'theirs' : 'base';
  const isOf = (side: Side, passage: Passage) => {
    const [was, is] = [texts[side].turn(passage.turnId), merged.turn(passage.turnId)];
    return was !== undefined && is !== undefined && isSameText(was, is, texts[side], merged);
  };
  const [fitsMine, fitsTheirs] = [isOf('mine', mine), isOf('theirs', theirs)];
  if (samePlace(mine, theirs)) return fitsTheirs && !fitsMine ? 'theirs' : 'mine';
  // Where no text moved it, a person chose (or could have chosen) the place.
  if (!followsText(sides, rows)) return samePlace(now, theirs) ? 'theirs' : 'mine';
  if (fitsMine !== fitsTheirs) return fitsMine ? 'mine' : 'theirs';
  if (base && samePlace(mine, base)) return 'theirs';
  if (base && samePlace(theirs, base)) return 'mine';
  return rank(theirs) < rank(mine) ? 'theirs' : 'mine';
}

/** Of two places the same one comes first on both sides: one that waits for a person before any other. */
function rank({ state, attribution: _, ...place }: Passage): string {
  return `${['unsure', 'anchored', 'kept'].indexOf(state)}${JSON.stringify(place)}`;
}

function samePlace(one: Passage, other: Passage): boolean {
  return dequal({ ...one, attribution: null }, { ...other, attribution: null });
}

function isSameText(was: Turn, is: Turn, old: Texts, next: Texts): boolean {
  return was.text === is.text && isSameSpeaker(old.speaker(was), next.speaker(is));
}
