/** What a turn's neighbours one, two, three and four turns away add of their own score. */
const SHARES = [0.5, 0.35, 0.2, 0.1] as const;

/** Where documents stand, by their numbers. */
export interface Standings {
  /** The dialogue that it belongs to, as a small number. */
  readonly dialogue: Int32Array;
  /** Which turn of its dialogue it is, from 0; below 0 = no turn. */
  readonly place: Int32Array;
}

/**
 * Scores with what turns gain from the turns around them. In a conversation a single turn says little: of two alike,
 * the one in the midst of others on the matter is the better place (ARCHITECTURE, "What was measured").
 * @param numbers the candidates
 * @param scores by number
 * @returns the new scores, by number, of the candidates
 */
export function withNear(
  numbers: readonly number[],
  scores: Float64Array,
  { dialogue, place }: Standings,
): Float64Array {
  const gained = scores.slice();
  // The turns of all dialogues one after another, with room between dialogues that nothing reaches across.
  const first: number[] = [];
  for (const number of numbers) {
    const at = place[number] as number;
    if (at < 0) continue;
    const slot = dialogue[number] as number;
    if (at >= (first[slot] ?? 0)) first[slot] = at + 1;
  }
  let room = SHARES.length;
  for (let slot = 0; slot < first.length; slot++) {
    const length = first[slot] ?? 0;
    first[slot] = room;
    room += length + SHARES.length;
  }
  const row = new Float64Array(room);
  for (const number of numbers) {
    const at = place[number] as number;
    if (at >= 0) row[(first[dialogue[number] as number] as number) + at] = scores[number] as number;
  }
  for (const number of numbers) {
    const at = place[number] as number;
    if (at < 0) continue;
    const here = (first[dialogue[number] as number] as number) + at;
    let score = scores[number] as number;
    for (let distance = 1; distance <= SHARES.length; distance++) {
      const around = (row[here - distance] as number) + (row[here + distance] as number);
      score += (SHARES[distance - 1] as number) * around;
    }
    gained[number] = score;
  }
  return gained;
}
