import type { Advice } from '../model/advice.ts';
import { textIn } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { Participant } from '../model/dialogue.ts';
import type { Person } from '../model/person.ts';

/** The rows that tell who may answer for something in the company. */
export interface OwnerSources {
  readonly advice: readonly Pick<Advice, 'owner'>[];
  readonly decisions: readonly Pick<Decision, 'owner'>[];
  readonly participants: readonly Pick<Participant, 'name' | 'personId' | 'voice'>[];
  readonly persons: readonly Pick<Person, 'id' | 'name'>[];
}

/** Whom to suggest as an owner: those who own something already, the most frequent first, then the company's people. */
export function ownerSuggestions(sources: OwnerSources, language: string): string[] {
  const owned = new Map<string, number>();
  for (const { owner } of [...sources.advice, ...sources.decisions]) {
    const name = owner.trim();
    if (name !== '') owned.set(name, (owned.get(name) ?? 0) + 1);
  }
  const owners = [...owned].sort(([a, often], [b, other]) => other - often || a.localeCompare(b, language));
  const persons = new Map(sources.persons.map((person) => [person.id, person]));
  const company = sources.participants
    .filter(({ voice }) => voice === 'company')
    .map(({ name, personId }) => {
      const person = personId && persons.get(personId);
      return (person && textIn(person.name, language)) || name;
    })
    .sort((a, b) => a.localeCompare(b, language));
  return [...new Set([...owners.map(([name]) => name), ...company])];
}
