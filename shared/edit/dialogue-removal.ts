import type { Draft } from '../change/draft.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import { removeMadeIn } from './commitment.ts';
import { forgetPassage } from './entry.ts';

/**
 * Removes a dialogue with its turns, participants, passages, codings and advice, what was promised in answer and told
 * in it, and what open rounds drew from it. What follows it goes on from the dialogue that it followed.
 * The original file stays on disk, so that undo brings everything back.
 * @throws ProblemError `dialogue-in-closed-round`: a closed round rests on it
 */
export async function removeDialogue(draft: Draft, dialogueId: IdOf<'dialogues'>): Promise<void> {
  await draft.require('dialogues', dialogueId);
  for (const round of await draft.all('rounds')) {
    if (!round.dialogueIds.includes(dialogueId)) continue;
    if (round.stage === 'closed') throw new ProblemError('dialogue-in-closed-round', { round: round.name });
    await draft.patch('rounds', round.id, {
      dialogueIds: round.dialogueIds.filter((id) => id !== dialogueId),
    });
  }
  for (const { id } of await draft.find('advice', 'dialogueId', dialogueId))
    await removeMadeIn(draft, 'advice', id);
  await removeMadeIn(draft, 'dialogue', dialogueId);
  for (const { id } of await draft.find('passages', 'dialogueId', dialogueId)) await forgetPassage(draft, id);
  const { follows } = await draft.require('dialogues', dialogueId);
  for (const one of await draft.all('dialogues'))
    if (one.follows === dialogueId) await draft.patch('dialogues', one.id, { follows });
  const gone = new Set<Id>();
  for (const table of ['codings', 'advice', 'passages', 'turns', 'participants'] as const) {
    for (const row of await draft.find(table, 'dialogueId', dialogueId)) {
      gone.add(row.id);
      await draft.remove(table, row.id);
    }
  }
  for (const rating of await draft.all('ratings')) {
    const { passageIds, adviceIds } = rating.evidence;
    if (![...passageIds, ...adviceIds].some((id) => gone.has(id))) continue;
    await draft.patch('ratings', rating.id, {
      evidence: {
        ...rating.evidence,
        passageIds: passageIds.filter((id) => !gone.has(id)),
        adviceIds: adviceIds.filter((id) => !gone.has(id)),
      },
    });
  }
  await draft.remove('dialogues', dialogueId);
}
