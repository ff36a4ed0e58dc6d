import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { visibleRatings } from '#shared/assessment/blindness.ts';
import type { RoundChange } from '#shared/assessment/change.ts';
import { describeIssue } from '#shared/chart/describe.ts';
import { lensOf, type PictureId } from '#shared/chart/lens.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { RoundTables, RoundView } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { EvidenceList } from '../../ui/evidence-list.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { RatingBadges } from '../../ui/rating-badges.tsx';
import { Moved } from './change-notes.tsx';
import { GroupTable } from './group-table.tsx';
import { RatingsTable } from './ratings-table.tsx';
import { Reasons } from './reasons.tsx';
import { Sureness } from './sureness.tsx';
import { useIssueWords } from './use-words.ts';

export interface IssuePanelProps {
  readonly issueId: IdOf<'issues'>;
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
  readonly seen: RoundTables;
  readonly lens: PictureId;
  /** What changed since the earlier round, where that is looked at. */
  readonly change: RoundChange | undefined;
  readonly onBack: () => void;
}

/** What a point rests on: its place in words, who rated what and why, and what was heard of it. */
export function IssuePanel({ issueId, view, assessment, seen, lens, change, onBack }: IssuePanelProps) {
  const { t, local } = useSpeech();
  const { round } = assessment;
  const ratings = useMemo(
    () => visibleRatings(round, seen.ratings, null).filter((one) => one.issueId === issueId),
    [round, seen.ratings, issueId],
  );
  const { evidence, quotes, advice } = useIssueWords(seen, issueId, round.dialogueIds, ratings);
  const cited = useMemo(() => new Set(ratings.flatMap((one) => one.evidence.passageIds)), [ratings]);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who opened a point by keyboard goes on here; a pointer stays where it is.
  useEffect(() => {
    if (document.activeElement?.matches('[data-item]:focus-visible')) heading.current?.focus();
  }, []);
  const issue = view.issues.get(issueId);
  const result = assessment.issues.find((one) => one.issueId === issueId);
  if (!issue || !result) return null;
  const moved = change?.issues.find((one) => one.issueId === issueId);
  return (
    <Stack gap="md" data-testid="issue-panel">
      <div>
        <Button
          variant="subtle"
          size="compact-xs"
          ml={-6}
          leftSection={<IconChevronLeft size={14} />}
          onClick={onBack}
        >
          {t('matrix.panel.back')}
        </Button>
        <Group gap={8} wrap="nowrap" mt={4}>
          <CategoryMark category={issue.category} size={12} title />
          <Title order={2} size="h4" ref={heading} tabIndex={-1}>
            {local(issue.name)}
          </Title>
        </Group>
        <Text size="sm" mt={4}>
          {describeIssue(t, lensOf(lens, assessment.rules.size), result, assessment)}
        </Text>
        {moved && <Moved change={moved} />}
        {result.badges.length > 0 && (
          <Group mt={6} aria-label={t('matrix.panel.badges')} role="group">
            <RatingBadges badges={result.badges} />
          </Group>
        )}
        <Group gap={6} mt="xs">
          <Button size="compact-xs" variant="default" onClick={() => go(links.issue(issueId))}>
            {t('matrix.panel.openIssue')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => go(links.rating(round.id, issueId))}>
            {t('matrix.panel.rate')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => go(`${links.decisions(round.id)}?issue=${issueId}`)}
          >
            {t('matrix.panel.decide')}
          </Button>
        </Group>
      </div>

      <Part title={t('matrix.panel.ratings')}>
        <RatingsTable result={result} round={round} ratings={ratings} />
      </Part>

      <Part title={t('matrix.panel.rationales')}>
        <Reasons result={result} round={round} ratings={ratings} quotes={quotes} advice={advice} />
      </Part>

      <Part title={t('matrix.panel.evidence')}>
        {evidence.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('matrix.panel.evidence.none')}
          </Text>
        ) : (
          <>
            <Text size="xs" c="dimmed" mb={6}>
              {t('matrix.panel.evidence.count', { count: evidence.length })}
            </Text>
            <EvidenceList
              rows={evidence}
              actionOf={({ passage }) =>
                cited.has(passage.id) ? (
                  <Text size="xs" c="dimmed">
                    {t('matrix.panel.cited')}
                  </Text>
                ) : null
              }
            />
          </>
        )}
      </Part>

      {result.groups.length > 1 && (
        <Part title={t('matrix.panel.groups')}>
          <GroupTable groups={result.groups} />
        </Part>
      )}

      {result.robustness && (
        <Part title={t('matrix.sure.title')}>
          <Sureness assessment={assessment} issueId={issueId} />
        </Part>
      )}
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h5" mb={4} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}
