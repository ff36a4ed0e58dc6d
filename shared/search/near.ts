import type { Id } from '../model/basics.ts';
import type { Candidate } from './search-index.ts';

/** What a turn's neighbours one, two and three turns away add of their own score. */
const SHARES = [0.3, 0.15, 0.08] as const;

/** Where a dialogue's turns stand, counting from 0. */
export type TurnPlaces = ReadonlyMap<Id, number>;

/**
 * The candidates with what turns gain from the turns around them. In a conversation a single turn says little: of two
 * alike, the one in the midst of others on the matter is the better place (FACTS: the unit matters more than the
 * engine).
 */
export function withNear(
  candidates: readonly Candidate[],
  placesOf: (dialogueId: Id) => TurnPlaces,
): Candidate[] {
  const scores = new Map<Id, { places: TurnPlaces; byPlace: Float64Array }>();
  const placed = candidates.map((candidate) => {
    const { kind, dialogueId, id } = candidate.document;
    if (kind !== 'turn' || dialogueId === null) return null;
    let dialogue = scores.get(dialogueId);
    if (!dialogue) {
      const places = placesOf(dialogueId);
      dialogue = { places, byPlace: new Float64Array(places.size) };
      scores.set(dialogueId, dialogue);
    }
    const place = dialogue.places.get(id);
    if (place === undefined) return null;
    dialogue.byPlace[place] = candidate.score;
    return { byPlace: dialogue.byPlace, place };
  });
  return candidates.map((candidate, index) => {
    const at = placed[index];
    if (!at) return candidate;
    let score = candidate.score;
    for (let distance = 1; distance <= SHARES.length; distance++) {
      const around = (at.byPlace[at.place - distance] ?? 0) + (at.byPlace[at.place + distance] ?? 0);
      score += (SHARES[distance - 1] as number) * around;
    }
    return { ...candidate, score };
  });
}
