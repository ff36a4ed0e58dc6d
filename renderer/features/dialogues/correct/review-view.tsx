import { Badge, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconBulb, IconChecks, IconListCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type Doubt, doubtsOf, rememberedWords, speakersOf } from '#shared/anchor/doubts.ts';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import { type CertainPassage, LastCertain } from '#shared/edit/last-certain.ts';
import {
  keepPassage,
  placePassage,
  removePassage,
  type Suggestion,
  suggestionFor,
} from '#shared/edit/review.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Passage } from '#shared/model/turn.ts';
import { commit, undo, useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssueBadge } from '../../../ui/issue-badge.tsx';
import { go, links } from '../../../ui/links.ts';
import { LongList } from '../../../ui/long-list.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { Page } from '../../../ui/page.tsx';
import { ChooseWords } from './choose-words.tsx';
import classes from './correct.module.css';
import { Doubts } from './doubts.tsx';
import { InText, Quoted } from './quoted.tsx';
import { type DialogueText, useDialogueText } from './use-dialogue-text.ts';

/** From this score on a suggested place may be accepted together with others. */
const LIKELY = 0.75;

interface Waiting {
  readonly passage: Passage;
  readonly suggestion: Suggestion | null;
  /** As it was when it was certain last; undefined where the log does not tell, or is not read yet. */
  readonly certain?: CertainPassage | undefined;
  /** Why it would not be certain at the suggested place. */
  readonly doubts: readonly Doubt[];
}

/** Marked passages whose words the text no longer says for certain: each is put in its place by a person. */
export function ReviewView({ dialogueId }: { dialogueId: IdOf<'dialogues'> }) {
  const { t } = useSpeech();
  const text = useDialogueText(dialogueId);
  if (text === undefined) return <Loader m="xl" aria-label={t('correct.review.title')} />;
  if (text === null) {
    return (
      <Page title={t('correct.review.title')}>
        <EmptyState icon={IconListCheck} title={t('dialogues.title')}>
          {t('desk.missing')}
        </EmptyState>
      </Page>
    );
  }
  return <ReviewList text={text} />;
}

function ReviewList({ text }: { text: DialogueText }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { dialogue, turns, passages } = text;
  const [choosing, setChoosing] = useState<Waiting | null>(null);
  const certain = useLastCertain(text);
  const waiting = useMemo(
    () =>
      inOrder(text, 'unsure').map((passage): Waiting => {
        const suggestion = suggestionFor(passage, turns);
        const was = certain?.get(passage.id);
        return { passage, suggestion, certain: was, doubts: doubtsAt(passage, suggestion, was, text) };
      }),
    [text, turns, certain],
  );
  const kept = useMemo(() => inOrder(text, 'kept'), [text]);
  // What somebody else says, or what may say the contrary now, is looked at one by one.
  const likely = waiting.filter(
    ({ suggestion, doubts }) => (suggestion?.score ?? 0) >= LIKELY && certain && doubts.length === 0,
  );
  const marks = useMarksOf(dialogue.id, passages);

  const place = (passage: Passage, selection: TurnRange) =>
    void attempt(async () => {
      await commit({ key: 'change.passage.place' }, (draft) => placePassage(draft, passage.id, selection));
      setChoosing(null);
    });
  const placeAll = () =>
    void attempt(() =>
      commit({ key: 'change.passage.placeAll', params: { count: likely.length } }, async (draft) => {
        for (const { passage, suggestion } of likely)
          if (suggestion) await placePassage(draft, passage.id, suggestion);
      }),
    );
  const tell = (message: string) =>
    notifyUndo({ message, undoLabel: t('common.undo'), undo: () => attempt(undo) });
  const keep = (passage: Passage) =>
    void attempt(async () => {
      await commit({ key: 'change.passage.keep' }, (draft) => keepPassage(draft, passage.id));
      tell(t('correct.review.kept'));
    });
  const remove = (passage: Passage) =>
    void attempt(async () => {
      await commit({ key: 'change.passage.remove' }, (draft) => removePassage(draft, passage.id));
      tell(t('correct.review.removed'));
    });

  return (
    <Page
      title={t('correct.review.title')}
      above={<BackLink to={links.dialogue(dialogue.id)}>{dialogue.title}</BackLink>}
      description={waiting.length > 0 ? t('correct.review.hint') : undefined}
      actions={
        likely.length > 0 && (
          <Button leftSection={<IconChecks size={16} />} onClick={placeAll} data-testid="review-accept-all">
            {t('correct.review.acceptAll', { count: likely.length })}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {waiting.length === 0 && (
          <EmptyState
            icon={IconListCheck}
            title={t('correct.review.empty.title')}
            action={
              <Button variant="default" onClick={() => go(links.dialogue(dialogue.id))}>
                {t('correct.review.empty.back')}
              </Button>
            }
          >
            {t('correct.review.empty.text')}
          </EmptyState>
        )}
        <LongList items={waiting} keyOf={({ passage }) => passage.id} estimate={220}>
          {(one) => (
            <ReviewItem
              waiting={one}
              text={text}
              marks={marks}
              onPlace={(selection) => place(one.passage, selection)}
              onChoose={() => setChoosing(one)}
              onKeep={() => keep(one.passage)}
              onRemove={() => remove(one.passage)}
            />
          )}
        </LongList>
        {kept.length > 0 && (
          <Stack gap="xs" mt="md">
            <Title order={2} size="h5">
              {t('correct.review.keptList', { count: kept.length })}
            </Title>
            {kept.map((passage) => (
              <Paper key={passage.id} withBorder p="sm">
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <Quoted {...passage} lang={dialogue.language || undefined} />
                  <Button
                    size="compact-sm"
                    variant="default"
                    style={{ flexShrink: 0 }}
                    onClick={() =>
                      setChoosing({ passage, suggestion: suggestionFor(passage, turns), doubts: [] })
                    }
                  >
                    {t('correct.review.choose')}
                  </Button>
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Stack>
      {choosing && (
        <ChooseWords
          passage={choosing.passage}
          text={text}
          suggested={choosing.suggestion}
          onChoose={(selection) => place(choosing.passage, selection)}
          onClose={() => setChoosing(null)}
        />
      )}
    </Page>
  );
}

function ReviewItem({
  waiting: { passage, suggestion, certain, doubts },
  text,
  marks,
  onPlace,
  onChoose,
  onKeep,
  onRemove,
}: {
  waiting: Waiting;
  text: DialogueText;
  marks: MarksOfPassages;
  onPlace: (selection: TurnRange) => void;
  onChoose: () => void;
  onKeep: () => void;
  onRemove: () => void;
}) {
  const { t } = useSpeech();
  const lang = text.dialogue.language || undefined;
  const was = certain?.passage ?? passage;
  const old =
    text.turns.find(({ id }) => id === was.turnId) ?? text.turns.find(({ id }) => id === passage.turnId);
  const turn = text.turns.find(({ id }) => id === suggestion?.turnId);
  const { issues, advice } = marks.of(passage.id);
  const placeOf = (one: typeof old) =>
    t('correct.review.oldPlace', { speaker: text.speakerOf(one), number: one ? text.numberOf(one.id) : 0 });
  return (
    <Paper withBorder p="md" data-testid="review-item">
      <Group gap={8} mb="sm">
        {issues.map((issue) => (
          <IssueBadge key={issue.id} issue={issue} onClick={() => go(links.issue(issue.id))} />
        ))}
        {advice.map((one) => (
          <Badge
            key={one.id}
            size="sm"
            variant="light"
            leftSection={<IconBulb size={12} />}
            title={one.restatement}
          >
            {t(`adviceKind.${one.kind}`)}
          </Badge>
        ))}
      </Group>
      <div className={classes.columns}>
        <div>
          <Text size="xs" c="dimmed" mb={4}>
            {t('correct.review.old')} · {certain?.speaker?.name ?? placeOf(old)}
          </Text>
          <Quoted before={was.before} quote={was.quote} after={was.after} lang={lang} />
        </div>
        <div>
          <Group gap={8} mb={4}>
            <Text size="xs" c="dimmed">
              {t('correct.review.new')}
              {turn ? ` · ${placeOf(turn)}` : ''}
            </Text>
            {suggestion && (
              <Badge size="xs" variant="light" color={suggestion.score >= LIKELY ? 'teal' : 'gray'}>
                {t('correct.review.score', { score: suggestion.score })}
              </Badge>
            )}
          </Group>
          {suggestion && turn ? (
            <InText text={turn.text} start={suggestion.start} end={suggestion.end} lang={lang} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('correct.review.none')}
            </Text>
          )}
        </div>
      </div>
      <Doubts doubts={suggestion ? doubts : [{ kind: 'words', from: '', to: '' }]} />
      <Group gap="xs" mt="md">
        {suggestion && (
          <Button size="xs" onClick={() => onPlace(suggestion)}>
            {t('correct.review.accept')}
          </Button>
        )}
        <Button size="xs" variant={suggestion ? 'default' : 'filled'} onClick={onChoose}>
          {t('correct.review.choose')}
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          {t('correct.review.keep')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => go(links.turn(passage.dialogueId, turn?.id ?? passage.turnId))}
        >
          {t('correct.review.show')}
        </Button>
        <Button size="xs" variant="subtle" color="red" onClick={onRemove}>
          {t('correct.review.remove')}
        </Button>
      </Group>
    </Paper>
  );
}

/** What the log tells of the passages that wait: as they were when they were certain last. */
function useLastCertain({ passages, turns, participants }: DialogueText) {
  return useRows(
    async ({ journal }) => {
      const waiting = passages.filter(({ state }) => state === 'unsure');
      const log = new LastCertain(waiting, { turns, participants });
      if (!log.done)
        await journal
          .orderBy('seq')
          .reverse()
          .until(() => log.done)
          .each((entry) => log.back(entry));
      return log.found;
    },
    [passages, turns, participants],
  );
}

function doubtsAt(
  passage: Passage,
  suggestion: Suggestion | null,
  certain: CertainPassage | undefined,
  { turns, participants }: DialogueText,
): Doubt[] {
  const turn = turns.find(({ id }) => id === suggestion?.turnId);
  if (!suggestion || !turn) return [];
  const who = speakersOf(participants);
  const home = turns.find(({ id }) => id === passage.turnId);
  const was = certain ?? { ...rememberedWords(passage), speaker: who(home?.participantId ?? null) };
  const { start, end } = suggestion;
  return doubtsOf(was, { text: turn.text, start, end, speaker: who(turn.participantId) });
}

/** Passages of a state in the order of the text. */
function inOrder({ passages, numberOf }: DialogueText, state: Passage['state']): Passage[] {
  return passages
    .filter((passage) => passage.state === state)
    .sort((a, b) => numberOf(a.turnId) - numberOf(b.turnId) || a.start - b.start);
}

interface MarksOfPassages {
  readonly of: (passageId: IdOf<'passages'>) => {
    readonly issues: readonly Issue[];
    readonly advice: readonly Advice[];
  };
}

/** What hangs on passages: issues they are coded to, and advice heard in them. */
function useMarksOf(dialogueId: IdOf<'dialogues'>, passages: readonly Passage[]): MarksOfPassages {
  const rows = useRows(
    async (db) => ({
      codings: await db.codings.where('dialogueId').equals(dialogueId).toArray(),
      advice: await db.advice.where('dialogueId').equals(dialogueId).toArray(),
      issues: new Map((await db.issues.toArray()).map((issue) => [issue.id, issue])),
    }),
    [dialogueId],
  );
  return useMemo(() => {
    const known = new Set(passages.map(({ id }) => id));
    return {
      of: (passageId) => {
        if (!rows || !known.has(passageId)) return { issues: [], advice: [] };
        const issueIds = new Set(
          rows.codings.filter((one) => one.passageId === passageId).map(({ issueId }) => issueId),
        );
        return {
          issues: [...issueIds].flatMap((id) => rows.issues.get(id) ?? []),
          advice: rows.advice.filter((one) => one.passageIds.includes(passageId)),
        };
      },
    };
  }, [rows, passages]);
}
