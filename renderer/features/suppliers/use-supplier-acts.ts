import { useMemo } from 'react';
import { removeEntry } from '#shared/edit/entry.ts';
import { putOrganisation, putSource } from '#shared/edit/register.ts';
import {
  finishContact,
  type NewContact,
  noteContact,
  planContact,
  setFactor,
} from '#shared/edit/supplier.ts';
import type { LocalText, PartialDate } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Organisation, RiskFactor } from '#shared/model/organisation.ts';
import type { Source } from '#shared/model/source.ts';
import { textByScript } from '#shared/pasted/text-by-script.ts';
import { actor, type CommitLabel, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';

export interface Plan extends Omit<NewContact, 'of'> {
  readonly of: readonly IdOf<'organisations'>[];
  readonly due: PartialDate | null;
  readonly outOfOrder: ReadonlySet<IdOf<'organisations'>>;
  readonly why: string;
}

/** What can be done with suppliers; each is one undo step. */
export function useSupplierActs() {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  return useMemo(() => {
    const author = () => ({ by: actor(), at: new Date().toISOString() });
    const done = (message: string) =>
      notifyUndo({ message, undoLabel: t('common.undo'), undo: () => attempt(undo) });
    const edit = (name: LocalText): CommitLabel => ({
      key: 'change.supplier.edit',
      params: { name: local(name) },
    });
    return {
      plan: ({ of, outOfOrder, ...plan }: Plan) =>
        attempt(async () => {
          const params = { count: of.length, kind: plan.kind };
          await commit({ key: 'change.supplier.plan', params }, async (draft) => {
            for (const id of of) {
              const isNext = !outOfOrder.has(id);
              await planContact(draft, { ...plan, of: id, isNext, why: isNext ? '' : plan.why }, author());
            }
          });
          done(t('suppliers.plan.done', params));
          return true;
        }),
      note: (contact: NewContact & { readonly when: PartialDate | null }) =>
        attempt(async () => {
          await commit({ key: 'change.supplier.note', params: { kind: contact.kind } }, (draft) =>
            noteContact(draft, contact, author()),
          );
          return true;
        }),
      finish: (entryId: IdOf<'entries'>, when: PartialDate | null) =>
        attempt(async () => {
          await commit({ key: 'change.supplier.finish' }, (draft) => finishContact(draft, entryId, when));
          return true;
        }),
      removeEntry: (entryId: IdOf<'entries'>) =>
        attempt(async () => {
          await commit({ key: 'change.entry.remove' }, (draft) => removeEntry(draft, entryId));
          done(t('suppliers.entry.removed'));
        }),
      add: (name: string) =>
        attempt(() =>
          commit({ key: 'change.supplier.add', params: { name } }, (draft) =>
            putOrganisation(draft, { name: textByScript(name.trim()), kind: 'supplier' }),
          ),
        ),
      change: (supplier: Organisation, fields: Partial<Omit<Organisation, 'id'>>) =>
        attempt(() =>
          commit(edit(supplier.name), (draft) =>
            putOrganisation(draft, { name: supplier.name, ...fields }, supplier.id),
          ),
        ),
      setFactor: (supplier: Organisation, factor: RiskFactor, fields: Parameters<typeof setFactor>[3]) =>
        attempt(() => commit(edit(supplier.name), (draft) => setFactor(draft, supplier.id, factor, fields))),
      addSource: (title: string): Promise<Source | undefined> =>
        attempt(() =>
          commit({ key: 'change.supplier.source', params: { name: title } }, (draft) =>
            putSource(draft, { title: textByScript(title.trim()), kind: 'internal' }),
          ),
        ),
    };
  }, [t, local, attempt]);
}

export type SupplierActs = ReturnType<typeof useSupplierActs>;
