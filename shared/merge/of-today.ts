import { Draft, stateReader } from '../change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '../change/state.ts';
import { bringEarlier } from '../edit/bring-earlier.ts';
import type { Sides } from './sides.ts';

/**
 * The states of a merge with nothing left of what earlier versions kept otherwise. Whichever side was opened by this
 * version and whichever was not, they speak of the same rows, since the ids of what is brought follow from the old ones:
 * nothing comes twice, and what was changed in a copy of an earlier version is a change of what it became here.
 */
export async function sidesOfToday(sides: Sides): Promise<Sides> {
  const [base, mine, theirs] = await Promise.all([
    ofToday(sides.base),
    ofToday(sides.mine),
    ofToday(sides.theirs),
  ]);
  return { base, mine, theirs };
}

/** The same object where nothing is left to bring. */
async function ofToday(state: IndexedState): Promise<IndexedState> {
  const draft = new Draft(stateReader(state));
  await bringEarlier(draft);
  const changes = await draft.finish();
  if (changes.length === 0) return state;
  const brought = indexState(plainState(state));
  applyChanges(brought, changes);
  return brought;
}
