/** Whom the office knows already among the participants of a text. */
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { type Person, spellingsOf } from '../model/person.ts';
import { foldName, isWholeName, nameKey, piecesOf } from './names.ts';
import type { ReadParticipant, ReadResult } from './result.ts';

/** A person the office knows who may be this participant. */
export interface KnownAs {
  readonly personId: IdOf<'persons'>;
  /** The whole name is the same, nothing speaks against it, and nobody else has it. Else a person decides. */
  readonly sure: boolean;
}

/** Whom the office knows by a name, in either script: made once, asked for every participant. */
export interface Acquaintances {
  readonly whole: ReadonlyMap<string, readonly Person[]>;
  readonly part: ReadonlyMap<string, readonly Person[]>;
}

export function acquaintances(persons: readonly Person[]): Acquaintances {
  const whole = new Map<string, Person[]>();
  const part = new Map<string, Person[]>();
  const add = (map: Map<string, Person[]>, key: string, person: Person) => {
    const list = map.get(key) ?? [];
    if (key !== '' && !list.includes(person)) map.set(key, [...list, person]);
  };
  for (const person of persons) {
    for (const name of spellingsOf(person)) {
      add(whole, nameKey(name), person);
      for (const piece of piecesOf(name)) add(part, piece, person);
    }
  }
  return { whole, part };
}

/**
 * Persons who may be a participant, the likeliest first. Only one whose whole name (in either script and order) and
 * organisation agree is `sure`; a surname alone never is.
 */
export function knownAs(participant: ReadParticipant, { whole, part }: Acquaintances): KnownAs[] {
  const same = whole.get(nameKey(participant.name)) ?? [];
  const fitting = same.filter((person) => !elsewhere(person, participant));
  const sure = fitting.length === 1 && isWholeName(participant.name) ? fitting[0] : undefined;
  const keys = new Set([...piecesOf(participant.name), nameKey(participant.name)]);
  // Who has another given name is somebody else.
  const perhaps = isWholeName(participant.name)
    ? initialled(participant.name, part)
    : [...keys].flatMap((key) => part.get(key) ?? []);
  const persons = [...new Set([...(sure ? [sure] : []), ...fitting, ...same, ...perhaps])];
  return persons.slice(0, MOST_OFFERED).map((person) => ({ personId: person.id, sure: person === sure }));
}

const MOST_OFFERED = 5;

/** For every participant the person who is surely meant; of two who claim one person, neither is sure. */
export function surelyKnown(result: ReadResult, known: Acquaintances): ReadonlyMap<string, Id> {
  const claims = new Map<Id, string[]>();
  for (const one of result.participants) {
    const first = knownAs(one, known).find(({ sure }) => sure);
    if (first) claims.set(first.personId, [...(claims.get(first.personId) ?? []), one.label]);
  }
  const found = new Map<string, Id>();
  for (const [personId, labels] of claims) {
    const [label] = labels;
    if (label !== undefined && labels.length === 1) found.set(label, personId);
  }
  return found;
}

/** `Kenji Ito` may be the `K. Ito` that is known. */
function initialled(name: string, part: Acquaintances['part']): Person[] {
  const words = foldName(name).split(' ');
  return piecesOf(name)
    .flatMap((piece) => part.get(piece) ?? [])
    .filter((person) =>
      spellingsOf(person).some((other) => {
        const short = foldName(other).split(' ');
        return (
          short.length === words.length &&
          short.some((word) => word.length === 1) &&
          short.every((word, index) => (words[index] ?? '').startsWith(word))
        );
      }),
    );
}

function elsewhere({ organisation }: Person, participant: ReadParticipant): boolean {
  const known = Object.values(organisation)
    .filter((one) => one !== '')
    .map(foldName);
  if (known.length === 0 || participant.organisation === '') return false;
  const told = foldName(participant.organisation);
  return !known.some((one) => one === told || one.includes(told) || told.includes(one));
}
