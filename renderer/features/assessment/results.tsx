import { Alert, Badge, Group, Stack, Table, Text, Title, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { DimensionSummary } from '#shared/assessment/aggregate.ts';
import type { IssueAssessment, RoundAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import type { Id } from '#shared/model/basics.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { type RoundView, useRound } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { BlindNote } from './blind-note.tsx';
import { Flags } from './flags.tsx';
import { IssueRatings } from './issue-ratings.tsx';
import classes from './results.module.css';
import type { RoundRows } from './round-rows.ts';

/** What follows from the ratings; while somebody still rates blind, only who is how far. */
export function Results({ rows }: { rows: RoundRows }) {
  return resultsShown(rows.round) ? <Shown rows={rows} /> : <BlindNote rows={rows} />;
}

function Shown({ rows }: { rows: RoundRows }) {
  const view = useRound(rows.round.id);
  return view?.assessment ? <ResultTable rows={rows} view={view} assessment={view.assessment} /> : null;
}

interface TableProps {
  readonly rows: RoundRows;
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
}

const COLUMNS = 7 + DIMENSIONS.length;

/** The order with all that it rests on, and how far it can be relied on. A row opens into its ratings. */
function ResultTable({ rows, view, assessment }: TableProps) {
  const { t, local } = useSpeech();
  const [params] = useSearchParams();
  const [open, setOpen] = useState<ReadonlySet<Id>>(() => new Set(params.getAll('open')));
  const { issues, counts, round } = assessment;
  if (counts.unrated === counts.issues)
    return (
      <Text size="sm" c="dimmed">
        {t('result.none')}
      </Text>
    );
  const turn = (id: Id) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
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
      <Table.ScrollContainer minWidth={960}>
        <Table verticalSpacing={5} horizontalSpacing={8} fz="sm" data-testid="results">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('result.column.rank')}</Table.Th>
              <Table.Th>{t('result.column.issue')}</Table.Th>
              <Table.Th>{t('result.column.tier')}</Table.Th>
              <Table.Th ta="center">
                <Head label={t('dimension.severity')} hint={t('result.value.hint')} />
              </Table.Th>
              {DIMENSIONS.map((dimension) => (
                <Table.Th key={dimension} ta="center">
                  <Head label={t(`dimension.${dimension}.short`)} hint={t('result.summary.hint')} />
                </Table.Th>
              ))}
              <Table.Th ta="center">
                <Head label={t('result.column.raters')} hint={t('result.column.raters.hint')} />
              </Table.Th>
              <Table.Th>{t('result.column.voice')}</Table.Th>
              <Table.Th>{t('result.column.flags')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {issues.map((issue) => (
              <ResultRow
                key={issue.issueId}
                rows={rows}
                assessment={assessment}
                issue={issue}
                name={local(view.issues.get(issue.issueId)?.name)}
                open={open.has(issue.issueId)}
                onTurn={() => turn(issue.issueId)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Notes assessment={assessment} />
    </Stack>
  );
}

interface ResultRowProps {
  readonly rows: RoundRows;
  readonly assessment: RoundAssessment;
  readonly issue: IssueAssessment;
  readonly name: string;
  readonly open: boolean;
  /** Opens or closes the ratings under the row. */
  readonly onTurn: () => void;
}

/** What follows for one issue; open, with the ratings that it follows from. */
function ResultRow({ rows, assessment, issue, name, open, onTurn }: ResultRowProps) {
  const { t } = useSpeech();
  const { round, topIssues } = assessment;
  return (
    <>
      <Table.Tr className={classes.row} data-open={open || undefined}>
        <Table.Td>
          <Tooltip label={issue.behindBy && t(`result.behind.${issue.behindBy}`)} disabled={!issue.behindBy}>
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
            aria-expanded={open}
            title={t('result.open')}
            onClick={onTurn}
          >
            {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
            <CategoryMark category={issue.category} title />
            <span>{name}</span>
          </button>
        </Table.Td>
        <Table.Td>
          {issue.tier !== null && (
            <Badge variant={issue.tier === 1 ? 'filled' : 'light'} color={issue.tier === 3 ? 'gray' : 'ai'}>
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
              <Summary summary={issue.dimensions[dimension]} raters={issue.raters} />
            )}
          </Table.Td>
        ))}
        <Table.Td ta="center" className={classes.figure}>
          {t('result.raters', { raters: issue.raters, assessors: panelOf(round).length })}
        </Table.Td>
        <Table.Td>
          {issue.voice.heard > 0 && (
            <Text size="xs">
              {t('result.voice', { raised: issue.voice.raised, heard: issue.voice.heard })}
            </Text>
          )}
        </Table.Td>
        <Table.Td>
          <Flags
            issue={issue}
            assessors={panelOf(round).length}
            topIssues={topIssues}
            rules={assessment.rules}
          />
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr className={classes.opened}>
          <Table.Td colSpan={COLUMNS}>
            <IssueRatings rows={rows} issueId={issue.issueId} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Head({ label, hint }: { label: string; hint: string }) {
  return (
    <Tooltip label={hint} multiline w={280}>
      <span>{label}</span>
    </Tooltip>
  );
}

/** How the order comes about, and how far it can be relied on. */
function Notes({ assessment }: { assessment: RoundAssessment }) {
  const { t } = useSpeech();
  const { oneStep, topIssues, hearing, agreement, concordance, rules } = assessment;
  return (
    <section className={classes.notes}>
      <Title order={2} size="h4">
        {t('result.order.title')}
      </Title>
      <Text size="sm">
        {t(rules.version === 'severity-first-1' ? 'result.order.text' : 'result.order.tiers')}
      </Text>
      <Text size="sm">
        {t('result.oneStep', { kept: oneStep.kept.top, moves: oneStep.moves, k: topIssues })}{' '}
        {rules.version !== 'severity-first-1' &&
          t('result.oneStep.conclusions', {
            tier: oneStep.kept.tier,
            level: oneStep.kept.level,
            moves: oneStep.moves,
          })}
      </Text>
      <Text size="sm">{t('result.hearing', { heard: hearing.heard })}</Text>
      {hearing.noRightsholder && (
        <Alert color="yellow" py={6}>
          {t('matrix.noRightsholder', { heard: hearing.heard })}
        </Alert>
      )}
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
        {concordance && (
          <Text size="sm">
            {t('result.concordance')} <b>{concordance.w.toFixed(2)}</b>
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('result.quartile')}
      </Text>
    </section>
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

/** Median in both readings, and under it range, IQR, and n where not all who rated the issue gave a score. */
function Summary({ summary, raters }: { summary: DimensionSummary; raters: number }) {
  const { t } = useSpeech();
  const { median, upper, min, max, quartiles, n } = summary;
  if (median === null || upper === null || min === null || max === null) return <>–</>;
  const under = [
    min < max && t('result.range', { min, max }),
    quartiles && min < max && t('result.iqr', { iqr: quartiles.iqr }),
    n < raters && t('result.n', { n }),
  ].filter((one) => typeof one === 'string');
  return (
    <>
      <Text span size="sm" fw={500} {...(summary.divided ? { c: 'red' } : {})}>
        {median === upper
          ? t('result.value', { value: median })
          : t('result.value.both', { value: median, ranking: upper })}
      </Text>
      {under.length > 0 && (
        <Text size="xs" c="dimmed" lh={1.2}>
          {under.map((one) => (
            <span key={one} className={classes.under}>
              {one}
            </span>
          ))}
        </Text>
      )}
    </>
  );
}
