import { Alert, Badge, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowsSort, IconMessages } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { type AgendaItem, agenda } from '#shared/assessment/agenda.ts';
import type { IssueAssessment, RoundAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { changeInDiscussion, type IssueChange } from '#shared/assessment/change.ts';
import { groupBy } from '#shared/assessment/group.ts';
import type { MinorityView } from '#shared/assessment/minority.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { type RoundView, useRound } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EvidenceList } from '../../ui/evidence-list.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { Keys } from '../../ui/keys.tsx';
import { go, links } from '../../ui/links.ts';
import { SavedText } from '../../ui/saved-text.tsx';
import { BlindNote } from './blind-note.tsx';
import { agendaCommands } from './commands.ts';
import classes from './discussion.module.css';
import { Distribution } from './distribution.tsx';
import { Flags } from './flags.tsx';
import { GroupMedians } from './group-medians.tsx';
import { whyFixed } from './rater.ts';
import { type GridPlace, type GridRow, RatingGrid } from './rating-grid.tsx';
import { Cited } from './reason.tsx';
import type { RoundRows } from './round-rows.ts';
import { useRatingActs } from './use-rating.ts';
import { useRoundEvidence } from './words.ts';

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
  const { t, local, day } = useSpeech();
  const [params] = useSearchParams();
  const { round, before } = rows;
  const { tables } = view;
  const changes = useMemo(() => (tables ? changeInDiscussion(tables, round.id) : null), [tables, round.id]);
  const changed = new Map(
    (changes?.issues ?? []).filter(({ moved }) => moved.length > 0).map((one) => [one.issueId, one]),
  );
  const items = agenda(assessment);
  const issueOf = new Map(assessment.issues.map((one) => [one.issueId, one]));
  const points: Point[] = items.flatMap((item) => {
    const issue = issueOf.get(item.issueId);
    return issue ? [{ issue, item, change: changed.get(item.issueId) }] : [];
  });
  const listed = new Set(items.map(({ issueId }) => issueId));
  const rest: Point[] = assessment.issues
    .filter(({ issueId }) => !listed.has(issueId))
    .map((issue) => ({ issue, item: null, change: changed.get(issue.issueId) }));
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
  const revised = before ? revisions(before.ratings, rows.ratings) : null;
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
        {revised && before && (
          <Text size="xs" c="dimmed" mt="xs" data-testid="discussion-changes">
            {t('agenda.revised', {
              day: day(before.at),
              ratings: revised.ratings,
              people: revised.people,
              issues: [...changed.values()].filter((one) => one.from?.rank !== one.to?.rank).length,
            })}
          </Text>
        )}
      </nav>
      <Detail
        key={point.issue.issueId}
        rows={rows}
        assessment={assessment}
        point={point}
        name={local(view.issues.get(point.issue.issueId)?.name)}
      />
    </div>
  );
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
                    {t(`agenda.reason.${item.reason}`, { range: item.range })}
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

interface DetailProps {
  readonly rows: RoundRows;
  readonly assessment: RoundAssessment;
  readonly point: Point;
  readonly name: string;
}

function Detail({ rows, assessment, point: { issue, item, change }, name }: DetailProps) {
  const { t, local } = useSpeech();
  const { round, record, before } = rows;
  const acts = useRatingActs(round);
  const [active, setActive] = useState<GridPlace | null>(null);
  const subject = rows.issues.find(({ id }) => id === issue.issueId);
  const evidence = useRoundEvidence(issue.issueId, round, record);
  const names = new Map(round.assessors.map((one) => [one.id, one]));
  if (!subject) return null;
  const ofIssue = (ratings: readonly Rating[]) =>
    new Map(ratings.filter(({ issueId }) => issueId === issue.issueId).map((one) => [one.assessorId, one]));
  const own = ofIssue(rows.ratings);
  const earlier = before ? ofIssue(before.ratings) : null;
  const grid = round.assessors.map((assessor): GridRow => {
    const standing = earlier?.get(assessor.id);
    return {
      id: assessor.id,
      name: assessor.name,
      rating: own.get(assessor.id),
      edits: acts(subject, assessor),
      disabled: whyFixed(round, assessor.id) !== null,
      ...(standing ? { before: standing } : {}),
      label: (
        <>
          <Text size="sm" fw={500}>
            {assessor.name}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`voice.${assessor.voice}`)}
          </Text>
        </>
      ),
    };
  });
  const open = round.stage === 'discussion';
  const listed = new Set((evidence ?? []).map(({ passage }) => passage.id));
  return (
    <Stack gap="lg" className={classes.detail} data-testid="agenda-detail">
      <div>
        <Group gap="sm" align="center">
          <Title order={2} size="h3">
            {name}
          </Title>
          {issue.tier !== null && (
            <Badge variant={issue.tier === 1 ? 'filled' : 'light'} color={issue.tier === 3 ? 'gray' : 'ai'}>
              {t('chart.tier', { tier: issue.tier })}
            </Badge>
          )}
        </Group>
        {local(subject.definition) && (
          <Text size="sm" c="dimmed" lineClamp={2}>
            {local(subject.definition)}
          </Text>
        )}
        <Group mt="xs" gap="xs">
          <Flags issue={issue} assessors={round.assessors.length} topIssues={assessment.topIssues} />
        </Group>
        {change && <Moved change={change} />}
      </div>

      <section>
        <Title order={3} size="h5" mb={6}>
          {t('agenda.distribution')}
        </Title>
        <div className={classes.distributions}>
          {DIMENSIONS.map((dimension) => (
            <Distribution
              key={dimension}
              summary={issue.dimensions[dimension]}
              names={new Map([...names].map(([id, one]) => [id, one.name]))}
              actual={dimension === 'likelihood' && issue.nature === 'actual'}
            />
          ))}
        </div>
      </section>

      {issue.minority.length > 0 && (
        <section>
          <Title order={3} size="h5" mb={6}>
            {t('agenda.minority')}
          </Title>
          <ul className={classes.minority}>
            {byAssessor(issue.minority).map(({ assessorId, views, rationale }) => (
              <li key={assessorId}>
                <Text size="sm">
                  <b>{names.get(assessorId)?.name}</b>
                  {' – '}
                  {views
                    .map(({ dimension, value, median }) =>
                      t('agenda.minority.value', { dimension: t(`dimension.${dimension}`), value, median }),
                    )
                    .join(t('chart.separator'))}
                </Text>
                <Text size="sm" {...(rationale ? {} : { c: 'dimmed' })} className={classes.words}>
                  {rationale || t('result.noReason')}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}

      <section>
        <Title order={3} size="h5" mb={6}>
          {t('agenda.groups')}
        </Title>
        <GroupMedians groups={issue.groups} />
      </section>

      <section>
        <Title order={3} size="h5" mb={2}>
          {t('agenda.ratings')}
        </Title>
        <Text size="xs" c="dimmed" mb={6}>
          {t(open ? 'agenda.ratings.hint' : 'agenda.ratings.fixed')}
        </Text>
        <div className={classes.scroll}>
          <RatingGrid
            label={t('agenda.ratings.of', { issue: name })}
            of={t('result.assessor')}
            rows={grid}
            active={active}
            onActive={setActive}
            highlighted={item?.dimensions ?? []}
            testId="discussion-grid"
          />
        </div>
        <Stack gap="sm" mt="md">
          {round.assessors.map((assessor) => {
            const rating = own.get(assessor.id);
            const fixed = whyFixed(round, assessor.id) !== null;
            const was = earlier?.get(assessor.id)?.rationale;
            return (
              <div key={assessor.id} className={classes.reason}>
                <Text size="sm" fw={500}>
                  {assessor.name}
                </Text>
                <div>
                  <SavedText
                    multiline
                    minRows={1}
                    maxRows={8}
                    label={null}
                    ariaLabel={t('agenda.reasonOf', { name: assessor.name })}
                    placeholder={t('result.noReason')}
                    value={rating?.rationale ?? ''}
                    disabled={fixed}
                    onSave={(rationale) => acts(subject, assessor).remark({ rationale })}
                  />
                  {was !== undefined && was !== (rating?.rationale ?? '') && (
                    <Text size="xs" c="dimmed" mt={2}>
                      {t('agenda.reasonBefore', { text: was || t('result.noReason') })}
                    </Text>
                  )}
                  <Cited rating={rating} record={record} except={listed} />
                </div>
              </div>
            );
          })}
        </Stack>
      </section>

      <section>
        <Title order={3} size="h5" mb={6}>
          {t('rating.evidence')}
        </Title>
        {evidence?.length === 0 ? (
          <Alert color="gray" py={6}>
            {t('agenda.evidence.none')}
          </Alert>
        ) : (
          <EvidenceList
            rows={evidence ?? []}
            actionOf={({ passage }) => {
              const by = round.assessors.filter(({ id }) =>
                own.get(id)?.evidence.passageIds.includes(passage.id),
              );
              return (
                by.length > 0 && (
                  <Text size="xs" c="dimmed">
                    {by.length === round.assessors.length
                      ? t('agenda.citedByAll')
                      : t('agenda.citedBy', { names: by.map(({ name }) => name).join(t('chart.separator')) })}
                  </Text>
                )
              );
            }}
          />
        )}
      </section>
    </Stack>
  );
}

/** Where the issue stood when the ratings were first shown to all, and where it stands now. */
function Moved({ change: { from, to } }: { change: IssueChange }) {
  const { t } = useSpeech();
  const place = (rank: number | null | undefined) => (rank ? t('result.rank', { rank }) : '–');
  const severity = (shown: number | undefined) =>
    shown === undefined ? '–' : t('result.value', { value: shown });
  return (
    <Text size="sm" mt={6} data-testid="moved">
      {t('agenda.moved', {
        fromRank: place(from?.rank),
        toRank: place(to?.rank),
        fromSeverity: severity((from?.severity ?? from?.severityFloor)?.shown),
        toSeverity: severity((to?.severity ?? to?.severityFloor)?.shown),
      })}
    </Text>
  );
}

/** Who stands apart, once each: an assessor has one reason for all dimensions. */
function byAssessor(
  minority: readonly MinorityView[],
): { assessorId: IdOf<'assessors'>; views: readonly MinorityView[]; rationale: string }[] {
  return [...groupBy(minority, ({ assessorId }) => assessorId)].map(([assessorId, views]) => ({
    assessorId,
    views,
    rationale: views[0]?.rationale ?? '',
  }));
}

/** How many ratings were revised since, by how many people, of which issues; rated for the first time counts too. */
function revisions(
  before: readonly Rating[],
  now: readonly Rating[],
): { ratings: number; people: number; issueIds: ReadonlySet<IdOf<'issues'>> } {
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
