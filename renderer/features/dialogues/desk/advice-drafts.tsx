import { Button, Group, Paper, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import type { IdOf } from '#shared/model/id.ts';
import { draftsOnDisk, keepDraft } from '../../../platform/drafts.ts';
import { useObservable } from '../../../platform/observable.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { type AdviceDraft, adviceDraftKey, adviceDraftsOf } from './advice-draft.ts';
import { type DeskText, turnOf } from './state.ts';
import type { Desk } from './use-machine.ts';

export interface AdviceDraftsProps {
  readonly desk: Desk;
  readonly dialogueId: IdOf<'dialogues'>;
  readonly text: DeskText;
}

/** Advice that was begun in this dialogue and not recorded yet, each with the words that it is of. */
export function AdviceDrafts({ desk, dialogueId, text }: AdviceDraftsProps) {
  const { t } = useSpeech();
  const prefix = adviceDraftsOf(dialogueId);
  const drafts = Object.entries(useObservable(draftsOnDisk))
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, draft]) => ({ key, draft: draft as unknown as AdviceDraft }));
  const goOn = (key: string, draft: AdviceDraft) => {
    const words = wordsOf(text, draft);
    if (!words) return;
    const moved = adviceDraftKey(dialogueId, words);
    if (moved !== key) {
      keepDraft(moved, { ...draft, words: { ...words } });
      keepDraft(key, null);
    }
    desk.send({ type: 'point', selection: words, caret: null });
    desk.send({ type: 'show', turnId: words.turnId, align: 'auto' });
    desk.send({ type: 'open-form', kind: 'advice' });
  };
  return drafts.map(({ key, draft }) => (
    <Paper key={key} withBorder p="xs" mb="xs" data-testid="advice-draft">
      <Text size="sm" fw={500}>
        {t('desk.advice.draft')}
      </Text>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {draft.quote}
      </Text>
      {draft.restatement !== '' && (
        <Text size="sm" lineClamp={2}>
          {draft.restatement}
        </Text>
      )}
      <Group gap="xs" mt={4}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPencil size={12} />}
          disabled={wordsOf(text, draft) === null}
          onClick={() => goOn(key, draft)}
        >
          {t('desk.advice.draft.goOn')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => keepDraft(key, null)}>
          {t('draft.discard')}
        </Button>
      </Group>
    </Paper>
  ));
}

/** Where the words of a draft are now: in their place, elsewhere in their turn, else the whole turn; null = gone. */
function wordsOf(text: DeskText, { words, quote }: AdviceDraft): TurnRange | null {
  const turn = turnOf(text, words.turnId);
  if (!turn) return null;
  if (turn.text.slice(words.start, words.end) === quote) return words;
  const start = turn.text.indexOf(quote);
  return start >= 0
    ? { turnId: turn.id, start, end: start + quote.length }
    : { turnId: turn.id, start: 0, end: turn.text.length };
}
