import { ownerSuggestions } from '#shared/edit/owners.ts';
import { useRows } from './hooks.ts';

/** Whom a field for an owner suggests: earlier owners, then the people who spoke for the company. */
export function useOwners(language: string): readonly string[] {
  const owners = useRows(
    async (db) => {
      const [advice, decisions, participants, persons] = await Promise.all([
        db.advice.toArray(),
        db.decisions.toArray(),
        db.participants.toArray(),
        db.persons.toArray(),
      ]);
      return ownerSuggestions({ advice, decisions, participants, persons }, language);
    },
    [language],
  );
  return owners ?? [];
}
