import {
  addPerson,
  changePerson,
  mergePersons,
  type PersonFields,
  removePerson,
  renameOrganisation,
  splitPerson,
  writePersonText,
} from '#shared/edit/person.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Person } from '#shared/model/person.ts';
import { commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone, notifyUndo } from '../../ui/notify-undo.tsx';

/** What can be done with persons; each is one undo step, and what is not seen at once says so with Undo beside it. */
export function usePersonActs() {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const done = (message: string) =>
    notifyUndo({ message, undoLabel: t('common.undo'), undo: () => attempt(undo) });

  return {
    add: (fields: PersonFields) =>
      attempt(async () => {
        const name = local(fields.name);
        const person = await commit({ key: 'change.person.add', params: { name } }, async (draft) =>
          addPerson(draft, fields),
        );
        done(t('people.done.added', { name }));
        return person;
      }),
    /** Quiet: the field shows what was saved, and undo is at hand as for every change. */
    change: (person: Person, fields: Partial<PersonFields>) =>
      attempt(() =>
        commit({ key: 'change.person.edit', params: { name: local(person.name) } }, (draft) =>
          changePerson(draft, person.id, fields),
        ),
      ),
    write: (person: Person, field: 'name' | 'title' | 'organisation', language: string, text: string) =>
      attempt(() =>
        commit({ key: 'change.person.edit', params: { name: local(person.name) } }, (draft) =>
          writePersonText(draft, person.id, field, language, text),
        ),
      ),
    merge: (from: Person, into: Person) =>
      attempt(async () => {
        const names = { from: local(from.name), into: local(into.name) };
        await commit({ key: 'change.person.merge', params: names }, (draft) =>
          mergePersons(draft, from.id, into.id),
        );
        done(t('people.done.merged', names));
        return into;
      }),
    split: (person: Person, participantIds: readonly IdOf<'participants'>[]) =>
      attempt(async () => {
        const name = local(person.name);
        const other = await commit({ key: 'change.person.split', params: { name } }, (draft) =>
          splitPerson(draft, person.id, participantIds),
        );
        done(t('people.done.split', { name: local(other.name) }));
        return other;
      }),
    remove: (person: Person) =>
      attempt(async () => {
        const name = local(person.name);
        await commit({ key: 'change.person.remove', params: { name } }, (draft) =>
          removePerson(draft, person.id),
        );
        done(t('people.done.deleted', { name }));
        return true;
      }),
    renameOrganisation: (persons: readonly Person[], organisation: LocalText, printed: boolean) =>
      attempt(async () => {
        const name = local(organisation);
        await commit({ key: 'change.person.organisation', params: { name } }, (draft) =>
          renameOrganisation(
            draft,
            persons.map(({ id }) => id),
            organisation,
            printed,
          ),
        );
        done(t('people.done.organisation', { name }));
        return true;
      }),
    copyName: (person: Person) =>
      attempt(async () => {
        await navigator.clipboard.writeText(local(person.name));
        notifyDone(t('people.copied'));
      }),
  };
}

export type PersonActs = ReturnType<typeof usePersonActs>;
