import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AgendaItem } from '#shared/assessment/agenda.ts';
import type { IssueAssessment, RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { IssueChange } from '#shared/assessment/change.ts';
import { dissentText } from '#shared/assessment/dissent-words.ts';
import type { MinorityView } from '#shared/assessment/minority.ts';
import { isRecused, panelOf } from '#shared/assessment/panel.ts';
import { groupBy } from '#shared/group.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { type Assessor, DIMENSIONS, type Round } from '#shared/model/round.ts';
import { scaleGaps, scaleSize } from '#shared/model/scale.ts';
import { EvidenceList } from '../../ui/evidence-list.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import classes from './discussion.module.css';
import { Distribution } from './distribution.tsx';
import { FirstRound } from './first-round.tsx';
import { Flags } from './flags.tsx';
import type { GridPlace, GridRow } from './grid-cells.ts';
import { GroupMedians } from './group-medians.tsx';
import { whyFixed } from './rater.ts';
import { RatingGrid } from './rating-grid.tsx';
import { Cited } from './reason.tsx';
import type { RoundRows } from './round-rows.ts';
import { useRatingActs } from './use-rating.ts';
import { useRoundEvidence } from './words.ts';

export interface DiscussedIssueProps {
  readonly rows: RoundRows;
  readonly assessment: RoundAssessment;
  readonly issue: IssueAssessment;
  /** Null = the assessors agree, and nothing is missing. */
  readonly item: AgendaItem | null;
  readonly change: IssueChange | undefined;
  readonly name: string;
}

/** One issue under discussion: how the scores lie, who stands apart and why, all ratings, and what was heard. */
export function DiscussedIssue({ rows, assessment, issue, item, change, name }: DiscussedIssueProps) {
  const { t, local } = useSpeech();
  const { round, record, before } = rows;
  const subject = rows.issues.find(({ id }) => id === issue.issueId);
  const evidence = useRoundEvidence(issue.issueId, round, record);
  const names = new Map(panelOf(round).map((one) => [one.id, one.name]));
  if (!subject) return null;
  const own = ofIssue(rows.ratings, subject);
  const earlier = before ? ofIssue(before.ratings, subject) : null;
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
          <Flags
            issue={issue}
            assessors={panelOf(round).length}
            topIssues={assessment.topIssues}
            rules={assessment.rules}
          />
        </Group>
        {change && <Moved change={change} />}
      </div>

      <Section title={t('agenda.distribution')}>
        <div className={classes.distributions}>
          {DIMENSIONS.map((dimension) => (
            <Distribution
              key={dimension}
              size={scaleSize(round)}
              summary={issue.dimensions[dimension]}
              names={names}
              actual={dimension === 'likelihood' && issue.nature === 'actual'}
            />
          ))}
        </div>
      </Section>

      {issue.minority.length > 0 && (
        <Section title={t('agenda.minority')}>
          <MinorityViews minority={issue.minority} names={names} />
        </Section>
      )}

      <Section title={t('agenda.groups')}>
        <GroupMedians groups={issue.groups} />
      </Section>

      <Section
        title={t('agenda.ratings')}
        hint={t(
          round.stage === 'discussion' ? 'agenda.ratings.hint' : 'agenda.ratings.fixed',
          scaleGaps(scaleSize(round)),
        )}
      >
        <div className={classes.scroll}>
          <AllRatings round={round} subject={subject} own={own} earlier={earlier} item={item} name={name} />
        </div>
        <Stack gap="sm" mt="md">
          {panelOf(round).map((assessor) => (
            <ReasonOf
              key={assessor.id}
              rows={rows}
              subject={subject}
              assessor={assessor}
              rating={own.get(assessor.id)}
              was={earlier?.get(assessor.id)?.rationale}
              listed={new Set((evidence ?? []).map(({ passage }) => passage.id))}
            />
          ))}
        </Stack>
      </Section>

      {rows.first && (
        <Section title={t('first.title')}>
          <FirstRound rows={rows} issueId={subject.id} />
        </Section>
      )}

      <Section title={t('rating.evidence')}>
        {evidence?.length === 0 ? (
          <Alert color="gray" py={6}>
            {t('agenda.evidence.none')}
          </Alert>
        ) : (
          <EvidenceList
            rows={evidence ?? []}
            actionOf={({ passage }) => <CitedBy passageId={passage.id} round={round} own={own} />}
          />
        )}
      </Section>
    </Stack>
  );
}

/** A part of what is discussed, under its own title. */
function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} size="h5" mb={hint ? 2 : 6}>
        {title}
      </Title>
      {hint && (
        <Text size="xs" c="dimmed" mb={6}>
          {hint}
        </Text>
      )}
      {children}
    </section>
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

interface MinorityViewsProps {
  readonly minority: readonly MinorityView[];
  readonly names: ReadonlyMap<Id, string>;
}

/** Who stands apart, in what, and why. */
function MinorityViews({ minority, names }: MinorityViewsProps) {
  const { t } = useSpeech();
  return (
    <ul className={classes.minority}>
      {byAssessor(minority).map(({ assessorId, views, rationale }) => (
        <li key={assessorId}>
          <Text size="sm">
            <b>{names.get(assessorId)}</b>
            {' – '}
            {views.map((view) => dissentText(t, view)).join(t('chart.separator'))}
          </Text>
          <Text size="sm" {...(rationale ? {} : { c: 'dimmed' })} className={classes.words}>
            {rationale || t('result.noReason')}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** The ratings of one issue by assessor. */
type OfIssue = ReadonlyMap<Id, Rating>;

function ofIssue(ratings: readonly Rating[], { id }: Issue): OfIssue {
  return new Map(ratings.filter(({ issueId }) => issueId === id).map((one) => [one.assessorId, one]));
}

interface AllRatingsProps {
  readonly round: Round;
  readonly subject: Issue;
  readonly own: OfIssue;
  /** What was rated before the discussion; null = there was none. */
  readonly earlier: OfIssue | null;
  readonly item: AgendaItem | null;
  readonly name: string;
}

/** Every assessor's rating of the issue, beside what it was before; each may be revised on the spot. */
function AllRatings({ round, subject, own, earlier, item, name }: AllRatingsProps) {
  const { t } = useSpeech();
  const acts = useRatingActs(round);
  const [active, setActive] = useState<GridPlace | null>(null);
  const grid = panelOf(round).map((assessor): GridRow => {
    const standing = earlier?.get(assessor.id);
    return {
      id: assessor.id,
      name: assessor.name,
      rating: own.get(assessor.id),
      edits: acts(subject, assessor),
      disabled: whyFixed(round, assessor.id, subject.id) !== null,
      ...(standing ? { before: standing } : {}),
      label: (
        <>
          <Text size="sm" fw={500}>
            {assessor.name}
          </Text>
          <Text size="xs" c="dimmed">
            {[t(`voice.${assessor.voice}`), isRecused(round, assessor.id, subject.id) && t('recusal.badge')]
              .filter(Boolean)
              .join(t('chart.separator'))}
          </Text>
        </>
      ),
    };
  });
  return (
    <RatingGrid
      label={t('agenda.ratings.of', { issue: name })}
      of={t('result.assessor')}
      rows={grid}
      size={scaleSize(round)}
      active={active}
      onActive={setActive}
      highlighted={item?.dimensions ?? []}
      testId="discussion-grid"
    />
  );
}

interface ReasonOfProps {
  readonly rows: RoundRows;
  readonly subject: Issue;
  readonly assessor: Assessor;
  readonly rating: Rating | undefined;
  /** The reason before the discussion; undefined = nothing was rated. */
  readonly was: string | undefined;
  /** Passages that stand among what was heard. */
  readonly listed: ReadonlySet<string>;
}

/** Why one assessor judged so, what they wrote before, and the passages they rest on. */
function ReasonOf({ rows: { round, record }, subject, assessor, rating, was, listed }: ReasonOfProps) {
  const { t } = useSpeech();
  const acts = useRatingActs(round);
  return (
    <div className={classes.reason}>
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
          disabled={whyFixed(round, assessor.id, subject.id) !== null}
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
}

/** Whose reason rests on a passage; nothing where nobody's does. */
function CitedBy({ passageId, round, own }: { passageId: IdOf<'passages'>; round: Round; own: OfIssue }) {
  const { t } = useSpeech();
  const by = panelOf(round).filter(({ id }) => own.get(id)?.evidence.passageIds.includes(passageId));
  if (by.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {by.length === panelOf(round).length
        ? t('agenda.citedByAll')
        : t('agenda.citedBy', { names: by.map(({ name }) => name).join(t('chart.separator')) })}
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
