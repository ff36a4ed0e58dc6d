import type { Id } from '../model/basics.ts';
import type { Turn } from '../model/turn.ts';
import type { DocumentKey } from './documents.ts';
import type { Candidate } from './search-index.ts';

/** What a turn's neighbours one, two and three turns away add of their own score. */
const SHARES = [0.3, 0.15, 0.08] as const;

/**
 * What turns gain from the turns around them. In a conversation a single turn says little: of two alike, the one in
 * the midst of others on the matter is the better place (FACTS: the unit matters more than the engine).
 * @param turnsOf turns of a dialogue, in order
 */
export function nearScores(
  candidates: readonly Candidate[],
  turnsOf: (dialogueId: Id) => readonly Turn[],
): Map<DocumentKey, number> {
  const scores = new Map<DocumentKey, number>();
  const dialogues = new Set<Id>();
  for (const { document, score } of candidates) {
    if (document.kind !== 'turn' || document.dialogueId === null || score === 0) continue;
    scores.set(document.key, score);
    dialogues.add(document.dialogueId);
  }
  const near = new Map<DocumentKey, number>();
  for (const dialogueId of dialogues) {
    const own = turnsOf(dialogueId).map(({ id }) => scores.get(`turn:${id}`) ?? 0);
    for (const [index, { id }] of turnsOf(dialogueId).entries()) {
      if ((own[index] ?? 0) === 0) continue;
      let gain = 0;
      for (const [distance, share] of SHARES.entries()) {
        gain += share * ((own[index - distance - 1] ?? 0) + (own[index + distance + 1] ?? 0));
      }
      near.set(`turn:${id}`, gain);
    }
  }
  return near;
}
