import { stepSelection } from '#shared/anchor/units.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { FoundRange, FoundRanges, Hit, RangeUnit, SearchRequest } from '#shared/search/request.ts';
import { readOnce } from '../../store/index.ts';
import { places } from '../../workers/search/service.ts';
import { isTicked, type Ticks } from './selection.ts';

/** Places that are looked over at once: more than anybody reads, and few enough for one step of undo. */
const MOST = 2_000;

/**
 * The sentence in which a hit stands, or the whole turn where it was found by something else than its words.
 * @returns null where the turn is gone or holds no words
 */
export async function placeOf(
  { turnId, range, dialogue }: Hit,
  unit: RangeUnit = 'sentence',
): Promise<FoundRange | null> {
  if (turnId === null || !dialogue) return null;
  const turn = await readOnce((db) => db.turns.get(turnId));
  const span =
    turn &&
    stepSelection(turn.text, dialogue.language, range, range && unit === 'sentence' ? 'sentence' : 'turn');
  return span ? { turnId, dialogueId: dialogue.id, ...span } : null;
}

/**
 * The words to be coded.
 * @param hits these alone; null = what is ticked
 * @param listed hits that are shown, among which those are looked up that the search does not count as whole
 */
export async function placesOf(
  request: SearchRequest,
  unit: RangeUnit,
  hits: readonly Hit[] | null,
  ticks: Ticks,
  listed: readonly Hit[],
): Promise<FoundRanges> {
  const all = await places(request, unit, MOST);
  const wanted = hits
    ? (turnId: IdOf<'turns'>) => hits.some(({ id }) => id === turnId)
    : (turnId: IdOf<'turns'>) => isTicked(ticks, { kind: 'turn', id: turnId }) === true;
  const found = all.places.filter(({ turnId }) => wanted(turnId));
  if (ticks.all && !hits) return { places: found, more: all.more };
  const known = new Set(found.map(({ turnId }) => turnId));
  const others = new Map(
    (hits ?? listed)
      .filter(({ kind, id }) => kind === 'turn' && wanted(id) && !known.has(id))
      .map((hit) => [hit.id, hit]),
  );
  const more = await Promise.all([...others.values()].map((hit) => placeOf(hit, unit)));
  return { places: [...found, ...more.filter((place) => place !== null)], more: 0 };
}
