import { removeUnreferred } from '#shared/edit/places.ts';
import {
  changeCadence,
  putArrangement,
  putInstrument,
  putOrganisation,
  putSource,
} from '#shared/edit/register.ts';
import type { Arrangement, Cadence } from '#shared/model/arrangement.ts';
import type { Id, LocalText } from '#shared/model/basics.ts';
import type { Instrument } from '#shared/model/instrument.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Source } from '#shared/model/source.ts';
import { commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import type { RegisterList } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';

/** What is done with rows of the register, each one step of undo; what is refused is told, and gives nothing. */
export function useRowActs() {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const edit = (name: LocalText) => ({ key: 'change.register.edit', params: { name: local(name) } }) as const;
  const add = (name: LocalText) => ({ key: 'change.register.add', params: { name: local(name) } }) as const;
  return {
    addArrangement: (
      fields: Pick<Arrangement, 'name' | 'kind' | 'of'> & Partial<Pick<Arrangement, 'since'>>,
    ) => attempt(() => commit(add(fields.name), (draft) => putArrangement(draft, fields))),
    addOrganisation: (fields: Pick<Organisation, 'name' | 'kind'>) =>
      attempt(() => commit(add(fields.name), (draft) => putOrganisation(draft, fields))),
    addInstrument: (fields: Pick<Instrument, 'name' | 'kind' | 'of'> & Partial<Pick<Instrument, 'since'>>) =>
      attempt(() => commit(add(fields.name), (draft) => putInstrument(draft, fields))),
    addSource: (fields: Pick<Source, 'title' | 'kind' | 'publisher'> & Partial<Pick<Source, 'published'>>) =>
      attempt(() => commit(add(fields.title), (draft) => putSource(draft, fields))),
    editArrangement: (
      { id, name }: Arrangement,
      fields: Partial<Omit<Arrangement, 'id' | 'cadence' | 'formerCadences'>>,
    ) => void attempt(() => commit(edit(name), (draft) => putArrangement(draft, { name, ...fields }, id))),
    /** @param month from which on; null = it was written down wrongly */
    changeCadence: ({ id, name }: Arrangement, cadence: Cadence | null, month: string | null) =>
      attempt(() => commit(edit(name), (draft) => changeCadence(draft, id, cadence, month))),
    editOrganisation: ({ id, name }: Organisation, fields: Partial<Omit<Organisation, 'id'>>) =>
      void attempt(() => commit(edit(name), (draft) => putOrganisation(draft, { name, ...fields }, id))),
    editInstrument: ({ id, name }: Instrument, fields: Partial<Omit<Instrument, 'id'>>) =>
      void attempt(() => commit(edit(name), (draft) => putInstrument(draft, { name, ...fields }, id))),
    editSource: ({ id, title }: Source, fields: Partial<Omit<Source, 'id'>>) =>
      void attempt(() => commit(edit(title), (draft) => putSource(draft, { title, ...fields }, id))),
    /** Only where nothing refers to it: what does is listed before it is asked for (`useRemoval`). */
    remove: (table: RegisterList, id: Id, name: LocalText) =>
      attempt(async () => {
        await commit({ key: 'change.register.remove', params: { name: local(name) } }, (draft) =>
          removeUnreferred(draft, table, id),
        );
        notifyUndo({
          message: t('register.removed', { name: local(name) }),
          undoLabel: t('common.undo'),
          undo: () => attempt(undo),
        });
        return true;
      }),
  };
}

export type RowActs = ReturnType<typeof useRowActs>;
