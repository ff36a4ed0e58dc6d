import { anchorAt } from '../anchor/anchor.ts';
import { type ScoredRange, suggestRange } from '../anchor/reanchor.ts';
import type { TurnRange } from '../anchor/text-range.ts';
import type { Draft } from '../change/draft.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Passage, Turn } from '../model/turn.ts';
import { removeAdvice, removeCoding } from './coding.ts';
import { forgetPassage } from './entry.ts';

/** Where an unsure passage may stand now. */
export interface Suggestion extends ScoredRange {
  readonly turnId: IdOf<'turns'>;
}

/** A place in another turn must be this much likelier than one where the passage last stood. */
const FAR = 0.1;
/** Turns either side in which similar words are looked for; the very same words are looked for everywhere. */
const NEIGHBOURS = 12;

/**
 * The likeliest place of an unsure passage: in the turn where it last stood, in those around it, and wherever else the
 * very words are; null = nothing like them stands there.
 * @param turns of the passage's dialogue, in the order of speaking
 */
export function suggestionFor(passage: Passage, turns: readonly Turn[]): Suggestion | null {
  const home = turns.findIndex(({ id }) => id === passage.turnId);
  let best: Suggestion | null = null;
  for (const [index, turn] of turns.entries()) {
    const own = index === home;
    if (Math.abs(index - home) > NEIGHBOURS && !turn.text.includes(passage.quote)) continue;
    const place = suggestRange(passage, turn.text, own ? passage.start : 0);
    if (!place) continue;
    const score = own ? place.score : place.score - FAR;
    if (!best || score > best.score) best = { ...place, score: Math.max(0, score), turnId: turn.id };
  }
  return best;
}

/**
 * Puts a passage where a person says its words are now; codings and advice go with it.
 * @throws ProblemError `selection-empty`, `row-missing`, `passage-elsewhere` for a turn of another dialogue
 */
export async function placePassage(
  draft: Draft,
  passageId: IdOf<'passages'>,
  selection: TurnRange,
): Promise<Passage> {
  const passage = await draft.require('passages', passageId);
  const turn = await draft.require('turns', selection.turnId);
  if (turn.dialogueId !== passage.dialogueId) throw new ProblemError('passage-elsewhere');
  const anchor = anchorAt(turn.text, selection.start, selection.end);
  if (!anchor) throw new ProblemError('selection-empty');
  const placed: Passage = { ...passage, ...anchor, turnId: turn.id, state: 'anchored' };
  await draft.put('passages', placed);
  return placed;
}

/** Lets the old words stand, though the text says something else now: the passage leaves the review list. */
export async function keepPassage(draft: Draft, passageId: IdOf<'passages'>): Promise<void> {
  await draft.patch('passages', passageId, { state: 'kept' });
}

/**
 * Removes a passage with its codings and what was told in it, and from the advice that was heard in it; advice that was heard nowhere else goes
 * with it. Undo brings all of it back.
 * @throws ProblemError `round-closed` when a closed round rests on it
 */
export async function removePassage(draft: Draft, passageId: IdOf<'passages'>): Promise<void> {
  const passage = await draft.require('passages', passageId);
  for (const advice of await draft.find('advice', 'dialogueId', passage.dialogueId)) {
    if (!advice.passageIds.includes(passageId)) continue;
    const passageIds = advice.passageIds.filter((id) => id !== passageId);
    if (passageIds.length === 0) await removeAdvice(draft, advice.id);
    else await draft.patch('advice', advice.id, { passageIds });
  }
  await forgetPassage(draft, passageId);
  for (const coding of await draft.find('codings', 'passageId', passageId))
    await removeCoding(draft, coding.id);
  for (const rating of await draft.all('ratings')) {
    if (!rating.evidence.passageIds.includes(passageId)) continue;
    await draft.patch('ratings', rating.id, {
      evidence: {
        ...rating.evidence,
        passageIds: rating.evidence.passageIds.filter((id) => id !== passageId),
      },
    });
  }
  if (await draft.get('passages', passageId)) await draft.remove('passages', passageId);
}
