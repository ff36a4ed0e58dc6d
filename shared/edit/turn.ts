import type { Draft } from '../change/draft.ts';
import type { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';

/**
 * Gives a turn its speaker; null makes it narration, which nobody is quoted for.
 * @throws ProblemError `speaker-elsewhere` when the participant belongs to another dialogue
 */
export async function assignSpeaker(draft: Draft, turnId: Id, participantId: Id | null): Promise<void> {
  const turn = await draft.require('turns', turnId);
  if (participantId !== null) {
    const participant = await draft.require('participants', participantId);
    if (participant.dialogueId !== turn.dialogueId)
      throw new ProblemError('speaker-elsewhere', { name: participant.name });
  }
  await draft.patch('turns', turnId, {
    participantId,
    kind: participantId === null ? 'narration' : 'speech',
  });
}
