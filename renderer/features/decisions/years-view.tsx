import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type DecisionYears, decisionYears, type FollowUp } from '#shared/assessment/follow-up.ts';
import { standingsOf } from '#shared/assessment/standing.ts';
import { countedFigures, isWhole, seriesOf } from '#shared/figures/series.ts';
import type { TargetStatus } from '#shared/figures/target.ts';
import { periodText, targetText, unitText, valueText } from '#shared/figures/value-text.ts';
import { ADVICE_STATUSES } from '#shared/model/advice.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './decisions.module.css';
import { LevelBadge } from './level-badge.tsx';
import { StandingText } from './standing-text.tsx';

/** Rounds that stand side by side; more would be too narrow to be read. */
const MOST_ROUNDS = 3;

/** A round's decisions beside those of earlier years, with what became of them. */
export function YearsView({ round, yearOf }: { round: Round; yearOf: (fiscalYear: number) => string }) {
  const { t, language } = useSpeech();
  const read = useRows(
    async (db) => {
      const issues = await db.issues.toArray();
      const themes = await db.themes.toArray();
      const tables = {
        decisions: await db.decisions.toArray(),
        indicators: await db.indicators.toArray(),
        figures: await db.figures.toArray(),
        themes,
      };
      const years = decisionYears(
        {
          ...tables,
          rounds: await db.rounds.toArray(),
          advice: await db.advice.toArray(),
          issues,
        },
        round,
      );
      const [workspace] = await db.workspace.toArray();
      const year = workspace ? fiscalYearOf(today(), workspace.fiscalYear) : round.fiscalYear + 1;
      // A theme stands as the worst of what was decided in the same round.
      const statuses = new Map(
        years.rounds.flatMap(({ id }) => {
          const own = tables.decisions.filter(({ roundId }) => roundId === id);
          const standings = standingsOf(tables, own, year);
          return own.map(
            (one) =>
              [one.id, standings.find(({ subject }) => subject.id === one.subject.id)?.status] as const,
          );
        }),
      );
      return { years, statuses, names: new Map([...issues, ...themes].map((one) => [one.id, one.name])) };
    },
    [round],
  );
  if (!read) return null;
  const { years, statuses, names } = read;
  if (years.rounds.length < 2)
    return (
      <EmptyState icon={IconHistory} title={t('decisions.view.years')}>
        {t('decisions.years.none')}
      </EmptyState>
    );
  const shown = years.rounds.slice(0, MOST_ROUNDS);
  const subjects = years.subjects.filter(({ decisions }) =>
    decisions.slice(0, MOST_ROUNDS).some((own) => own.length > 0),
  );
  return (
    <Stack gap="md" data-testid="decision-years">
      <Text size="sm" c="dimmed">
        {t('decisions.years.reading')}
        {years.rounds.length > MOST_ROUNDS &&
          ` ${t('decisions.years.more', { count: years.rounds.length - MOST_ROUNDS })}`}
      </Text>
      {subjects.map((subject) => (
        <Paper key={`${subject.kind} ${subject.id}`} withBorder p="sm" component="section">
          <Group justify="space-between" mb="xs">
            <Title order={2} size="h5">
              {textIn(names.get(subject.id), language)}
            </Title>
            {subject.kind === 'issue' && (
              <Anchor
                component="button"
                type="button"
                size="xs"
                onClick={() => go(`${links.adviceList()}?issue=${subject.id}`)}
              >
                {t('decisions.years.openAdvice')}
              </Anchor>
            )}
          </Group>
          <div className={classes.years}>
            {shown.map((one, place) => (
              <YearPanel
                key={one.id}
                heading={t('decisions.years.heading', { year: yearOf(one.fiscalYear), round: one.name })}
                followed={subject.decisions[place] ?? []}
                statuses={statuses}
                nameOf={(id) => textIn(names.get(id), language)}
                ownId={subject.id}
                yearOf={yearOf}
              />
            ))}
          </div>
        </Paper>
      ))}
    </Stack>
  );
}

/** How decisions stand by their measures, by the decision. */
type Statuses = ReadonlyMap<Id, TargetStatus | undefined>;

interface YearPanelProps {
  readonly heading: string;
  readonly followed: DecisionYears['subjects'][number]['decisions'][number];
  readonly statuses: Statuses;
  readonly nameOf: (id: Id) => string;
  readonly ownId: Id;
  readonly yearOf: (fiscalYear: number) => string;
}

function YearPanel({ heading, followed, statuses, nameOf, ownId, yearOf }: YearPanelProps) {
  const { t } = useSpeech();
  return (
    <div className={classes.year}>
      <Text size="xs" c="dimmed" mb={4}>
        {heading}
      </Text>
      {followed.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('decisions.years.undecided')}
        </Text>
      )}
      {followed.map((one) => (
        <Followed
          key={one.decision.id}
          followed={one}
          status={statuses.get(one.decision.id)}
          name={one.decision.subject.id === ownId ? null : nameOf(one.decision.subject.id)}
          yearOf={yearOf}
        />
      ))}
    </div>
  );
}

function Followed({
  followed: { decision, measures, advice, adviceTotal },
  status,
  name,
  yearOf,
}: {
  followed: FollowUp;
  status: TargetStatus | undefined;
  /** Where it was decided on under another name: what it was merged from. */
  name: string | null;
  yearOf: (fiscalYear: number) => string;
}) {
  const { t, local, language, day } = useSpeech();
  return (
    <Stack gap={4}>
      <Group gap={6}>
        <LevelBadge decision={decision} />
        <Text span size="xs" c="dimmed">
          {t('decisions.years.carried', { year: yearOf(decision.fiscalYear) })}
        </Text>
      </Group>
      <StandingText status={status} />
      {name && <Text size="xs">{name}</Text>}
      {decision.why && <Text size="sm">{decision.why}</Text>}
      {decision.dissent && (
        <Text size="sm" fs="italic">
          {t('decisions.dissent', { dissent: decision.dissent })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {[
          decision.owner,
          t('decisions.years.by', {
            by: decision.decidedBy || t('decisions.log.nobody'),
            on: day(decision.at),
          }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {measures.map(({ indicator, figures }) => {
        const counted = countedFigures(figures);
        const lines = seriesOf(figures).filter((one) => one.role === 'actual' && isWhole(one));
        const known = lines
          .flatMap((line) => line.figures)
          .filter(({ value, status, note }) => value !== null || status !== 'awaited' || local(note) !== '');
        return (
          <div key={indicator.id}>
            <Text size="xs" fw={500} mt={4}>
              {[
                local(indicator.name),
                targetText(indicator, counted, language, t, yearOf),
                unitText(indicator, language, t),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {known.length === 0 && (
              <Text size="xs" c="dimmed">
                {t('decisions.years.noValue')}
              </Text>
            )}
            {known.map((one) => (
              <Text key={one.id} size="xs">
                {t('decisions.years.value', {
                  year: periodText(one.period, t, yearOf),
                  value: [one.status === 'awaited' ? '' : valueText(one, t), local(one.note)]
                    .filter(Boolean)
                    .join(' – '),
                })}
              </Text>
            ))}
          </div>
        );
      })}
      {adviceTotal > 0 && (
        <Text size="xs" mt={4}>
          <Text span size="xs" fw={500}>
            {t('decisions.years.advice', { count: adviceTotal })}
          </Text>{' '}
          {ADVICE_STATUSES.filter((status) => advice[status] > 0)
            .map((status) =>
              t('decisions.years.advice.status', {
                status: t(`adviceStatus.${status}`),
                count: advice[status],
              }),
            )
            .join(t('chart.separator'))}
        </Text>
      )}
    </Stack>
  );
}
