/** Persons whose names are so alike that they may be one. */
import type { Id } from '../model/basics.ts';
import { type Person, spellingsOf } from '../model/person.ts';
import { isLetterAway, isWholeName, nameKey } from './names.ts';

interface Spelling {
  readonly person: Person;
  readonly key: string;
}

/**
 * For every person those who may be the same: the same whole name in whatever order and script of writing, the same
 * reading, or a slip of the hand apart. A surname alone, which many have, tells nothing.
 */
export function maybeSame(persons: readonly Person[]): ReadonlyMap<Id, readonly Person[]> {
  const found = new Map<Id, Person[]>();
  const pair = (one: Person, other: Person) => {
    const list = found.get(one.id) ?? [];
    if (!list.includes(other)) found.set(one.id, [...list, other]);
  };
  for (const alike of buckets(persons)) {
    for (const [at, one] of alike.entries()) {
      for (const other of alike.slice(at + 1)) {
        if (one.person === other.person) continue;
        if (one.key !== other.key && !isLetterAway(one.key, other.key)) continue;
        pair(one.person, other.person);
        pair(other.person, one.person);
      }
    }
  }
  return found;
}

/** Names that a slip may have made of one another: it leaves the beginning or the end of a name as it is. */
function buckets(persons: readonly Person[]): Iterable<readonly Spelling[]> {
  const made = new Map<string, Spelling[]>();
  for (const person of persons) {
    const whole = spellingsOf(person).filter((one) => isWholeName(one) || one === person.reading);
    for (const key of new Set(whole.map(nameKey))) {
      const signs = [...key];
      for (const bucket of [`^${signs.slice(0, ENDS).join('')}`, `${signs.slice(-ENDS).join('')}$`]) {
        const list = made.get(bucket);
        if (list) list.push({ person, key });
        else made.set(bucket, [{ person, key }]);
      }
    }
  }
  return made.values();
}

const ENDS = 2;
