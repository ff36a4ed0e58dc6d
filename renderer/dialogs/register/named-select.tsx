import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { Choice } from './choices.ts';

/** Most choices shown at once. */
export const MOST_CHOICES = 40;
/** Stands in the list for the row that would be added. No id looks like it. */
const NEW = '+';

export interface NamedSelectProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly data: readonly Choice[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  /** Adds a row under the name that was typed; absent = only rows that are there can be chosen. */
  readonly onAdd?: ((name: string) => Promise<Id | undefined>) | undefined;
}

/** One row by a few letters of its name, or none; a name that no row has is added without leaving the field. */
export function NamedSelect({ label, description, data, value, onChange, onAdd }: NamedSelectProps) {
  const { t } = useSpeech();
  const [sought, setSought] = useState('');
  const name = sought.trim();
  const isNew = onAdd !== undefined && name !== '' && data.every(({ label: known }) => known !== name);
  const choose = async (chosen: string | null) => {
    if (chosen !== NEW) return onChange(chosen);
    const added = await onAdd?.(name);
    if (added !== undefined) onChange(added);
  };
  return (
    <Select
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('register.choose.clear') }}
      limit={MOST_CHOICES}
      nothingFoundMessage={t('register.choose.none')}
      data={[...data, ...(isNew ? [{ value: NEW, label: t('register.choose.add', { name }) }] : [])]}
      value={data.some((one) => one.value === value) ? value : null}
      onChange={(chosen) => void choose(chosen)}
      onSearchChange={setSought}
    />
  );
}
