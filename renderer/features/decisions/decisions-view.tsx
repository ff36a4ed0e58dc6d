import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconChartDots, IconChecklist, IconChecks, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { closingRecord } from '#shared/assessment/frozen.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import { amendmentsOf, isSignedOff } from '#shared/model/signed-off.ts';
import { useRows } from '../../store/index.ts';
import { type RoundView, useRound } from '../../store/rounds.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { ReportButton } from '../../ui/report-button.tsx';
import { RoundSelect } from '../../ui/round-select.tsx';
import { SignedOffNote } from '../../ui/signed-off-note.tsx';
import { Amendments } from './amendments.tsx';
import { DecisionForm } from './decision-form.tsx';
import { LogView } from './log-view.tsx';
import { type Subject, subjectsOf } from './subject.ts';
import { SubjectTable } from './subject-table.tsx';
import { focusOn, useDecisionActs } from './use-decision-acts.ts';
import { useStandings } from './use-standings.ts';
import { YearsView } from './years-view.tsx';

/** Ways to look at decisions: what is to be decided now, beside earlier years, who did what when, and since sign-off. */
const SIGHTS = ['now', 'years', 'log', 'amendments'] as const;
type Sight = (typeof SIGHTS)[number];

/** What is to be monitored in the fiscal year after a round, and why. Without `roundId` the latest round. */
export function DecisionsView({ roundId }: { roundId: IdOf<'rounds'> | undefined }) {
  const { t } = useSpeech();
  const view = useRound(roundId);
  if (!view) return <Page title={t('decisions.title')}>{null}</Page>;
  const { assessment } = view;
  if (!assessment || assessment.counts.unrated === assessment.counts.issues)
    return (
      <Page title={t('decisions.title')}>
        <EmptyState
          icon={IconChecklist}
          title={t('decisions.empty.title')}
          action={<Button onClick={() => go(links.rounds())}>{t('decisions.empty.rounds')}</Button>}
        >
          {!assessment && view.rounds.length > 0 ? t('decisions.missing') : t('decisions.empty.text')}
        </EmptyState>
      </Page>
    );
  const { round } = assessment;
  // Places and suggestions would lead those who still judge for themselves.
  if (!resultsShown(round))
    return (
      <Page
        title={t('decisions.title')}
        toolbar={
          <RoundSelect rounds={view.rounds} value={round.id} onChange={(id) => go(links.decisions(id))} />
        }
      >
        <EmptyState
          icon={IconEyeOff}
          title={t('matrix.blind.title')}
          action={<Button onClick={() => go(links.round(round.id))}>{t('matrix.blind.round')}</Button>}
        >
          {t('blind.text')}
        </EmptyState>
      </Page>
    );
  return <RoundDecisions view={view} assessment={assessment} />;
}

function RoundDecisions({ view, assessment }: { view: RoundView; assessment: RoundAssessment }) {
  const { t, language } = useSpeech();
  const { round } = assessment;
  const [params] = useSearchParams();
  const wanted = (['issue', 'theme'] as const).flatMap((kind) => {
    const id = params.get(kind);
    return id === null ? [] : [{ kind, id }];
  })[0];
  const wished = SIGHTS.find((one) => one === params.get('view')) ?? 'now';
  const [open, setOpen] = useState<Subject['subject'] | null>(wanted ?? null);
  const decisions = useRows((db) => db.decisions.where('roundId').equals(round.id).toArray(), [round.id]);
  const standings = useStandings(round);
  const record = view.tables ? closingRecord(view.tables, round.id) : undefined;
  const signedOff = isSignedOff(record) ? record : null;
  const since = useRows((db) => db.amendments.where('roundId').equals(round.id).toArray(), [round.id]);
  const amendments = signedOff ? amendmentsOf(signedOff, since ?? []) : [];
  const { themes, issues } = subjectsOf(view, assessment, decisions ?? [], standings);
  // Of a round that is not signed off there are no amendments to look at.
  const sights = SIGHTS.filter((one) => one !== 'amendments' || signedOff);
  const sight: Sight = sights.includes(wished) ? wished : 'now';
  const all = [...themes, ...issues];
  const decided = all.filter(({ decision }) => decision !== undefined);
  const monitored = decided.filter(
    ({ decision }) => decision?.level === 'monitor' || decision?.level === 'monitor-closely',
  );
  const remaining = all.filter(({ decision, suggestion }) => !decision && suggestion.level !== null);
  // A decision carries into the fiscal year that follows the round's.
  const fiscalYear = round.fiscalYear + 1;
  const yearOf = (value: number) =>
    view.convention ? fiscalYearLabel(value, view.convention, language) : String(value);
  const year = yearOf(fiscalYear);
  const { accept, remove } = useDecisionActs(round, fiscalYear);

  const shown = all.find(({ subject }) => subject.kind === open?.kind && subject.id === open?.id);
  return (
    <Page
      title={t('decisions.title')}
      description={t('decisions.description', { year })}
      actions={
        <>
          {sight === 'now' && remaining.length > 0 && (
            <Button
              variant={signedOff ? 'default' : 'filled'}
              leftSection={<IconChecks size={16} />}
              onClick={() => accept(remaining)}
            >
              {t('decisions.acceptAll')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconChartDots size={16} />}
            onClick={() => go(links.matrix(round.id))}
          >
            {t('assessment.matrix')}
          </Button>
          <ReportButton kind="materiality" subjectId={round.id} />
        </>
      }
      toolbar={
        <Group gap="sm">
          <RoundSelect rounds={view.rounds} value={round.id} onChange={(id) => go(placeOf(id, sight))} />
          <SegmentedControl
            size="xs"
            aria-label={t('decisions.view')}
            value={sight}
            onChange={(value) => go(placeOf(round.id, value as Sight))}
            data={sights.map((value) => ({
              value,
              label: t(`decisions.view.${value}`, { count: amendments.length }),
            }))}
          />
          <Text size="xs" c="dimmed">
            {t('decisions.counts', {
              decided: decided.length,
              all: all.length,
              monitored: monitored.length,
            })}
          </Text>
        </Group>
      }
    >
      {round.stage === 'closed' && (
        <SignedOffNote
          record={record ?? null}
          at={round.closedAt ?? undefined}
          by={record?.by ?? round.history.findLast(({ stage }) => stage === 'closed')?.by ?? ''}
          text={t(signedOff ? 'amendment.rule' : record ? 'round.signedOff.not' : 'round.closed.unrecorded')}
        />
      )}
      {sight === 'amendments' && signedOff && (
        <Amendments record={signedOff} amendments={amendments} view={view} yearOf={yearOf} />
      )}
      {sight === 'years' && <YearsView round={round} yearOf={yearOf} />}
      {sight === 'log' && <LogView round={round} rounds={view.rounds} />}
      {sight === 'now' && (
        <ToDecide
          themes={themes}
          issues={issues}
          round={round}
          onOpen={(one) => setOpen(one.subject)}
          onAccept={(one) => accept([one])}
          onRemove={remove}
        />
      )}
      {/* Not before decisions are read: the form begins with what stands. */}
      {shown && decisions && (
        <DecisionForm
          key={shown.subject.id}
          subject={shown}
          assessment={assessment}
          ratings={view.seen?.ratings ?? []}
          fiscalYear={fiscalYear}
          year={year}
          yearOf={yearOf}
          signedOff={signedOff !== null}
          onClose={() => {
            setOpen(null);
            focusOn(shown.subject);
          }}
        />
      )}
    </Page>
  );
}

interface ToDecideProps {
  readonly themes: readonly Subject[];
  readonly issues: readonly Subject[];
  readonly round: Round;
  readonly onOpen: (subject: Subject) => void;
  readonly onAccept: (subject: Subject) => void;
  readonly onRemove: (subject: Subject) => void;
}

/** What is to be decided now: themes, where there are any, and issues. */
function ToDecide({ themes, issues, round, onOpen, onAccept, onRemove }: ToDecideProps) {
  const { t } = useSpeech();
  const table = (subjects: readonly Subject[]) => (
    <SubjectTable
      subjects={subjects}
      thresholds={round.thresholds}
      onOpen={onOpen}
      onAccept={onAccept}
      onRemove={onRemove}
    />
  );
  return (
    <Stack gap="lg">
      {themes.length > 0 && (
        <section>
          <Title order={2} size="h4" mb={4}>
            {t('decisions.themes')}
          </Title>
          {table(themes)}
        </section>
      )}
      <section>
        <Title order={2} size="h4" mb={4}>
          {t('decisions.issues')}
        </Title>
        {table(issues)}
      </section>
    </Stack>
  );
}

function placeOf(roundId: IdOf<'rounds'>, sight: Sight): string {
  return `${links.decisions(roundId)}${sight === 'now' ? '' : `?view=${sight}`}`;
}
