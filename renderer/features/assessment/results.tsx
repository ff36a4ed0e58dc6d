import { Alert, Badge, Group, Stack, Table, Text, Title, Tooltip } from '@mantine/core';
import type { DimensionSummary } from '#shared/assessment/aggregate.ts';
import type { IssueAssessment, RoundAssessment } from '#shared/assessment/assess-round.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import type { RoundView } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Flags } from './flags.tsx';
import classes from './results.module.css';

export interface ResultsProps {
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
}

/** What follows from the ratings: the order with all that it rests on, and how far it can be relied on. */
export function Results({ view, assessment }: ResultsProps) {
  const { t, local } = useSpeech();
  const { issues, counts, round, oneStep, topIssues, hearing, agreement, assessors } = assessment;
  if (counts.unrated === counts.issues)
    return (
      <Text size="sm" c="dimmed">
        {t('result.none')}
      </Text>
    );
  return (
    <Stack gap="lg">
      <Group gap="lg">
        <Text size="sm" c="dimmed">
          {t('result.counts', { ...counts })}
        </Text>
        {round.stage !== 'closed' && (
          <Text size="sm" c="dimmed">
            {t(`round.stage.${round.stage}.now`)}
          </Text>
        )}
      </Group>
      <Table.ScrollContainer minWidth={900}>
        <Table verticalSpacing={5} highlightOnHover fz="sm" data-testid="results">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('result.column.rank')}</Table.Th>
              <Table.Th>{t('result.column.issue')}</Table.Th>
              <Table.Th>{t('result.column.tier')}</Table.Th>
              <Table.Th ta="center">
                <Tooltip label={t('result.value.hint')} multiline w={280}>
                  <span>{t('dimension.severity')}</span>
                </Tooltip>
              </Table.Th>
              {DIMENSIONS.map((dimension) => (
                <Table.Th key={dimension} ta="center">
                  {t(`dimension.${dimension}`)}
                </Table.Th>
              ))}
              <Table.Th>{t('result.column.voice')}</Table.Th>
              <Table.Th>{t('result.column.flags')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {issues.map((issue) => (
              <Table.Tr key={issue.issueId}>
                <Table.Td>
                  <Tooltip
                    label={issue.behindBy && t(`result.behind.${issue.behindBy}`)}
                    disabled={!issue.behindBy}
                  >
                    <span className={classes.figure}>
                      {issue.rank === null
                        ? '–'
                        : t(issue.tied ? 'result.rank.tied' : 'result.rank', { rank: issue.rank })}
                    </span>
                  </Tooltip>
                </Table.Td>
                <Table.Td>
                  <button
                    type="button"
                    className={classes.name}
                    onClick={() => go(`${links.matrix(round.id)}?issue=${issue.issueId}`)}
                  >
                    <CategoryMark category={issue.category} title />
                    <span>{local(view.issues.get(issue.issueId)?.name)}</span>
                  </button>
                </Table.Td>
                <Table.Td>
                  {issue.tier !== null && (
                    <Badge
                      variant={issue.tier === 1 ? 'filled' : 'light'}
                      color={issue.tier === 3 ? 'gray' : 'ai'}
                      miw="max-content"
                    >
                      {t('chart.tier', { tier: issue.tier })}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td ta="center" fw={600} className={classes.figure}>
                  <Severity issue={issue} />
                </Table.Td>
                {DIMENSIONS.map((dimension) => (
                  <Table.Td key={dimension} ta="center" className={classes.figure}>
                    {dimension === 'likelihood' && issue.nature === 'actual' && issue.rank !== null ? (
                      <Text size="xs">{t('result.happening')}</Text>
                    ) : (
                      <Summary summary={issue.dimensions[dimension]} />
                    )}
                  </Table.Td>
                ))}
                <Table.Td>
                  {issue.voice.heard > 0 && (
                    <Text size="xs">
                      {t('result.voice', { raised: issue.voice.raised, heard: issue.voice.heard })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Flags issue={issue} assessors={round.assessors.length} topIssues={topIssues} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>

      <section className={classes.notes}>
        <Title order={2} size="h4">
          {t('result.order.title')}
        </Title>
        <Text size="sm">{t('result.order.text')}</Text>
        <Text size="sm">
          {t('result.oneStep', { kept: oneStep.kept, moves: oneStep.moves, k: topIssues })}
        </Text>
        <Text size="sm">{t('result.hearing', { heard: hearing.heard })}</Text>
        {hearing.noRightsholder && (
          <Alert color="yellow" py={6}>
            {t('matrix.noRightsholder', { heard: hearing.heard })}
          </Alert>
        )}
        <Text size="sm" fw={500} mt="xs">
          {t('assessment.column.progress')}
        </Text>
        {assessors.map(({ assessorId, name, voice, answered, asked, unexplained }) => (
          <Text key={assessorId} size="sm">
            {name} <span className={classes.faint}>· {t(`voice.${voice}`)}</span>{' '}
            {t('assessment.progress', { answered, asked })}
            {unexplained > 0 && <> · {t('result.unexplained', { count: unexplained })}</>}
          </Text>
        ))}
        <Text size="sm" fw={500} mt="xs">
          {t('result.agreement')}
        </Text>
        <Group gap="lg">
          {DIMENSIONS.map((dimension) => {
            const alpha = agreement[dimension];
            return (
              <Text key={dimension} size="sm">
                {t(`dimension.${dimension}`)}{' '}
                <b>{alpha === null ? t('result.agreement.undefined') : alpha.toFixed(2)}</b>
              </Text>
            );
          })}
        </Group>
      </section>
    </Stack>
  );
}

function Severity({ issue: { severity, severityFloor } }: { issue: IssueAssessment }) {
  const { t } = useSpeech();
  if (!severity) return <>{severityFloor ? t('result.floor', { value: severityFloor.shown }) : '–'}</>;
  return (
    <>
      {severity.shown === severity.ranking
        ? t('result.value', { value: severity.shown })
        : t('result.value.both', { value: severity.shown, ranking: severity.ranking })}
    </>
  );
}

/** Median, and under it the range where there is one. */
function Summary({ summary: { median, upper, min, max } }: { summary: DimensionSummary }) {
  const { t } = useSpeech();
  if (median === null || upper === null || min === null || max === null) return <>–</>;
  return (
    <>
      {median === upper
        ? t('result.value', { value: median })
        : t('result.value.both', { value: median, ranking: upper })}
      {min < max && (
        <Text size="xs" c="dimmed" lh={1.1}>
          {t('result.range', { min, max })}
        </Text>
      )}
    </>
  );
}
