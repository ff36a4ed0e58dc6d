import { ActionIcon, Group, Select, TextInput, Tooltip } from '@mantine/core';
import { IconFilterOff, IconSearch, IconSortDescending } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PERSON_KINDS, type PersonKind } from '#shared/model/person.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { NO_FILTER, type PeopleFilter, SORTS, type Sort } from './known.ts';

/** Above the list: what it is narrowed to, and in what order it stands. */
export function Filters({
  filter,
  onFilter,
  sort,
  onSort,
  view,
  count,
}: {
  readonly filter: PeopleFilter;
  readonly onFilter: (filter: PeopleFilter) => void;
  /** Null where the order is not to be chosen. */
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  /** First in the line. */
  readonly view: ReactNode;
  /** Behind what narrows the list. */
  readonly count: ReactNode;
}) {
  const { t } = useSpeech();
  const filtered = filter.text !== '' || filter.kind !== null || filter.side !== null;
  return (
    <Group gap="xs">
      {view}
      <TextInput
        w={250}
        leftSection={<IconSearch size={16} />}
        placeholder={t('people.filter')}
        aria-label={t('people.filter')}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        w={150}
        clearable
        placeholder={t('people.filter.kind')}
        aria-label={t('people.filter.kind')}
        data={PERSON_KINDS.map((value) => ({ value, label: t(`personKind.${value}`) }))}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind: kind as PersonKind | null })}
      />
      <Select
        w={150}
        clearable
        placeholder={t('people.filter.side')}
        aria-label={t('people.filter.side')}
        data={(['external', 'company'] as const).map((value) => ({
          value,
          label: t(`people.side.${value}`),
        }))}
        value={filter.side}
        onChange={(side) => onFilter({ ...filter, side: side as PeopleFilter['side'] })}
      />
      {sort && (
        <Select
          w={165}
          leftSection={<IconSortDescending size={16} />}
          allowDeselect={false}
          aria-label={t('people.sort')}
          data={SORTS.map((value) => ({ value, label: t(`people.sort.${value}`) }))}
          value={sort}
          onChange={(value) => value && onSort(value as Sort)}
        />
      )}
      {count}
      {filtered && (
        <Tooltip label={t('people.clearFilters')}>
          <ActionIcon aria-label={t('people.clearFilters')} onClick={() => onFilter(NO_FILTER)}>
            <IconFilterOff size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
