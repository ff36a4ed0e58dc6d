import {
  ActionIcon,
  Alert,
  Button,
  Group,
  Progress,
  SegmentedControl,
  Select,
  Text,
  Tooltip,
} from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { isRecused } from '#shared/assessment/panel.ts';
import { unfinish } from '#shared/edit/rating.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { actor, commit } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { ariaKeys, useCommands } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go } from '../../ui/links.ts';
import { ratingCommands } from './commands.ts';
import classes from './desk.module.css';
import { EvidencePane } from './evidence-pane.tsx';
import { FinishButton } from './finish-button.tsx';
import { Gate } from './gate.tsx';
import { DESK_VIEWS, isAnswered, ratingPlace, useDeskView, useRater, whyFixed } from './rater.ts';
import { RatingForm } from './rating-form.tsx';
import { RatingTable } from './rating-table.tsx';
import type { RoundRows } from './round-rows.ts';
import { useRatingActs } from './use-rating.ts';
import { useShownRatings } from './use-shown-ratings.ts';

/** Which issue was open last in a round: the way to its set-up and back leads to the same one. */
const lastIssue = new Map<Id, Id>();

/** One assessor, issue by issue: what each level means, the reason, and what was heard, side by side; or all at once. */
export function RatingDesk({ rows: stored }: { rows: RoundRows }) {
  const { t } = useSpeech();
  const { rows, paintEarly } = useShownRatings(stored);
  const { round, issues } = rows;
  const rater = useRater(rows);
  const { assessor, choices, choose } = rater;
  const isOpen = rater.access === 'open';
  const [view, setView] = useDeskView(round);
  const acts = useRatingActs(round, {
    paintEarly,
    onAct: ({ id }) => rater.names.noteAct(id),
  });

  const own = new Map(
    rows.ratings.filter((one) => isOpen && one.assessorId === assessor?.id).map((one) => [one.issueId, one]),
  );
  const at = useIssueAtHand(rows, own);
  const issue = issues[at];
  const { form, askFocus } = useQuestionFocus(issue ? `${view}/${assessor?.id}/${issue.id}/${isOpen}` : null);
  const open = (next: Issue | undefined) => {
    if (!next) return;
    askFocus();
    go(ratingPlace(round.id, next.id));
  };
  const byIssue = () => view === 'issue' && isOpen;
  const next = useRef<HTMLButtonElement>(null);
  // On the window, since whoever leaves the reason has no question in focus.
  useCommands(
    ratingCommands,
    {
      'rating.next': { run: () => open(issues[at + 1]), when: byIssue },
      'rating.previous': { run: () => open(issues[at - 1]), when: byIssue },
      'rating.reason': () => form.current?.querySelector<HTMLElement>(REASON)?.focus(),
    },
    { global: true },
  );
  if (!assessor || !issue)
    return (
      <Text size="sm" c="dimmed">
        {t('rating.nobody')}
      </Text>
    );
  const asked = assessor ? issues.filter(({ id }) => !isRecused(round, assessor.id, id)) : issues;
  const done = asked.filter(({ id }) => isAnswered(own.get(id))).length;
  const edits = acts(issue, assessor);

  return (
    <div ref={form} tabIndex={-1} className={classes.whole}>
      <Group gap="sm" mb="sm" align="flex-end" wrap="nowrap" className={classes.bar}>
        <Select
          w={220}
          label={t('rating.as')}
          allowDeselect={false}
          data={choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={assessor.id}
          onChange={(id) => {
            if (!id) return;
            askFocus();
            choose(id);
          }}
        />
        {isOpen && (
          <>
            <SegmentedControl
              size="sm"
              aria-label={t('desk.view')}
              data={DESK_VIEWS.map((one) => ({ value: one, label: t(`desk.view.${one}`) }))}
              value={view}
              onChange={(next) => {
                askFocus();
                setView(next);
              }}
            />
            {view === 'issue' ? (
              <IssueSelect issues={issues} own={own} at={at} onChoose={open} next={next} />
            ) : (
              <div className={classes.spring} />
            )}
            <div className={classes.progress}>
              <Text size="xs" c="dimmed" mb={4}>
                {t('rating.progress', { done, all: asked.length })}
              </Text>
              <Progress value={asked.length === 0 ? 0 : (100 * done) / asked.length} size="sm" aria-hidden />
            </div>
            <FinishButton rows={rows} assessor={assessor} />
          </>
        )}
      </Group>
      {isOpen && <Standing rows={rows} assessorId={assessor.id} name={assessor.name} />}
      {!isOpen ? (
        <Gate key={assessor.id} rows={rows} assessor={assessor} rater={rater} onOpen={askFocus} />
      ) : view === 'table' ? (
        <RatingTable rows={rows} assessor={assessor} own={own} acts={acts} />
      ) : (
        <div className={classes.desk}>
          <RatingForm
            key={`${assessor.id}/${issue.id}`}
            rows={rows}
            issue={issue}
            assessor={assessor}
            rating={own.get(issue.id)}
            edits={edits}
            onAnswered={() =>
              (next.current?.disabled ? form.current : next.current)?.focus({ preventScroll: true })
            }
          />
          <EvidencePane
            rows={rows}
            issue={issue}
            rating={own.get(issue.id)}
            edits={edits}
            disabled={whyFixed(round, assessor.id, issue.id) !== null}
          />
        </div>
      )}
    </div>
  );
}

interface IssueSelectProps {
  readonly issues: readonly Issue[];
  readonly own: ReadonlyMap<Id, Rating>;
  /** Place of the issue at hand among them. */
  readonly at: number;
  readonly onChoose: (issue: Issue | undefined) => void;
  /** The button that leads to the next one. */
  readonly next: Ref<HTMLButtonElement>;
}

/** The field for the reason, in either view. */
const REASON = '[data-field="rationale"] textarea';

/** The issue at hand, with the way to the one before and after, and to any other; a tick says what is answered. */
function IssueSelect({ issues, own, at, onChoose, next }: IssueSelectProps) {
  const { t, local } = useSpeech();
  const issue = issues[at];
  return (
    <>
      <Select
        style={{ flex: 1, minWidth: 0 }}
        label={t('rating.issue')}
        searchable
        allowDeselect={false}
        leftSection={issue && <CategoryMark category={issue.category} />}
        data={issues.map((one) => ({
          value: one.id,
          label: `${isAnswered(own.get(one.id)) ? '✓ ' : ''}${local(one.name)}`,
        }))}
        value={issue?.id ?? null}
        onChange={(id) => onChoose(issues.find((one) => one.id === id))}
      />
      <Group gap={4} wrap="nowrap">
        <Tooltip label={t('rating.previous')}>
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={t('rating.previous')}
            aria-keyshortcuts={ariaKeys(ratingCommands['rating.previous'])}
            disabled={at === 0}
            onClick={() => onChoose(issues[at - 1])}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('rating.next')}>
          <ActionIcon
            ref={next}
            size="lg"
            variant="default"
            aria-label={t('rating.next')}
            aria-keyshortcuts={ariaKeys(ratingCommands['rating.next'])}
            disabled={at === issues.length - 1}
            onClick={() => onChoose(issues[at + 1])}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </>
  );
}

/** Which of the round's issues is at hand: the one wished for, else where work was left, else the first open one. */
function useIssueAtHand({ round, issues }: RoundRows, own: ReadonlyMap<Id, Rating>): number {
  const [params] = useSearchParams();
  // In the order of the issue list: the salience order would move under the assessor's hands.
  const wished = params.get('issue');
  // Where it begins is chosen once: answering the last question of an issue must not take it away.
  const [begun, setBegun] = useState<Id | null>(() => lastIssue.get(round.id) ?? null);
  const current =
    issues.find(({ id }) => id === (wished ?? begun)) ?? issues.find(({ id }) => !isAnswered(own.get(id)));
  const at = Math.max(0, current ? issues.indexOf(current) : 0);
  const issueId = issues[at]?.id;
  useEffect(() => {
    if (!issueId) return;
    setBegun(issueId);
    lastIssue.set(round.id, issueId);
  }, [issueId, round.id]);
  return at;
}

/**
 * The keys that rate work where a question has the focus: it goes there with every change of issue or assessor that was
 * asked for here.
 * @param place what is shown; null = nothing
 */
function useQuestionFocus(place: string | null) {
  const form = useRef<HTMLDivElement>(null);
  const asked = useRef(true);
  useEffect(() => {
    if (place === null || !asked.current) return;
    asked.current = false;
    const first = '[role="gridcell"][tabindex="0"], [role="radio"][tabindex="0"]';
    const desk = form.current;
    const bar = desk?.firstElementChild;
    desk?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    // What is shown anew begins at its beginning, however far down the one before it was read.
    if (desk && bar && bar.getBoundingClientRect().top > desk.getBoundingClientRect().top + 1)
      desk.scrollIntoView({ block: 'start' });
  }, [place]);
  return {
    form,
    askFocus: () => {
      asked.current = true;
    },
  };
}

/** Why nothing can be rated now, and what to do about it; nothing where it can. */
function Standing({
  rows,
  assessorId,
  name,
}: {
  rows: RoundRows;
  assessorId: IdOf<'assessors'>;
  name: string;
}) {
  const { t, day } = useSpeech();
  const attempt = useAttempt();
  const { round } = rows;
  const fixed = whyFixed(round, assessorId);
  // That a round is closed stands above the tabs.
  if (fixed === null || fixed === 'closed') return null;
  if (fixed === 'open')
    return (
      <Alert color="gray" py={6} mb="sm">
        {t('round.open.note')}
      </Alert>
    );
  const at = round.finished.find((one) => one.assessorId === assessorId)?.at;
  return (
    <Alert color="green" py={6} mb="sm">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('finish.done', { name, day: day(at) })}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            void attempt(() =>
              commit({ key: 'change.round.unfinish', params: { name } }, (draft) =>
                unfinish(draft, round.id, assessorId, { by: actor(), at: new Date().toISOString() }),
              ),
            )
          }
        >
          {t('finish.goOn')}
        </Button>
      </Group>
    </Alert>
  );
}
