import { type Id, textIn } from './basics.ts';
import type { Participant } from './dialogue.ts';
import type { Person } from './person.ts';

type Named = Pick<Participant, 'personId' | 'name'>;
type Known = Pick<Person, 'id' | 'name'>;

/**
 * Participants as they are called today: by the name of the person they are, in the reader's language or the nearest
 * there is; who is linked to nobody keeps the name as it was printed. A name that is corrected in one place is so right
 * wherever it is told. Whoever shows or hands on names asks this first; title and organisation stay those of the day.
 */
export function calledToday<P extends Named>(
  participants: readonly P[],
  persons: readonly Known[],
  language: string,
): P[] {
  const known = new Map<Id, Known>(persons.map((one) => [one.id, one]));
  return participants.map((one) => called(one, known.get(one.personId ?? ''), language));
}

/** The same of one participant, with the person they are, where anybody is linked. */
export function called<P extends Named>(participant: P, person: Known | undefined, language: string): P {
  const name = textIn(person?.name, language);
  return name === '' || name === participant.name ? participant : { ...participant, name };
}
