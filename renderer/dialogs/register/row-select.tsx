import { MultiSelect, Select } from '@mantine/core';
import type { Id, LocalText } from '#shared/model/basics.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** Tables whose rows are chosen by name. */
type Chosen = 'organisations' | 'arrangements' | 'sources' | 'issues' | 'themes';
/** Most choices shown at once. */
const MOST = 40;

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

interface RowSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly table: Chosen;
  /** The row whose field this is: it is not offered. */
  readonly without?: Id;
  readonly kinds?: readonly string[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
}

/** A row of another table, by a few letters of its name; or none. */
export function RowSelect({ label, description, table, without, kinds, value, onChange }: RowSelectProps) {
  const { t } = useSpeech();
  const data = useChoices(table, without, kinds);
  return (
    <Select
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('register.choose.clear') }}
      limit={MOST}
      nothingFoundMessage={t('register.choose.none')}
      data={data}
      value={data.some((one) => one.value === value) ? value : null}
      onChange={onChange}
    />
  );
}

interface RowsSelectProps extends Omit<RowSelectProps, 'value' | 'onChange'> {
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
      limit={MOST}
      nothingFoundMessage={t('register.choose.none')}
      data={data}
      value={[...value]}
      onChange={onChange}
    />
  );
}
