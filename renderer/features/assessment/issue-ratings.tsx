import { Anchor, Group, Table, Text } from '@mantine/core';
import { isRecused, panelOf } from '#shared/assessment/panel.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { FirstRound } from './first-round.tsx';
import { goRate } from './rater.ts';
import { Cited } from './reason.tsx';
import classes from './results.module.css';
import type { RoundRows } from './round-rows.ts';
import { scoreText } from './score-text.ts';

/** Who rated an issue how, why, and on which words: each passage is one click away. */
export function IssueRatings({ rows, issueId }: { rows: RoundRows; issueId: IdOf<'issues'> }) {
  const { t } = useSpeech();
  const { round } = rows;
  const own = new Map(
    rows.ratings.filter((one) => one.issueId === issueId).map((one) => [one.assessorId, one]),
  );
  return (
    <div data-testid="issue-ratings">
      <Table fz="sm" verticalSpacing={6} horizontalSpacing={8} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={180}>{t('result.assessor')}</Table.Th>
            {DIMENSIONS.map((dimension) => (
              <Table.Th key={dimension} ta="center" w={62}>
                {t(`dimension.${dimension}.short`)}
              </Table.Th>
            ))}
            <Table.Th>{t('rating.rationale')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {panelOf(round).map((assessor) => {
            const rating = own.get(assessor.id);
            return (
              <Table.Tr key={assessor.id}>
                <Table.Td valign="top">
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="start"
                    title={t('result.openRating')}
                    onClick={() => goRate(round.id, issueId, assessor.id)}
                  >
                    {assessor.name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {t(`voice.${assessor.voice}`)}
                  </Text>
                  {isRecused(round, assessor.id, issueId) && (
                    <Text size="xs" c="dimmed">
                      {t('recusal.badge')}
                    </Text>
                  )}
                </Table.Td>
                {DIMENSIONS.map((dimension) => (
                  <Table.Td key={dimension} ta="center" valign="top" className={classes.figure}>
                    {isRecused(round, assessor.id, issueId) ? '–' : scoreText(t, rating, dimension)}
                  </Table.Td>
                ))}
                <Table.Td valign="top">
                  <Text size="sm" {...(rating?.rationale ? {} : { c: 'dimmed' })} className={classes.words}>
                    {rating?.rationale || t('result.noReason')}
                  </Text>
                  <Aside rating={rating} />
                  <Cited rating={rating} record={rows.record} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {rows.first && (
        <>
          <Text size="sm" fw={500} mt="sm">
            {t('first.title')}
          </Text>
          <FirstRound rows={rows} issueId={issueId} />
        </>
      )}
      <Group gap="md" mt="xs">
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => go(`${links.matrix(round.id)}?issue=${issueId}`)}
        >
          {t('result.inMatrix')}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={() => go(links.issue(issueId))}>
          {t('matrix.panel.openIssue')}
        </Anchor>
      </Group>
    </div>
  );
}

/** What was said beside the figures, in one line. */
function Aside({ rating }: { rating: Rating | undefined }) {
  const { t } = useSpeech();
  if (!rating) return null;
  const facts = [
    rating.delayMakesIrremediable && t('rating.delay'),
    rating.confidence && t('result.confidence', { value: t(`rating.confidence.${rating.confidence}`) }),
    rating.connection && t(`rating.connection.${rating.connection}`),
    rating.leverage && t('result.leverage', { value: rating.leverage }),
    rating.businessEffect && t('result.businessEffect', { value: rating.businessEffect }),
    rating.valueChain && t(`rating.valueChain.${rating.valueChain}`),
  ].filter((one) => typeof one === 'string');
  if (facts.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {facts.join(' · ')}
    </Text>
  );
}
