import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { describeIssue } from '#shared/chart/describe.ts';
import { lensOf, type PictureId } from '#shared/chart/lens.ts';
import type { Id } from '#shared/model/basics.ts';
import { useEvidence } from '../../store/evidence.ts';
import { useRows } from '../../store/index.ts';
import type { RoundView } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { EvidenceList } from '../../ui/evidence-list.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { RatingsTable } from './ratings-table.tsx';
import { Reasons } from './reasons.tsx';

export interface IssuePanelProps {
  readonly issueId: Id;
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
  readonly lens: PictureId;
  readonly onBack: () => void;
}

/** What a point rests on: its place in words, who rated what and why, and what was heard of it. */
export function IssuePanel({ issueId, view, assessment, lens, onBack }: IssuePanelProps) {
  const { t, local } = useSpeech();
  const { round } = assessment;
  const evidence = useEvidence(issueId, round.dialogueIds);
  const ratings = useRows(
    (db) => db.ratings.where('[roundId+issueId]').equals([round.id, issueId]).toArray(),
    [round.id, issueId],
  );
  const issue = view.issues.get(issueId);
  const result = assessment.issues.find((one) => one.issueId === issueId);
  if (!issue || !result) return null;
  const open = round.stage === 'discussion' || round.stage === 'closed';
  const cited = new Set(open ? ratings?.flatMap((rating) => rating.evidence.passageIds) : []);
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
          <Title order={2} size="h3">
            {local(issue.name)}
          </Title>
        </Group>
        <Text size="sm" mt={4}>
          {describeIssue(t, lensOf(lens), result, assessment)}
        </Text>
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

      <section>
        <Title order={3} size="h5" mb={4}>
          {t('matrix.panel.ratings')}
        </Title>
        {open ? (
          <RatingsTable result={result} round={round} ratings={ratings ?? []} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('matrix.panel.hidden')}
          </Text>
        )}
      </section>

      {open && (
        <section>
          <Title order={3} size="h5" mb={4}>
            {t('matrix.panel.rationales')}
          </Title>
          <Reasons round={round} ratings={ratings ?? []} />
        </section>
      )}

      <section>
        <Title order={3} size="h5" mb={4}>
          {t('matrix.panel.evidence')}
        </Title>
        {evidence?.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('matrix.panel.evidence.none')}
          </Text>
        )}
        {evidence && (
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
        )}
      </section>
    </Stack>
  );
}
