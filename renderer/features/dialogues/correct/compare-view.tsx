import { Alert, Badge, Button, Group, List, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFileImport, IconReplace } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type Replacement, reimportDialogue, type TurnPair } from '#shared/edit/reimport.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { call } from '../../../platform/bridge.ts';
import { useObservable } from '../../../platform/observable.ts';
import { commit, undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { LongList } from '../../../ui/long-list.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { Page } from '../../../ui/page.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { matchReimportInWorker } from '../../../workers/import/client.ts';
import type { Preview } from '../import/queue-state.ts';
import { corrected, endCorrection, importState } from '../import/session.ts';
import { Doubts } from './doubts.tsx';
import { Quoted } from './quoted.tsx';
import { type DialogueText, useDialogueText } from './use-dialogue-text.ts';
import { useTellRelocation } from './use-tell-relocation.ts';
import { WordChange } from './word-change.tsx';

/** A corrected file beside the text that it is to replace: what changes, and what becomes of what is marked. */
export function CompareView({ dialogueId }: { dialogueId: IdOf<'dialogues'> }) {
  const { t } = useSpeech();
  const text = useDialogueText(dialogueId);
  const state = useObservable(importState);
  const over = useObservable(corrected);
  if (state.step !== 'preview' || over !== dialogueId || text === null) {
    return (
      <Page title={t('correct.compare.title')}>
        <EmptyState
          icon={IconFileImport}
          title={t('correct.compare.title')}
          action={
            <Button variant="default" onClick={() => go(links.dialogue(dialogueId))}>
              {t('correct.review.empty.back')}
            </Button>
          }
        >
          {t('correct.compare.nothing')}
        </EmptyState>
      </Page>
    );
  }
  if (text === undefined) return <Loader m="xl" aria-label={t('correct.compare.working')} />;
  return <Comparison text={text} preview={state} />;
}

/** What the file does to the dialogue as it is now, worked out beside the window; undefined while it is. */
function useReplacement(text: DialogueText, result: ReadResult): Replacement | undefined {
  const attempt = useAttempt();
  const [replacement, setReplacement] = useState<Replacement | undefined>(undefined);
  const { turns, participants, passages } = text;
  useEffect(() => {
    const abort = new AbortController();
    setReplacement(undefined);
    void attempt(async () => {
      try {
        setReplacement(await matchReimportInWorker({ turns, participants, passages }, result, abort.signal));
      } catch (thrown) {
        if (!abort.signal.aborted) throw thrown;
      }
    });
    return () => abort.abort();
  }, [attempt, turns, participants, passages, result]);
  return replacement;
}

function Comparison({ text, preview }: { text: DialogueText; preview: Preview }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { dialogue } = text;
  const { result, file } = preview;
  const replacement = useReplacement(text, result);
  const tell = useTellRelocation(dialogue.id);
  const [storing, setStoring] = useState(false);

  const replace = () => {
    if (!replacement || storing) return;
    setStoring(true);
    void attempt(async () => {
      const { sha256 } = await call('file.put', { bytes: file.bytes });
      const source = { name: file.name, sha256, size: file.bytes.length };
      await commit({ key: 'change.dialogue.reimport', params: { title: dialogue.title } }, (draft) =>
        reimportDialogue(draft, dialogue.id, replacement, { result, source }),
      );
      if (!endCorrection()) go(links.dialogue(dialogue.id));
      notifyUndo({
        message: t('correct.compare.done', { title: dialogue.title }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
      tell([{ ...replacement, changed: [] }]);
    }).finally(() => setStoring(false));
  };

  return (
    <Page
      fill
      title={t('correct.import.title', { title: dialogue.title })}
      above={<BackLink to={links.importDialogue()}>{t('correct.compare.back')}</BackLink>}
      description={replacement ? <Summary file={file.name} turns={replacement.turns} /> : file.name}
      actions={
        <Button
          leftSection={<IconReplace size={16} />}
          disabled={!replacement}
          loading={storing}
          onClick={replace}
          data-testid="compare-replace"
        >
          {t('correct.compare.replace')}
        </Button>
      }
    >
      {replacement ? (
        <SplitPane
          sideLabel={t('correct.compare.passages')}
          sideWidth={400}
          side={
            <Stack gap="lg" p="sm">
              <Passages replacement={replacement} lang={dialogue.language || undefined} />
              <Speakers replacement={replacement} result={result} />
            </Stack>
          }
        >
          <Turns replacement={replacement} text={text} />
        </SplitPane>
      ) : (
        <Group justify="center" mt="xl">
          <Loader aria-hidden />
          <Text role="status">{t('correct.compare.working')}</Text>
        </Group>
      )}
    </Page>
  );
}

function hasChanged({ before, after }: TurnPair): boolean {
  return (
    !before ||
    !after ||
    before.text !== after.text ||
    before.participantId !== after.participantId ||
    before.kind !== after.kind ||
    before.heading !== after.heading
  );
}

function Summary({ file, turns }: { file: string; turns: readonly TurnPair[] }) {
  const { t } = useSpeech();
  const both = turns.filter(({ before, after }) => before && after);
  const changed = both.filter(hasChanged).length;
  return (
    <Text span size="sm" data-testid="compare-summary">
      {file} ·{' '}
      {t('correct.compare.summary', {
        same: both.length - changed,
        changed,
        added: turns.filter(({ before }) => !before).length,
        gone: turns.filter(({ after }) => !after).length,
      })}
    </Text>
  );
}

function Turns({ replacement, text }: { replacement: Replacement; text: DialogueText }) {
  const { t } = useSpeech();
  const pairs = replacement.turns.filter(hasChanged);
  const nameOf = (id: Id | null) =>
    text.nameOf(id ?? '') ??
    [...replacement.speakers].find(([, speaker]) => speaker.id === id)?.[0] ??
    t('common.unknownSpeaker');
  const lang = text.dialogue.language || undefined;
  return (
    <Stack gap="xs" p="xs" h="100%" style={{ overflowY: 'auto' }}>
      <Title order={2} size="h5">
        {t('correct.compare.turns')}
      </Title>
      {pairs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('correct.compare.turns.none')}
        </Text>
      )}
      <LongList items={pairs} keyOf={({ before, after }) => (after ?? before)?.id ?? ''} estimate={110}>
        {({ before, after }) => (
          <Paper withBorder p="xs" mb={2} data-testid="compare-turn">
            <Group gap={8} mb={4}>
              <Text size="xs" c="dimmed">
                {before && after && before.participantId !== after.participantId
                  ? `${nameOf(before.participantId)} → ${nameOf(after.participantId)}`
                  : nameOf((after ?? before)?.participantId ?? null)}
              </Text>
              {!before && (
                <Badge size="xs" variant="light" color="teal">
                  {t('correct.compare.added')}
                </Badge>
              )}
              {!after && (
                <Badge size="xs" variant="light" color="red">
                  {t('correct.compare.gone')}
                </Badge>
              )}
            </Group>
            <WordChange before={before?.text ?? ''} after={after?.text ?? ''} lang={lang} />
          </Paper>
        )}
      </LongList>
    </Stack>
  );
}

/** Passages listed at once; more are counted. */
const LISTED = 40;

function Passages({ replacement, lang }: { replacement: Replacement; lang: string | undefined }) {
  const { t } = useSpeech();
  const { kept, changed, unsure, doubts } = replacement;
  const none = kept + changed.length + unsure.length === 0;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('correct.compare.passages')}
      </Title>
      <Text size="sm" data-testid="compare-kept">
        {none ? t('correct.compare.noPassages') : t('correct.compare.kept', { count: kept })}
      </Text>
      {changed.length > 0 && (
        <>
          <Text size="sm">{t('correct.compare.changed', { count: changed.length })}</Text>
          {changed.slice(0, LISTED).map(({ before, after }) => (
            <Paper key={after.id} withBorder p="xs">
              <WordChange before={before.quote} after={after.quote} lang={lang} />
            </Paper>
          ))}
        </>
      )}
      {unsure.length > 0 && (
        <>
          <Alert color="orange" icon={<IconAlertTriangle />} py="xs" data-testid="compare-unsure">
            {t('correct.compare.unsure', { count: unsure.length })}
          </Alert>
          {unsure.slice(0, LISTED).map((passage) => (
            <Paper key={passage.id} withBorder p="xs">
              <Quoted {...passage} lang={lang} />
              <Doubts doubts={doubts.get(passage.id) ?? []} />
            </Paper>
          ))}
        </>
      )}
    </Stack>
  );
}

function Speakers({ replacement, result }: { replacement: Replacement; result: ReadResult }) {
  const { t } = useSpeech();
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('correct.compare.speakers')}
      </Title>
      <List size="sm" spacing={4}>
        {result.participants.map(({ label }) => {
          const known = replacement.speakers.get(label)?.known;
          return (
            <List.Item key={label}>
              {known
                ? t('correct.compare.speaker.known', { label, name: known.name })
                : t('correct.compare.speaker.new', { label })}
            </List.Item>
          );
        })}
        {replacement.gone.map(({ id, name }) => (
          <List.Item key={id}>{t('correct.compare.speaker.gone', { name })}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
