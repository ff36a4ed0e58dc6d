import { Modal, Select } from '@mantine/core';
import { z } from 'zod';
import { ARRANGEMENT_KINDS, type ArrangementKind } from '#shared/model/arrangement.ts';
import { type Id, type LocalText, tidy } from '#shared/model/basics.ts';
import { INSTRUMENT_KINDS, type InstrumentKind } from '#shared/model/instrument.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '#shared/model/organisation.ts';
import { SOURCE_KINDS, type SourceKind } from '#shared/model/source.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { RowSelect } from '../../dialogs/register/row-select.tsx';
import { type RowActs, useRowActs } from '../../dialogs/register/use-row-acts.ts';
import { useRows } from '../../store/index.ts';
import { useKept } from '../../store/use-kept.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields, writtenIn } from '../../ui/language-fields.tsx';
import { go, links, type RegisterList } from '../../ui/links.ts';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface Typed {
  readonly name: LocalText;
  readonly kind: string;
  readonly of: Id | null;
  /** As it is typed: since when it is kept up or in force, or when it was published. */
  readonly on: string;
}

/** What is asked of a new row of each list: its kinds in words, whose it is, and since when. */
const FORMS = {
  arrangements: {
    kinds: ARRANGEMENT_KINDS,
    of: { label: 'register.field.of', addedAs: 'company' },
    on: 'register.field.since',
  },
  organisations: { kinds: ORGANISATION_KINDS, of: null, on: null },
  instruments: {
    kinds: INSTRUMENT_KINDS,
    of: { label: 'register.field.textOf', addedAs: 'company' },
    on: 'register.field.inForceSince',
  },
  sources: {
    kinds: SOURCE_KINDS,
    of: { label: 'register.field.publisher', addedAs: 'organisation' },
    on: 'register.field.published',
  },
} as const;
const FIRST_KIND: Readonly<Record<RegisterList, string>> = {
  arrangements: 'body',
  organisations: 'own',
  instruments: 'policy',
  sources: 'risk-data',
};

function add(acts: RowActs, list: RegisterList, { name: typed, kind, of, on }: Typed) {
  const name = tidy(typed);
  const { date } = typedDate(on);
  switch (list) {
    case 'arrangements':
      return acts.addArrangement({ name, kind: kind as ArrangementKind, of, since: date });
    case 'organisations':
      return acts.addOrganisation({ name, kind: kind as OrganisationKind });
    case 'instruments':
      return acts.addInstrument({ name, kind: kind as InstrumentKind, of, since: date });
    case 'sources':
      return acts.addSource({ title: name, kind: kind as SourceKind, publisher: of, published: date });
  }
}

/** Asks for the name and kind of a new row; what else is known of it is written on its page, which opens. */
export function NewRow({ list, onClose }: { readonly list: RegisterList; readonly onClose: () => void }) {
  useReturnFocus();
  const { t } = useSpeech();
  const acts = useRowActs();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const form = FORMS[list];
  const last = useLastOf(list);
  const draft = useDraft<Typed>(`register-new/${list}`, {
    ...{ name: {}, kind: FIRST_KIND[list], on: '' },
    of: last.of,
  });
  const { name, kind, of, on } = draft.value;
  const ready = Object.keys(tidy(name)).length > 0 && typedDate(on).problem === null;
  const submit = () =>
    void add(acts, list, draft.value).then((added) => {
      if (!added) return;
      draft.done();
      last.keep(of);
      go(links.registered(list, added.id));
    });
  if (!workspace) return null;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(`register.add.${list}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SubmitForm
        label={t(`register.add.${list}`)}
        submitLabel={t('register.addAct')}
        size="sm"
        draft={draft}
        ready={ready}
        onSubmit={submit}
        onClose={onClose}
      >
        <LanguageFields
          label={t(list === 'sources' ? 'register.field.title' : 'register.field.name')}
          languages={writtenIn(workspace)}
          value={name}
          onChange={(typed) => draft.change({ name: typed })}
          autoFocus
        />
        <Select
          label={t('register.field.kind')}
          allowDeselect={false}
          data={form.kinds.map((value) => ({ value, label: kindWord(t, list, value) }))}
          value={kind}
          onChange={(chosen) => chosen && draft.change({ kind: chosen })}
        />
        {form.of && (
          <RowSelect
            label={t(form.of.label)}
            table="organisations"
            addedAs={form.of.addedAs}
            value={of}
            onChange={(id) => draft.change({ of: id })}
          />
        )}
        {form.on && (
          <PartialDateField label={t(form.on)} value={on} onChange={(typed) => draft.change({ on: typed })} />
        )}
      </SubmitForm>
    </Modal>
  );
}

/** Whose the structure was that was added last: most of a company's are of one organisation. */
function useLastOf(list: RegisterList): { readonly of: Id | null; readonly keep: (of: Id | null) => void } {
  const [kept, keep] = useKept('register.new.of', z.string().nullable(), null);
  const isThere = useRows(
    async (db) => kept !== null && (await db.organisations.get(kept)) !== undefined,
    [kept],
  );
  if (list !== 'arrangements') return { of: null, keep: () => {} };
  return { of: isThere ? kept : null, keep };
}

/** A kind of a list's rows in words. */
function kindWord(t: ReturnType<typeof useSpeech>['t'], list: RegisterList, kind: string): string {
  switch (list) {
    case 'arrangements':
      return t(`arrangementKind.${kind as ArrangementKind}`);
    case 'organisations':
      return t(`organisationKind.${kind as OrganisationKind}`);
    case 'instruments':
      return t(`instrumentKind.${kind as InstrumentKind}`);
    case 'sources':
      return t(`sourceKind.${kind as SourceKind}`);
  }
}
