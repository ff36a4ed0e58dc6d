import { Text, Title, Tooltip } from '@mantine/core';
import { IconArrowsSort, IconMessages } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { type AgendaItem, agenda } from '#shared/assessment/agenda.ts';
import type { IssueAssessment, RoundAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { changeInDiscussion, type IssueChange } from '#shared/assessment/change.ts';
import { dividedNames } from '#shared/assessment/dissent-words.ts';
import { countedRatings, panelOf } from '#shared/assessment/panel.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { RoundRecord } from '#shared/model/record.ts';
import { DIMENSIONS, type Round } from '#shared/model/round.ts';
import { type RoundView, useRound } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { Keys } from '../../ui/keys.tsx';
import { go, links } from '../../ui/links.ts';
import { BlindNote } from './blind-note.tsx';
import { agendaCommands } from './commands.ts';
import { DiscussedIssue } from './discussed-issue.tsx';
import classes from './discussion.module.css';
import type { RoundRows } from './round-rows.ts';

/** What there is to discuss, led by what the assessors are divided on; everybody may revise their own on the spot. */
export function Discussion({ rows }: { rows: RoundRows }) {
  return resultsShown(rows.round) ? <Shown rows={rows} /> : <BlindNote rows={rows} />;
}

function Shown({ rows }: { rows: RoundRows }) {
  const view = useRound(rows.round.id);
  return view?.assessment ? <Agenda rows={rows} view={view} assessment={view.assessment} /> : null;
}

interface Point {
  readonly issue: IssueAssessment;
  /** Null = the assessors agree, and nothing is missing. */
  readonly item: AgendaItem | null;
  readonly change: IssueChange | undefined;
}

interface AgendaProps {
  readonly rows: RoundRows;
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
}

function Agenda({ rows, view, assessment }: AgendaProps) {
  const { t, local } = useSpeech();
  const [params] = useSearchParams();
  const { round, before } = rows;
  const { tables } = view;
  const changes = useMemo(
    () => (tables && before ? changeInDiscussion(tables, round.id) : null),
    [tables, round.id, before],
  );
  const changed = new Map(
    (changes?.issues ?? []).filter(({ moved }) => moved.length > 0).map((one) => [one.issueId, one]),
  );
  const { points, rest } = pointsOf(assessment, changed);
  const all = [...points, ...rest];
  // Chosen once: what is agreed on leaves the agenda, and must not leave the screen.
  const [chosen, setChosen] = useState<Id | null>(null);
  const wished = params.get('issue') ?? chosen ?? all[0]?.issue.issueId;
  const at = Math.max(
    0,
    all.findIndex(({ issue }) => issue.issueId === wished),
  );
  const point = all[at];
  const list = useRef<HTMLElement>(null);
  const shownId = point?.issue.issueId;
  // N and P work where the list has the focus: it goes there unless it is somewhere else on purpose.
  useEffect(() => {
    const { activeElement } = document;
    if (shownId && (activeElement === document.body || list.current?.contains(activeElement)))
      list.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  }, [shownId]);
  const choose = (next: Point | undefined) => {
    if (!next) return;
    setChosen(next.issue.issueId);
    go(`${links.rating(round.id, next.issue.issueId)}&tab=discussion`);
  };
  const onKeyDown = useCommands(agendaCommands, {
    'agenda.next': () => choose(all[at + 1]),
    'agenda.previous': () => choose(all[at - 1]),
  });
  if (!point)
    return (
      <EmptyState icon={IconMessages} title={t('agenda.none.title')}>
        {t('agenda.none.text')}
      </EmptyState>
    );
  const revised = before ? revisions(round, before, rows.ratings) : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the agenda, each of which has a button too
    <div className={classes.desk} onKeyDown={onKeyDown} data-testid="agenda">
      <nav ref={list} className={classes.list} aria-label={t('agenda.label')}>
        <Title order={2} size="h5">
          {t('agenda.title', { count: points.length })}
        </Title>
        {points.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('agenda.agreed')}
          </Text>
        )}
        <PointList
          points={points}
          revised={revised?.issueIds}
          current={point}
          view={view}
          onChoose={choose}
        />
        {rest.length > 0 && (
          <>
            <Title order={2} size="h5" mt="sm">
              {t('agenda.rest', { count: rest.length })}
            </Title>
            <PointList
              points={rest}
              revised={revised?.issueIds}
              current={point}
              view={view}
              onChoose={choose}
            />
          </>
        )}
        <Text size="xs" c="dimmed" mt="sm">
          <Keys hotkey={agendaCommands['agenda.next'].keys?.[0]} />{' '}
          <Keys hotkey={agendaCommands['agenda.previous'].keys?.[0]} /> {t('agenda.keys')}
        </Text>
        {revised && before && <Revised since={before.at} revised={revised} changed={changed} />}
      </nav>
      <DiscussedIssue
        key={point.issue.issueId}
        rows={rows}
        assessment={assessment}
        issue={point.issue}
        item={point.item}
        change={point.change}
        name={local(view.issues.get(point.issue.issueId)?.name)}
      />
    </div>
  );
}

/** What is on the agenda, in its order, and the issues that are not. */
function pointsOf(
  assessment: RoundAssessment,
  changed: ReadonlyMap<Id, IssueChange>,
): { points: Point[]; rest: Point[] } {
  const items = agenda(assessment);
  const issueOf = new Map(assessment.issues.map((one) => [one.issueId, one]));
  const listed = new Set(items.map(({ issueId }) => issueId));
  return {
    points: items.flatMap((item) => {
      const issue = issueOf.get(item.issueId);
      return issue ? [{ issue, item, change: changed.get(item.issueId) }] : [];
    }),
    rest: assessment.issues
      .filter(({ issueId }) => !listed.has(issueId))
      .map((issue) => ({ issue, item: null, change: changed.get(issue.issueId) })),
  };
}

interface PointListProps {
  readonly points: readonly Point[];
  /** Issues of which a rating was revised in the discussion. */
  readonly revised: ReadonlySet<Id> | undefined;
  readonly current: Point;
  readonly view: RoundView;
  readonly onChoose: (point: Point) => void;
}

function PointList({ points, revised, current, view, onChoose }: PointListProps) {
  const { t, local } = useSpeech();
  return (
    <ol className={classes.points}>
      {points.map((point) => {
        const { issue, item } = point;
        return (
          <li key={issue.issueId}>
            <button
              type="button"
              className={classes.point}
              aria-current={point === current || undefined}
              onClick={() => onChoose(point)}
            >
              <CategoryMark category={issue.category} />
              <span className={classes.pointName}>
                {local(view.issues.get(issue.issueId)?.name)}
                {item && (
                  <Text span size="xs" c={item.reason === 'divided' ? 'red' : 'dimmed'}>
                    {agendaReason(t, item)}
                  </Text>
                )}
              </span>
              {revised?.has(issue.issueId) && (
                <Tooltip label={t('agenda.changed')}>
                  <IconArrowsSort size={14} role="img" aria-label={t('agenda.changed')} />
                </Tooltip>
              )}
              <span className={classes.rank}>
                {issue.rank === null ? '–' : t('result.rank', { rank: issue.rank })}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface RevisedProps {
  /** When the ratings were first shown to all. */
  readonly since: string;
  readonly revised: Revisions;
  readonly changed: ReadonlyMap<Id, IssueChange>;
}

/** What the discussion has changed, in one sentence. */
function Revised({ since, revised, changed }: RevisedProps) {
  const { t, day } = useSpeech();
  return (
    <Text size="xs" c="dimmed" mt="xs" data-testid="discussion-changes">
      {t('agenda.revised', {
        day: day(since),
        ratings: revised.ratings,
        people: revised.people,
        issues: [...changed.values()].filter((one) => one.from?.rank !== one.to?.rank).length,
      })}
    </Text>
  );
}

interface Revisions {
  readonly ratings: number;
  readonly people: number;
  readonly issueIds: ReadonlySet<IdOf<'issues'>>;
}

/**
 * How many ratings were revised since, by how many people, of which issues; rated for the first time counts too. Of whom
 * was there before and counts now: who came, left or recused themselves since revised nothing.
 */
function revisions(round: Round, record: RoundRecord, ratings: readonly Rating[]): Revisions {
  const there = new Set<Id>(record.rounds.flatMap(({ assessors }) => assessors.map(({ id }) => id)));
  const both = { ...round, assessors: panelOf(round).filter(({ id }) => there.has(id)) };
  const listed = new Set<Id>(round.issueIds);
  const [before, now] = [record.ratings, ratings].map((all) =>
    countedRatings(both, all).filter(({ issueId }) => listed.has(issueId)),
  ) as [Rating[], Rating[]];
  const judged = (one: Rating | undefined) =>
    JSON.stringify(
      one && [DIMENSIONS.map((dimension) => one[dimension]), one.nature, one.delayMakesIrremediable],
    );
  const earlier = new Map(before.map((one) => [`${one.issueId}/${one.assessorId}`, one]));
  const revised = now.filter(
    (one) => judged(one) !== judged(earlier.get(`${one.issueId}/${one.assessorId}`)),
  );
  return {
    ratings: revised.length,
    people: new Set(revised.map(({ assessorId }) => assessorId)).size,
    issueIds: new Set(revised.map(({ issueId }) => issueId)),
  };
}

/** Why an issue is on the agenda: how far apart the scores are, or what the panel is split on. */
function agendaReason(t: Translate, { reason, range, splits }: AgendaItem): string {
  return reason === 'divided' && range === 0
    ? t('agenda.reason.split', {
        what: dividedNames(t, { dividedOn: [], splits }).join(t('chart.separator')),
      })
    : t(`agenda.reason.${reason}`, { range });
}
