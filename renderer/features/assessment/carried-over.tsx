import { Button, Fieldset, Group, List, Text } from '@mantine/core';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import type { Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { SetUpChanges, type SetUpChangesProps } from './set-up-changes.tsx';

export interface CarriedOverProps {
  readonly from: Round;
  /** How the round that is being begun is set up. */
  readonly now: SetUpChangesProps['now'];
  /** The whole list, with what is off it. */
  readonly issues: readonly Issue[];
  readonly onAdd: (issueIds: readonly IdOf<'issues'>[]) => void;
}

/** What a round takes over from an earlier one, what is different, and what came on the list since. */
export function CarriedOver({ from, now, issues, onAdd }: CarriedOverProps) {
  const { t } = useSpeech();
  return (
    <Fieldset legend={t('carry.title', { round: from.name })}>
      <List size="sm" mb="xs">
        <List.Item>{t('carry.method')}</List.Item>
        <List.Item>
          {t('carry.lines', {
            severe: now.thresholds.severe,
            likely: now.thresholds.likely,
            floor: now.thresholds.floor,
            top: now.thresholds.topThemes,
          })}
        </List.Item>
        <List.Item>{t('carry.notRatings')}</List.Item>
      </List>
      <SetUpChanges earlier={from} now={now} issues={issues} />
      <NewOnList from={from} issues={issues.filter(isActive)} chosen={now.issueIds} onAdd={onAdd} />
    </Fieldset>
  );
}

interface NewOnListProps {
  readonly from: Round;
  readonly issues: readonly Issue[];
  readonly chosen: readonly Id[];
  readonly onAdd: (ids: readonly Id[]) => void;
}

/** Issues that came on the list since, and are not in the round: named, and a click from being in it. */
function NewOnList({ from, issues, chosen, onAdd }: NewOnListProps) {
  const { t, local } = useSpeech();
  const fresh = issues.filter(({ id }) => !from.issueIds.includes(id) && !chosen.includes(id));
  if (fresh.length === 0) return null;
  return (
    <Group gap="xs" mt="xs">
      <Text size="sm">
        {t('carry.onList', {
          count: fresh.length,
          names: fresh.map(({ name }) => local(name)).join(t('chart.separator')),
        })}
      </Text>
      <Button size="compact-sm" variant="light" onClick={() => onAdd(fresh.map(({ id }) => id))}>
        {t('carry.onList.add')}
      </Button>
    </Group>
  );
}
