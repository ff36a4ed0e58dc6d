import { Group, Select } from '@mantine/core';
import { COMMITMENT_STATUSES } from '#shared/model/commitment.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { CommitmentFilter, CommitmentRow } from './use-commitment-rows.ts';

export const NO_FILTER: CommitmentFilter = { dialogue: null, theme: null, owner: null, status: null };

/** A choice stands for nobody: an empty value means that nothing is chosen. */
const NOBODY = 'nobody';

interface CommitmentFiltersProps {
  readonly rows: readonly CommitmentRow[];
  readonly filter: CommitmentFilter;
  readonly onFilter: (filter: CommitmentFilter) => void;
}

/** What the list of commitments is narrowed to. */
export function CommitmentFilters({ rows, filter, onFilter }: CommitmentFiltersProps) {
  const { t, local } = useSpeech();
  const dialogues = new Map(
    rows.flatMap(({ dialogue }) => (dialogue ? [[dialogue.id, dialogue.title]] : [])),
  );
  const themes = new Map(rows.flatMap((row) => row.themes.map(({ id, name }) => [id, local(name)])));
  const owners = [...new Set(rows.map(({ commitment }) => commitment.owner.trim()))].sort();
  const field = (
    name: keyof CommitmentFilter,
    data: { value: string; label: string }[],
    toValue = (chosen: string | null): string | null => chosen,
  ) => (
    <Select
      size="xs"
      w={170}
      label={t(`followUp.filter.${name}`)}
      placeholder={t('followUp.filter.any')}
      clearable
      clearButtonProps={{ 'aria-label': t('followUp.filter.any') }}
      data={data}
      value={filter[name] === '' ? NOBODY : filter[name]}
      onChange={(chosen) => onFilter({ ...filter, [name]: toValue(chosen) })}
    />
  );
  return (
    <Group gap="sm">
      {field(
        'dialogue',
        [...dialogues].map(([value = '', label = '']) => ({ value, label })),
      )}
      {field(
        'theme',
        [...themes].map(([value = '', label = '']) => ({ value, label })),
      )}
      {field(
        'owner',
        owners.map((owner) => ({
          value: owner || NOBODY,
          label: owner || t('followUp.filter.nobody'),
        })),
        (chosen) => (chosen === NOBODY ? '' : chosen),
      )}
      {field('status', [
        { value: 'open', label: t('followUp.filter.open') },
        { value: 'overdue', label: t('followUp.due.overdue') },
        ...COMMITMENT_STATUSES.map((value) => ({ value, label: t(`commitmentStatus.${value}`) })),
      ])}
    </Group>
  );
}
