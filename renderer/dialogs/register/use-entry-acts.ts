import { type EntryFields, putEntry, removeEntry, reopenEntries, settleEntries } from '#shared/edit/entry.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { IdOf } from '#shared/model/id.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';

/** What is done with entries of the register, wherever they are shown: each one step of undo. */
export function useEntryActs() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  return {
    /** @returns what was written; undefined = it was refused, and told */
    put: (fields: Partial<EntryFields> & Pick<Entry, 'kind'>, id?: IdOf<'entries'>) =>
      attempt(() =>
        commit(
          { key: id === undefined ? 'change.register.entry.add' : 'change.register.entry.edit' },
          (draft) => putEntry(draft, fields, { by: actor(), at: new Date().toISOString() }, id),
        ),
      ),
    remove: ({ id }: Entry) =>
      attempt(async () => {
        await commit({ key: 'change.register.entry.remove' }, (draft) => removeEntry(draft, id));
        notifyUndo({
          message: t('register.entry.removed'),
          undoLabel: t('common.undo'),
          undo: () => attempt(undo),
        });
      }),
    settle: (entries: readonly Entry[], standsId: IdOf<'entries'> | null, why: string) =>
      attempt(async () => {
        await commit({ key: 'change.register.entry.settle' }, (draft) =>
          settleEntries(
            draft,
            entries.map(({ id }) => id),
            standsId,
            why,
          ),
        );
        return true;
      }),
    reopen: (entries: readonly Entry[]) =>
      attempt(() =>
        commit({ key: 'change.register.entry.reopen' }, (draft) =>
          reopenEntries(
            draft,
            entries.map(({ id }) => id),
          ),
        ),
      ),
  };
}
