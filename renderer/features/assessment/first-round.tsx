import { Table, Text } from '@mantine/core';
import { isRecused, panelOf } from '#shared/assessment/panel.ts';
import type { IdOf } from '#shared/model/id.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './results.module.css';
import type { RoundRows } from './round-rows.ts';
import { scoreText } from './score-text.ts';

/** What assessors rated of an issue in the first blind round, where another one followed. */
export function FirstRound({
  rows: { round, first },
  issueId,
}: {
  rows: RoundRows;
  issueId: IdOf<'issues'>;
}) {
  const { t, day } = useSpeech();
  if (!first) return null;
  const own = new Map(
    first.ratings.filter((one) => one.issueId === issueId).map((one) => [one.assessorId, one]),
  );
  const there = panelOf(round).filter(({ id }) => own.has(id) && !isRecused(round, id, issueId));
  if (there.length === 0) return null;
  return (
    <div data-testid="first-round">
      <Text size="xs" c="dimmed" mb={4}>
        {t('first.hint', { day: day(first.at) })}
      </Text>
      <Table fz="sm" verticalSpacing={4} horizontalSpacing={8} maw="36rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('result.assessor')}</Table.Th>
            {DIMENSIONS.map((dimension) => (
              <Table.Th key={dimension} ta="center" w={62}>
                {t(`dimension.${dimension}.short`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {there.map(({ id, name }) => (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              {DIMENSIONS.map((dimension) => (
                <Table.Td key={dimension} ta="center" className={classes.figure}>
                  {scoreText(t, own.get(id), dimension)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
