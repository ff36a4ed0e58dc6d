import { ActionIcon, Anchor, Badge, Button, Menu, Progress, Table, Text } from '@mantine/core';
import { IconDots, IconPlus, IconScale, IconTrash } from '@tabler/icons-react';
import { Fragment } from 'react';
import { askedIssues, panelOf } from '#shared/assessment/panel.ts';
import { removeRound } from '#shared/edit/round.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Round } from '#shared/model/round.ts';
import { commit, undo, useRows } from '../../store/index.ts';
import { ActsHead } from '../../ui/acts-head.tsx';
import { useAttempt } from '../../ui/attempt.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { NEW_ROUND, SCRATCH } from './commands.ts';
import { finishedCount, standings } from './stages.ts';

interface Row {
  readonly round: Round;
  /** Issues answered whole, over all assessors. */
  readonly answered: number;
}

/** All rounds by fiscal year, the latest first. */
export function RoundList() {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const rows = useRows(async (db): Promise<Row[]> => {
    const rounds = await db.rounds.toArray();
    rounds.sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1));
    return Promise.all(
      rounds.map(async (round) => {
        const ratings = await db.ratings.where('roundId').equals(round.id).toArray();
        const answered = standings({ round, ratings }).reduce((sum, one) => sum + one.answered, 0);
        return { round, answered };
      }),
    );
  }, []);

  const remove = (round: Round) =>
    void attempt(async () => {
      await commit({ key: 'change.round.remove', params: { round: round.name } }, (draft) =>
        removeRound(draft, round.id),
      );
      notifyUndo({
        message: t('assessment.removed', { round: round.name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  const begin = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => go(NEW_ROUND)}>
      {t('assessment.new')}
    </Button>
  );
  const again = (
    <>
      <Button variant="default" onClick={() => go(`${NEW_ROUND}?from=${SCRATCH}`)}>
        {t('assessment.scratch')}
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={() => go(NEW_ROUND)}>
        {t('assessment.fromLast')}
      </Button>
    </>
  );
  const nameOf = new Map((rows ?? []).map(({ round }) => [round.id, local(round.name)]));
  return (
    <Page
      title={t('assessment.title')}
      description={rows && rows.length > 0 ? t('assessment.description') : undefined}
      actions={rows && rows.length > 0 ? again : undefined}
    >
      {rows?.length === 0 && (
        <EmptyState icon={IconScale} title={t('assessment.empty.title')} action={begin}>
          {t('assessment.empty.text')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <Table verticalSpacing="sm" data-testid="round-list">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="30%">{t('assessment.column.round')}</Table.Th>
              <Table.Th>{t('assessment.column.stage')}</Table.Th>
              <Table.Th ta="right">{t('assessment.column.issues')}</Table.Th>
              <Table.Th w="30%">{t('assessment.column.assessors')}</Table.Th>
              <Table.Th w={200}>{t('assessment.column.progress')}</Table.Th>
              <ActsHead width={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ round, answered }, index) => (
              <Fragment key={round.id}>
                {rows[index - 1]?.round.fiscalYear !== round.fiscalYear && (
                  <Table.Tr>
                    <Table.Th colSpan={6} scope="rowgroup" pt="md" fz="sm">
                      {workspace && fiscalYearLabel(round.fiscalYear, workspace.fiscalYear, language)}
                    </Table.Th>
                  </Table.Tr>
                )}
                <RoundRow
                  round={round}
                  answered={answered}
                  based={round.basedOn === null ? undefined : nameOf.get(round.basedOn)}
                  onRemove={() => remove(round)}
                />
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  );
}

interface RoundRowProps extends Row {
  /** Name of the round that it began with. */
  readonly based: string | undefined;
  readonly onRemove: () => void;
}

/** One round: its stage, who assesses, how far they are, and what can be done with it. */
function RoundRow({ round, answered, based, onRemove }: RoundRowProps) {
  const { t, local, day } = useSpeech();
  const asked = panelOf(round).reduce((sum, { id }) => sum + askedIssues(round, id).length, 0);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          fw={600}
          ta="start"
          onClick={() => go(links.round(round.id))}
        >
          {local(round.name)}
        </Anchor>
        {based && (
          <Text size="xs" c="dimmed">
            {t('assessment.basedOn', { round: based })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={round.stage === 'closed' ? 'gray' : 'ai'}>{t(`round.stage.${round.stage}`)}</Badge>
        {round.closedAt && (
          <Text size="xs" c="dimmed" mt={2}>
            {day(round.closedAt)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{round.issueIds.length}</Table.Td>
      <Table.Td>
        <Text size="sm">
          {panelOf(round)
            .map(({ name }) => name)
            .join(t('chart.separator'))}
        </Text>
        {round.stage === 'rating' && (
          <Text size="xs" c="dimmed">
            {t('stage.done', { done: finishedCount(round), all: panelOf(round).length })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Progress value={asked === 0 ? 0 : (100 * answered) / asked} size="sm" aria-hidden />
        <Text size="xs" c="dimmed">
          {t('assessment.progress', { answered, asked })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('common.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPlus size={14} />}
              onClick={() => go(`${NEW_ROUND}?from=${round.id}`)}
            >
              {t('assessment.fromThis')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={14} />}
              disabled={round.stage === 'closed'}
              onClick={onRemove}
            >
              {t(round.stage === 'closed' ? 'assessment.remove.closed' : 'assessment.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}
