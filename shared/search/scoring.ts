import { Heard } from './heard.ts';
import type { Near } from './near.ts';
import type { Room } from './room.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';

/**
 * Works out what these documents score: each by itself, whichever others are scored with it.
 * @param near what is said around a turn counts for it, too; null = every document by itself
 */
export function* score(
  index: SearchIndex,
  groups: readonly Group[],
  numbers: ArrayLike<number>,
  room: Room,
  near: Near | null,
): Generator<void> {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    room.wanted[number] = 1;
    room.scores[number] = 0;
    room.near[number] = 0;
  }
  const scale = index.scale();
  const heard = near && new Heard(index, near, numbers, room);
  // What only helps comes first: the order in which it is added up is part of a score's last digit.
  for (const helping of [true, false]) {
    for (const { terms, helps = false, quiet = false } of groups) {
      if (helps !== helping) continue;
      for (const [at, wanted] of terms.entries()) {
        for (const segment of index.segments) segment.score(wanted, scale, room, heard);
        // Words that count alike, as those that begin so, count as one.
        if (terms[at + 1]?.boost !== wanted.boost) heard?.score(wanted.boost, !helps && !quiet, scale);
      }
      yield;
    }
  }
  for (let at = 0; at < numbers.length; at++) room.wanted[numbers[at] as number] = 0;
}
