import { Button, Drawer, Loader, Stack, Text } from '@mantine/core';
import { IconCheckbox } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { CommitmentCard } from '../../dialogs/commitments/commitment-card.tsx';
import type { ColumnSort } from '../../ui/column-sort.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { CommitmentFilters, NO_FILTER } from './commitment-filters.tsx';
import { CommitmentTable } from './commitment-table.tsx';
import { FollowUpTabs } from './tabs.tsx';
import {
  type CommitmentColumn,
  type CommitmentFilter,
  type CommitmentRow,
  passes,
  sorted,
  useCommitmentRows,
} from './use-commitment-rows.ts';

/** Everything that was promised, by dialogue, theme, owner and status; one of them open beside the list. */
export function CommitmentsView({ openId }: { openId: string | null }) {
  const { t } = useSpeech();
  const rows = useCommitmentRows();
  return (
    <Page
      title={t('followUp.title')}
      description={t('followUp.commitments.text')}
      toolbar={<FollowUpTabs here="commitments" />}
    >
      {rows ? <Listed rows={rows} /> : <Loader aria-label={t('followUp.tab.commitments')} />}
      {rows && openId !== null && (
        <OpenCommitment row={rows.find(({ commitment }) => commitment.id === openId) ?? null} />
      )}
    </Page>
  );
}

function Listed({ rows }: { rows: readonly CommitmentRow[] }) {
  const { t, language, local } = useSpeech();
  const [filter, setFilter] = useState<CommitmentFilter>(NO_FILTER);
  const [sort, setSort] = useState<ColumnSort<CommitmentColumn>>(null);
  const shown = useMemo(
    () =>
      sorted(
        rows.filter((row) => passes(row, filter)),
        sort,
        { language, local },
      ),
    [rows, filter, sort, language, local],
  );
  if (rows.length === 0)
    return (
      <EmptyState
        icon={IconCheckbox}
        title={t('followUp.commitments.empty')}
        action={<Button onClick={() => go(links.adviceList())}>{t('followUp.commitments.toAdvice')}</Button>}
      >
        {t('followUp.commitments.empty.text')}
      </EmptyState>
    );
  return (
    <Stack gap="sm">
      <CommitmentFilters rows={rows} filter={filter} onFilter={setFilter} />
      <Text size="sm" c="dimmed" role="status">
        {shown.length === 0
          ? t('followUp.commitments.none')
          : t('followUp.commitments.count', { count: shown.length })}
      </Text>
      {shown.length > 0 && <CommitmentTable rows={shown} sort={sort} onSort={setSort} />}
    </Stack>
  );
}

function OpenCommitment({ row }: { row: CommitmentRow | null }) {
  const { t } = useSpeech();
  return (
    <Drawer
      opened
      onClose={() => go(links.commitments())}
      position="right"
      size={560}
      title={t('followUp.detail')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row ? (
        <Stack gap="sm">
          <Source row={row} />
          <CommitmentCard {...row} />
        </Stack>
      ) : (
        <Text c="dimmed">{t('followUp.missing')}</Text>
      )}
    </Drawer>
  );
}

/** Where it was promised, and the way there. */
function Source({ row: { advice, dialogue } }: { row: CommitmentRow }) {
  const { t } = useSpeech();
  if (advice)
    return (
      <PlaceLink to={links.advice(advice.id)} fz="sm" td="underline">
        {t('commitment.from', { advice: advice.text || '–' })}
      </PlaceLink>
    );
  return (
    dialogue && (
      <PlaceLink to={links.dialogue(dialogue.id)} fz="sm" td="underline">
        {t('commitment.fromDialogue', { dialogue: dialogue.title })}
      </PlaceLink>
    )
  );
}
