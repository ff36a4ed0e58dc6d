import { dequal } from 'dequal';
import type { IndexedState } from '../change/state.ts';
import type { Turn } from '../model/turn.ts';
import type { Placing } from './placing.ts';
import { groupBy, type Sides } from './sides.ts';

/**
 * Dialogues whose turns are taken as one or not at all, with how: where turns were split, joined or read anew on one
 * side, a turn of the other side has no counterpart, and words taken turn by turn would stand twice or be lost.
 */
export function transcriptsAsOne(sides: Sides): Map<string, Placing> {
  const found = new Map<string, Placing>();
  const [base, mine, theirs] = [turnsIn(sides.base), turnsIn(sides.mine), turnsIn(sides.theirs)];
  for (const [dialogueId, was] of base) {
    const [here, there] = [mine.get(dialogueId), theirs.get(dialogueId)];
    if (!here || !there || dequal(here, there)) continue;
    if (isSameSet(was, here) && isSameSet(was, there)) continue;
    const [changedHere, changedThere] = [!dequal(was, here), !dequal(was, there)];
    found.set(dialogueId, { at: changedHere && changedThere ? 'both' : changedThere ? 'there' : 'here' });
  }
  return found;
}

type ById = ReadonlyMap<string, Turn>;

function turnsIn(state: IndexedState): Map<string, ById> {
  const groups = groupBy(state.turns.values() as Iterable<Turn>, ({ dialogueId }) => dialogueId);
  const inDialogue = (state.dialogues as ReadonlyMap<string, unknown>).keys();
  return new Map(
    [...inDialogue].map((id) => [id, new Map((groups.get(id) ?? []).map((turn) => [turn.id, turn]))]),
  );
}

function isSameSet(one: ById, other: ById): boolean {
  return one.size === other.size && [...one.keys()].every((id) => other.has(id));
}
