import { ActionIcon, Anchor, Badge, Button, Menu, Progress, Table, Text } from '@mantine/core';
import { IconDots, IconPlus, IconScale, IconTrash } from '@tabler/icons-react';
import { askedDimensions } from '#shared/assessment/assess-round.ts';
import { removeRound } from '#shared/edit/round.ts';
import type { Round } from '#shared/model/round.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { fiscalYearLabel } from '#shared/model/workspace.ts';
import { commit, undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { NEW_ROUND } from './actions.ts';

interface Row {
  readonly round: Round;
  readonly answered: number;
  readonly asked: number;
}

/** All rounds, the latest first. */
export function RoundList() {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const rows = useRows(async (db): Promise<Row[]> => {
    const rounds = await db.rounds.toArray();
    rounds.sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1));
    return Promise.all(
      rounds.map(async (round) => {
        const ratings = await db.ratings.where('roundId').equals(round.id).toArray();
        let asked = round.issueIds.length * round.assessors.length * DIMENSIONS.length;
        let answered = 0;
        for (const rating of ratings) {
          const dimensions = askedDimensions(rating);
          asked -= DIMENSIONS.length - dimensions.length;
          answered += dimensions.filter(
            (one) => rating[one] !== null || rating.abstained.includes(one),
          ).length;
        }
        return { round, answered, asked };
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
  return (
    <Page title={t('assessment.title')} actions={rows && rows.length > 0 ? begin : undefined}>
      {rows?.length === 0 && (
        <EmptyState icon={IconScale} title={t('assessment.empty.title')} action={begin}>
          {t('assessment.empty.text')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <Table verticalSpacing="sm" highlightOnHover data-testid="round-list">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="26%">{t('assessment.column.round')}</Table.Th>
              <Table.Th>{t('assessment.column.year')}</Table.Th>
              <Table.Th>{t('assessment.column.stage')}</Table.Th>
              <Table.Th ta="right">{t('assessment.column.issues')}</Table.Th>
              <Table.Th w="30%">{t('assessment.column.assessors')}</Table.Th>
              <Table.Th w={170}>{t('assessment.column.progress')}</Table.Th>
              <Table.Th w={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ round, answered, asked }) => (
              <Table.Tr key={round.id}>
                <Table.Td>
                  <Anchor
                    component="button"
                    type="button"
                    fw={600}
                    ta="start"
                    onClick={() => go(links.round(round.id))}
                  >
                    {round.name}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  {workspace && fiscalYearLabel(round.fiscalYear, workspace.fiscalYear, language)}
                </Table.Td>
                <Table.Td>
                  <Badge color={round.stage === 'closed' ? 'gray' : 'ai'} miw="max-content">
                    {t(`round.stage.${round.stage}`)}
                  </Badge>
                </Table.Td>
                <Table.Td ta="right">{round.issueIds.length}</Table.Td>
                <Table.Td>{round.assessors.map(({ name }) => name).join(t('chart.separator'))}</Table.Td>
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
                      <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => remove(round)}>
                        {t('assessment.remove')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  );
}
