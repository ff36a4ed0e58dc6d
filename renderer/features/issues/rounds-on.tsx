import { Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { type Assessor, DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './rounds-on.module.css';
import type { RoundOnIssue } from './use-issue-page.ts';

/** Ratings and decisions about an issue, round by round. */
export function RoundsOn({
  issue,
  rounds,
  workspace,
}: {
  issue: Issue;
  rounds: readonly RoundOnIssue[];
  workspace: Workspace | undefined;
}) {
  const { t } = useSpeech();
  if (rounds.length === 0) {
    return (
      <EmptyState
        icon={IconScale}
        title={t('issue.assessment.empty')}
        action={
          <Button variant="default" onClick={() => go(links.rounds())}>
            {t('issue.assessment.toRounds')}
          </Button>
        }
      >
        {t('issue.assessment.empty.hint')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="md">
      {rounds.map((one) => (
        <RoundCard key={one.round.id} issue={issue} one={one} workspace={workspace} />
      ))}
    </Stack>
  );
}

function RoundCard({
  issue,
  one: { round, assessment, ratings, decision, themeDecisions },
  workspace,
}: {
  issue: Issue;
  one: RoundOnIssue;
  workspace: Workspace | undefined;
}) {
  const { t, local, language } = useSpeech();
  const yearOf = (year: number) => (workspace ? fiscalYearLabel(year, workspace.fiscalYear, language) : '');
  return (
    <Paper withBorder p="md" data-testid="issue-round">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4">
              {local(round.name) || yearOf(round.fiscalYear)}
            </Title>
            <Text size="sm" c="dimmed">
              {yearOf(round.fiscalYear)}
              {round.stage === 'closed' ? ` · ${t('issue.round.closed')}` : ''}
            </Text>
          </Group>
          {local(round.note) !== '' && (
            <Text size="xs" c="dimmed" maw="46rem">
              {local(round.note)}
            </Text>
          )}
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-sm" variant="default" onClick={() => go(links.rating(round.id, issue.id))}>
            {t(round.stage === 'closed' ? 'issue.round.view' : 'issue.round.open')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => go(links.matrix(round.id))}>
            {t('issue.round.matrix')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => go(links.decisions(round.id))}>
            {t('issue.round.decisions')}
          </Button>
        </Group>
      </Group>
      {assessment && assessment.tier !== null ? (
        <Standing assessment={assessment} tier={assessment.tier} />
      ) : (
        <Text size="sm" c="dimmed" mt="sm">
          {t(resultsShown(round) ? 'issue.round.unrated' : 'blind.text')}
        </Text>
      )}
      {ratings.length > 0 && <RatingsTable assessors={panelOf(round)} ratings={ratings} />}
      <Stack gap={6} mt="sm">
        {decision && (
          <DecisionLine
            decision={decision}
            title={t('issue.round.decided', {
              year: yearOf(decision.fiscalYear),
              level: t(`level.${decision.level}`),
            })}
          />
        )}
        {themeDecisions.map(({ theme, decision: own }) => (
          <DecisionLine
            key={own.id}
            decision={own}
            title={t('issue.round.decided.theme', {
              year: yearOf(own.fiscalYear),
              theme: local(theme.name),
              level: t(`level.${own.level}`),
            })}
          />
        ))}
        {!decision && themeDecisions.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('issue.round.undecided')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** Where the issue stands in the order of a round, and by what. */
function Standing({ assessment, tier }: { assessment: IssueAssessment; tier: number }) {
  const { t } = useSpeech();
  const severity = assessment.severityFloor?.shown;
  const likelihood = assessment.likelihood?.shown;
  return (
    <Group gap="xs" mt="sm">
      <Badge variant={tier === 1 ? 'filled' : 'light'}>
        {t(assessment.tied ? 'issues.standing.tied' : 'issues.standing', {
          tier,
          rank: assessment.rank ?? '',
        })}
      </Badge>
      {severity !== undefined && (
        <Badge variant="default">{t('issue.round.severity', { value: severity })}</Badge>
      )}
      <Badge variant="default">
        {likelihood === undefined
          ? t(`nature.${assessment.nature}`)
          : t('issue.round.likelihood', { value: likelihood })}
      </Badge>
      {assessment.divided && <Badge variant="outline">{t('issues.divided')}</Badge>}
    </Group>
  );
}

interface RatingsTableProps {
  readonly assessors: readonly Assessor[];
  /** Those of the issue. */
  readonly ratings: readonly Rating[];
}

/** What each assessor said of the issue, and why. */
function RatingsTable({ assessors, ratings }: RatingsTableProps) {
  const { t } = useSpeech();
  return (
    <Table mt="sm" className={classes.ratings}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('issue.round.assessor')}</Table.Th>
          {DIMENSIONS.map((dimension) => (
            <Table.Th key={dimension} ta="right">
              {t(`dimension.${dimension}`)}
            </Table.Th>
          ))}
          <Table.Th>{t('issue.round.rationale')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {assessors.map((assessor) => {
          const rating = ratings.find(({ assessorId }) => assessorId === assessor.id);
          return (
            rating && (
              <Table.Tr key={assessor.id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{assessor.name}</Table.Td>
                {DIMENSIONS.map((dimension) => (
                  <Table.Td key={dimension} ta="right">
                    <Score rating={rating} dimension={dimension} />
                  </Table.Td>
                ))}
                <Table.Td style={{ whiteSpace: 'pre-line' }}>{rating.rationale}</Table.Td>
              </Table.Tr>
            )
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function Score({ rating, dimension }: { rating: Rating; dimension: Dimension }) {
  const { t } = useSpeech();
  if (rating[dimension] !== null) return rating[dimension];
  if (dimension === 'likelihood' && rating.nature === 'actual') return t('nature.actual');
  return (
    <Text span size="xs" c="dimmed">
      {rating.abstained.includes(dimension) ? t('issue.round.cannotJudge') : '–'}
    </Text>
  );
}

function DecisionLine({ decision, title }: { decision: Decision; title: string }) {
  const { t } = useSpeech();
  const departs = decision.suggested !== null && decision.suggested !== decision.level;
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
        {departs && decision.suggested && (
          <Text span size="xs" c="dimmed" ml={8}>
            {t('issue.round.decided.departing', { level: t(`level.${decision.suggested}`) })}
          </Text>
        )}
      </Text>
      {decision.why !== '' && (
        <Text size="sm" c="dimmed">
          {decision.why}
        </Text>
      )}
    </div>
  );
}
