import { Alert, Button, Checkbox, Group, Loader, Modal, Select, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { anchorAt } from '#shared/anchor/anchor.ts';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import { latestRound } from '#shared/assessment/assess-round.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import { overlap } from '#shared/coding/ranges.ts';
import { takeAsEvidence } from '#shared/edit/evidence.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Round } from '#shared/model/round.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { actor, commit, type ReadDb, undo, useNames, useRows } from '../store/index.ts';
import { named } from '../store/quotes.ts';
import { useAttempt } from '../ui/attempt.tsx';
import { AttributionBadge } from '../ui/attribution-badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSpeech } from '../ui/i18n.tsx';
import { go, links } from '../ui/links.ts';
import { notifyUndo } from '../ui/notify-undo.tsx';
import { QuoteBlock } from '../ui/quote-block.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';

export interface TakeAsEvidenceProps {
  /** The words, as a range of a turn; a passage is made of them where there is none. */
  readonly passage: TurnRange;
  readonly onClose: () => void;
}

/** Who took evidence last in a round, so that the next words go to the same rating. */
const lastAssessor = new Map<Id, Id>();

/** Lets a rating of an open round rest on words that were said. */
export function TakeAsEvidence({ passage, onClose }: TakeAsEvidenceProps) {
  const { t, language } = useSpeech();
  useReturnFocus();
  const { turnId, start, end } = passage;
  const read = useRows(
    (db) => readPlace(db, { turnId, start, end }, language),
    [turnId, start, end, language],
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('evidence.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {read === undefined ? (
        <Loader size="sm" m="md" />
      ) : read === null ? (
        <Text size="sm">{t('evidence.gone')}</Text>
      ) : read.latest === undefined ? (
        <NoRound closed={read.closed} onClose={onClose} />
      ) : (
        <Form place={{ ...read, latest: read.latest }} onClose={onClose} />
      )}
    </Modal>
  );
}

/** Nothing can rest on the words: there is no round that is open. */
function NoRound({ closed, onClose }: { closed: number; onClose: () => void }) {
  const { t } = useSpeech();
  const lead = (link: string) => {
    onClose();
    go(link);
  };
  return (
    <EmptyState
      icon={IconScale}
      title={t('evidence.noRound')}
      action={
        <Group gap="xs" justify="center">
          <Button onClick={() => lead(links.newRound())}>{t('evidence.noRound.begin')}</Button>
          {closed > 0 && (
            <Button variant="default" onClick={() => lead(links.rounds())}>
              {t('evidence.noRound.closed')}
            </Button>
          )}
        </Group>
      }
    >
      {t('evidence.noRound.text', { closed })}
    </EmptyState>
  );
}

function Form({ place, onClose }: { place: Place & { latest: Round }; onClose: () => void }) {
  const { t, local, day } = useSpeech();
  const attempt = useAttempt();
  const { rounds, nearIssueIds, codedIssueIds, issues, dialogue, anchor } = place;
  const [roundId, setRoundId] = useState<Id>(place.latest.id);
  const round = rounds.find(({ id }) => id === roundId) ?? place.latest;
  const [chosenIssueId, setIssueId] = useState<Id | null>(null);
  const [chosenAssessorId, setAssessorId] = useState<Id | null>(null);
  const [code, setCode] = useState(true);
  const [consider, setConsider] = useState(true);
  const [typed, setTyped] = useState('');
  const issueField = useRef<HTMLInputElement>(null);
  const assessorField = useRef<HTMLInputElement>(null);
  const act = useRef<HTMLButtonElement>(null);
  const inRound = issues.filter(({ id }) => round.issueIds.includes(id));
  const coded = inRound.filter(({ id }) => nearIssueIds.has(id));
  const others = inRound.filter(({ id }) => !nearIssueIds.has(id));
  const issue = inRound.find(({ id }) => id === chosenIssueId) ?? coded[0] ?? null;
  const assessor =
    panelOf(round).find(({ id }) => id === (chosenAssessorId ?? lastAssessor.get(round.id))) ??
    ownAssessor(round) ??
    null;
  const names = useNames({ round, seals: place.seals, ratings: place.ratingsOf(round.id), copy: place.copy });
  const isOpen = assessor !== null && names.accessOf(assessor.id) === 'open';
  const isCoded = issue !== null && codedIssueIds.has(issue.id);
  const considered = round.dialogueIds.includes(dialogue.id);
  const cited = issue !== null && isOpen && place.citedBy.has(`${round.id}/${issue.id}/${assessor.id}`);

  // The keyboard begins where something is still to be chosen.
  const begin = useRef(() => {
    const first = !issue ? issueField : !assessor ? assessorField : act;
    first.current?.focus();
  });
  useEffect(() => begin.current(), []);

  const take = () =>
    attempt(async () => {
      if (!issue || !assessor || !isOpen) return;
      names.noteAct(assessor.id);
      lastAssessor.set(round.id, assessor.id);
      const params = { issue: local(issue.name), assessor: assessor.name };
      await commit({ key: 'change.rating.evidence', params }, (draft) =>
        takeAsEvidence(
          draft,
          { roundId: round.id, issueId: issue.id, assessorId: assessor.id },
          place.selection,
          { code: !isCoded && code, consider: !considered && consider },
          { by: actor(), at: new Date().toISOString() },
        ),
      );
      onClose();
      notifyUndo({
        message: t('evidence.done', { ...params, round: round.name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  const choice = (one: Issue) => ({ value: one.id, label: local(one.name) });

  return (
    <Stack gap="sm" data-testid="take-as-evidence">
      <QuoteBlock
        quote={anchor.quote}
        lang={dialogue.language}
        lineClamp={5}
        source={
          <>
            <AttributionBadge attribution={place.attribution} />
            <Text span size="xs" c="dimmed">
              {[dialogue.title, day(dialogue.date)].filter(Boolean).join(' · ')}
            </Text>
          </>
        }
      />
      <Select
        label={t('evidence.round')}
        allowDeselect={false}
        data={rounds.map(({ id, name }) => ({ value: id, label: local(name) }))}
        value={round.id}
        onChange={(id) => id && setRoundId(id)}
      />
      <Select
        label={t('evidence.issue')}
        ref={issueField}
        searchable
        allowDeselect={false}
        placeholder={t('evidence.issue.placeholder')}
        nothingFoundMessage={t('desk.picker.none', { query: typed })}
        onSearchChange={setTyped}
        data={[
          ...(coded.length > 0 ? [{ group: t('evidence.issue.coded'), items: coded.map(choice) }] : []),
          { group: t('evidence.issue.others'), items: others.map(choice) },
        ]}
        // By letters of a name or synonym in any language, as the picker of codings does.
        filter={({ options, search }) => {
          const fitting = new Set(matchIssues(inRound, search).map(({ issue: { id } }) => id));
          const whole = issue !== null && search === local(issue.name);
          return options.map((option) =>
            'group' in option
              ? { ...option, items: option.items.filter(({ value }) => whole || fitting.has(value)) }
              : option,
          );
        }}
        value={issue?.id ?? null}
        onChange={setIssueId}
      />
      <Select
        label={t('evidence.assessor')}
        ref={assessorField}
        allowDeselect={false}
        placeholder={t('evidence.assessor.placeholder')}
        data={panelOf(round).map(({ id, name }) => ({ value: id, label: name }))}
        value={assessor?.id ?? null}
        onChange={setAssessorId}
        error={assessor && !isOpen && t('evidence.locked', { name: assessor.name })}
      />
      {issue && !isCoded && (
        <Checkbox
          size="sm"
          label={t('evidence.code', { issue: local(issue.name) })}
          description={t('evidence.code.hint')}
          checked={code}
          onChange={(event) => setCode(event.currentTarget.checked)}
        />
      )}
      {!considered && (
        <Checkbox
          size="sm"
          label={t('evidence.consider', { dialogue: dialogue.title })}
          description={t('evidence.consider.hint')}
          checked={consider}
          onChange={(event) => setConsider(event.currentTarget.checked)}
        />
      )}
      {cited && (
        <Alert py={6} color="gray" role="status">
          {t('evidence.cited')}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button ref={act} disabled={!issue || !isOpen || cited} onClick={() => void take()}>
          {t('evidence.take')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Who works, where they are among the assessors; the only one there is. Nobody else's rating is chosen unasked. */
function ownAssessor({ assessors }: Round): Round['assessors'][number] | undefined {
  const folded = (name: string) => name.trim().normalize('NFKC').toLowerCase();
  const me = folded(actor());
  return (
    assessors.find(({ name }) => folded(name) === me) ?? (assessors.length === 1 ? assessors[0] : undefined)
  );
}

type Place = NonNullable<Awaited<ReturnType<typeof readPlace>>>;

/** All that the form asks of the workspace; null = the words are not there any more. */
async function readPlace(db: ReadDb, selection: TurnRange, language: string) {
  const turn = await db.turns.get(selection.turnId);
  const anchor = turn && anchorAt(turn.text, selection.start, selection.end);
  const dialogue = turn && (await db.dialogues.get(turn.dialogueId));
  if (!turn || !anchor || !dialogue) return null;
  const [rounds, issues, passages, participant] = await Promise.all([
    db.rounds.toArray(),
    db.issues.toArray(),
    db.passages.where('turnId').equals(turn.id).toArray(),
    turn.participantId ? db.participants.get(turn.participantId) : undefined,
  ]);
  const [speaker] = participant ? await named(db, [participant], language) : [];
  const over = passages.filter((one) => one.state === 'anchored' && overlap(one, anchor));
  const here = over.find(({ start, end }) => start === anchor.start && end === anchor.end);
  const overIds = over.map(({ id }) => id);
  const bearing = await issuesOn(db, overIds);
  const open = rounds.filter(({ stage }) => stage !== 'closed');
  const ratings = await db.ratings
    .where('roundId')
    .anyOf(open.map(({ id }) => id))
    .toArray();
  const citing = ratings.filter(({ evidence }) => here && evidence.passageIds.includes(here.id));
  const workspace = await db.workspace.toCollection().first();
  return {
    selection,
    anchor,
    dialogue,
    attribution: attributionOf(dialogue, speaker, here),
    rounds: open.sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1)),
    latest: latestRound(open),
    closed: rounds.length - open.length,
    seals: await db.seals.toArray(),
    ratingsOf: (roundId: Id) => ratings.filter((one) => one.roundId === roundId),
    copy: workspace?.copy && 'assessorId' in workspace.copy ? workspace.copy : null,
    issues: issues.sort((a, b) => a.category.localeCompare(b.category) || a.order - b.order),
    /** What some of the words are coded or advised to. */
    nearIssueIds: bearing,
    /** What exactly these words stand among the evidence of already. */
    codedIssueIds: here ? await issuesOn(db, [here.id]) : new Set<Id>(),
    citedBy: new Set(citing.map((one) => `${one.roundId}/${one.issueId}/${one.assessorId}`)),
  };
}

async function issuesOn(db: ReadDb, passageIds: readonly IdOf<'passages'>[]): Promise<ReadonlySet<Id>> {
  const [codings, advice] = await Promise.all([
    db.codings.where('passageId').anyOf(passageIds).toArray(),
    db.advice.where('passageIds').anyOf(passageIds).toArray(),
  ]);
  return new Set([
    ...activeCodings(codings).map(({ issueId }) => issueId),
    ...advice.flatMap(({ issueIds }) => issueIds),
  ]);
}
