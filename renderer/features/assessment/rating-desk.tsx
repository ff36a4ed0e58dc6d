import { ActionIcon, Group, Progress, Select, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { askedDimensions, type RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { Id } from '#shared/model/basics.ts';
import { CATEGORIES } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { useRows } from '../../store/index.ts';
import type { RoundView } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './desk.module.css';
import { EvidencePane } from './evidence-pane.tsx';
import { RatingForm } from './rating-form.tsx';

/** Who rated last in a round, so that going away and coming back does not change the name. */
const lastAssessor = new Map<Id, Id>();
/** Which issue was open last in a round: the way to its set-up and back leads to the same one. */
const lastIssue = new Map<Id, Id>();

export interface RatingDeskProps {
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
}

/** One assessor, issue by issue: what each level means, the reason, and what was heard, side by side. */
export function RatingDesk({ view, assessment }: RatingDeskProps) {
  const { t, local } = useSpeech();
  const { round } = assessment;
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState(() => lastAssessor.get(round.id) ?? null);
  const assessor = round.assessors.find(({ id }) => id === chosen) ?? round.assessors[0];
  const form = useRef<HTMLDivElement>(null);
  const ratings = useRows((db) => db.ratings.where('roundId').equals(round.id).toArray(), [round.id]);

  // In the order of the issue list: the salience order would move under the assessor's hands.
  const issues = [...view.issues.values()]
    .filter(({ id }) => round.issueIds.includes(id))
    .sort(
      (a, b) =>
        CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
        a.order - b.order ||
        (a.id < b.id ? -1 : 1),
    );
  const wished = params.get('issue');
  const own = new Map(
    (ratings ?? []).filter((one) => one.assessorId === assessor?.id).map((one) => [one.issueId, one]),
  );
  // Where it begins is chosen once: answering the last question of an issue must not take it away.
  const [begun, setBegun] = useState<Id | null>(() => lastIssue.get(round.id) ?? null);
  const current =
    issues.find(({ id }) => id === (wished ?? begun)) ?? issues.find(({ id }) => !isDone(own.get(id)));
  const at = Math.max(0, current ? issues.indexOf(current) : 0);
  const issue = issues[at];
  const issueId = issue?.id;
  const read = ratings !== undefined;
  useEffect(() => {
    if (!read || !issueId) return;
    setBegun(issueId);
    lastIssue.set(round.id, issueId);
  }, [read, issueId, round.id]);
  // The keys that rate work where a question has the focus: it goes there with every change of issue or assessor.
  const place = read && issueId ? `${assessor?.id}/${issueId}` : null;
  const asked = useRef(true);
  useEffect(() => {
    if (place === null || !asked.current) return;
    asked.current = false;
    form.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus({ preventScroll: true });
  }, [place]);
  const step = (by: number) => {
    const next = issues[at + by];
    if (!next) return;
    asked.current = true;
    go(`${links.rating(round.id, next.id)}&tab=rate`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n' || event.key === 'p') {
      event.preventDefault();
      step(event.key === 'n' ? 1 : -1);
    }
  };
  if (!read || !assessor || !issue) return null;
  const done = issues.filter(({ id }) => isDone(own.get(id))).length;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the desk, each of which has a button too
    <div onKeyDown={onKeyDown} ref={form}>
      <Group gap="sm" mb="sm" align="flex-end" wrap="nowrap" className={classes.bar}>
        <Select
          w={200}
          label={t('rating.as')}
          allowDeselect={false}
          data={round.assessors.map(({ id, name }) => ({ value: id, label: name }))}
          value={assessor.id}
          onChange={(id) => {
            if (!id) return;
            asked.current = true;
            lastAssessor.set(round.id, id);
            setChosen(id);
          }}
        />
        <Select
          style={{ flex: 1, minWidth: 0 }}
          label={t('rating.issue')}
          searchable
          allowDeselect={false}
          leftSection={<CategoryMark category={issue.category} />}
          data={issues.map((one) => ({
            value: one.id,
            label: `${isDone(own.get(one.id)) ? '✓ ' : ''}${local(one.name)}`,
          }))}
          value={issue.id}
          onChange={(id) => {
            if (!id) return;
            asked.current = true;
            go(`${links.rating(round.id, id)}&tab=rate`);
          }}
        />
        <Group gap={4} wrap="nowrap">
          <Tooltip label={t('rating.previous')}>
            <ActionIcon
              size="lg"
              variant="default"
              aria-label={t('rating.previous')}
              disabled={at === 0}
              onClick={() => step(-1)}
            >
              <IconChevronLeft size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('rating.next')}>
            <ActionIcon
              size="lg"
              variant="default"
              aria-label={t('rating.next')}
              disabled={at === issues.length - 1}
              onClick={() => step(1)}
            >
              <IconChevronRight size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <div className={classes.progress}>
          <Text size="xs" c="dimmed" mb={4}>
            {t('rating.progress', { done, all: issues.length })}
          </Text>
          <Progress value={(100 * done) / issues.length} size="sm" aria-hidden />
        </div>
      </Group>
      <div className={classes.desk}>
        <RatingForm
          key={`${assessor.id}/${issue.id}`}
          issue={issue}
          assessor={assessor}
          round={round}
          rating={own.get(issue.id)}
          result={assessment.issues.find(({ issueId }) => issueId === issue.id)}
        />
        <EvidencePane issue={issue} assessor={assessor} round={round} rating={own.get(issue.id)} />
      </div>
    </div>
  );
}

function isDone(rating: Rating | undefined): boolean {
  return (
    rating !== undefined &&
    askedDimensions(rating).every(
      (dimension) => rating[dimension] !== null || rating.abstained.includes(dimension),
    )
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
