import { MultiSelect } from '@mantine/core';
import type { Id, LocalText } from '#shared/model/basics.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { MOST_CHOICES, NamedSelect } from './named-select.tsx';
import { type AddedAs, useAddNamed } from './use-add-named.ts';

/** Tables whose rows are chosen by name. */
type Chosen = 'organisations' | 'arrangements' | 'sources' | 'issues' | 'themes';

function useChoices(table: Chosen, without: Id | undefined, kinds: readonly string[] | undefined) {
  const { local, language } = useSpeech();
  return (
    useRows(
      async (db) => {
        const rows = (await (db[table] as unknown as typeof db.organisations).toArray()) as readonly {
          readonly id: Id;
          readonly kind?: string;
          readonly mergedInto?: Id | null;
          readonly name?: LocalText;
          readonly title?: LocalText;
        }[];
        return rows
          .filter(
            ({ id, kind, mergedInto }) =>
              id !== without && !mergedInto && (!kinds || kinds.includes(kind ?? '')),
          )
          .map(({ id, name, title }) => ({ value: id, label: local(name ?? title) }))
          .sort((a, b) => a.label.localeCompare(b.label, language));
      },
      [table, without, kinds?.join(), language],
    ) ?? []
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly table: Chosen;
  /** The row whose field this is: it is not offered. */
  readonly without?: Id;
  readonly kinds?: readonly string[];
}

interface RowSelectProps extends ChoiceProps {
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  /** As what a name that no row has is added; absent = it is not. */
  readonly addedAs?: AddedAs;
}

/** A row of another table, by a few letters of its name; or none. */
export function RowSelect({ table, without, kinds, addedAs, ...field }: RowSelectProps) {
  const data = useChoices(table, without, kinds);
  const add = useAddNamed();
  return <NamedSelect {...field} data={data} onAdd={addedAs && ((name) => add(addedAs, name))} />;
}

interface RowsSelectProps extends ChoiceProps {
  readonly value: readonly Id[];
  readonly onChange: (ids: Id[]) => void;
}

/** Rows of another table. */
export function RowsSelect({ label, description, table, without, kinds, value, onChange }: RowsSelectProps) {
  const { t } = useSpeech();
  const data = useChoices(table, without, kinds);
  return (
    <MultiSelect
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      hidePickedOptions
      limit={MOST_CHOICES}
      nothingFoundMessage={t('register.choose.none')}
      data={data}
      value={[...value]}
      onChange={onChange}
    />
  );
}
