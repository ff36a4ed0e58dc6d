import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Loader,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconCheck, IconPlus, IconTrash, IconVocabulary } from '@tabler/icons-react';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import {
  applyCorrections,
  findHits,
  type Hit,
  keepCorrection,
  removeCorrection,
} from '#shared/edit/glossary.ts';
import type { Correction } from '#shared/model/glossary.ts';
import type { IdOf } from '#shared/model/id.ts';
import { commit, undo, useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { links } from '../../../ui/links.ts';
import { LongList } from '../../../ui/long-list.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { Page } from '../../../ui/page.tsx';
import { SavedText } from '../../../ui/saved-text.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { InText } from './quoted.tsx';
import { type DialogueText, useDialogueText } from './use-dialogue-text.ts';
import { useTellRelocation } from './use-tell-relocation.ts';

/** The workspace's glossary, and where its terms stand in one dialogue: nothing changes before a person says so. */
export function GlossaryView({ dialogueId }: { dialogueId: IdOf<'dialogues'> }) {
  const { t } = useSpeech();
  const text = useDialogueText(dialogueId);
  const glossary = useRows((db) => db.glossary.orderBy('wrong').toArray(), []);
  if (text === undefined || !glossary) return <Loader m="xl" aria-label={t('correct.glossary.title')} />;
  if (text === null) {
    return (
      <Page title={t('correct.glossary.title')}>
        <EmptyState icon={IconVocabulary} title={t('dialogues.title')}>
          {t('desk.missing')}
        </EmptyState>
      </Page>
    );
  }
  return <Glossary text={text} glossary={glossary} />;
}

function keyOf({ turnId, start }: Hit): string {
  return `${turnId}/${start}`;
}

function Glossary({ text, glossary }: { text: DialogueText; glossary: readonly Correction[] }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const tell = useTellRelocation(text.dialogue.id);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const hits = useMemo(() => findHits(text.turns, glossary), [text.turns, glossary]);
  const chosen = hits.filter((hit) => !left.has(keyOf(hit)));
  const byTerm = useMemo(
    () =>
      glossary.flatMap((correction) => {
        const own = hits.filter((hit) => hit.correction.id === correction.id);
        return own.length > 0 ? [{ correction, hits: own }] : [];
      }),
    [glossary, hits],
  );
  const tick = (ticked: boolean, some: readonly Hit[]) => {
    const next = new Set(left);
    for (const hit of some) {
      if (ticked) next.delete(keyOf(hit));
      else next.add(keyOf(hit));
    }
    setLeft(next);
  };
  const apply = () =>
    void attempt(async () => {
      const count = chosen.length;
      const relocation = await commit({ key: 'change.glossary.apply', params: { count } }, (draft) =>
        applyCorrections(draft, text.dialogue.id, chosen),
      );
      setLeft(new Set());
      tell([relocation]);
      notifyUndo({
        message: t('correct.glossary.applied', { count }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return (
    <Page
      fill
      title={t('correct.glossary.title')}
      above={<BackLink to={links.dialogue(text.dialogue.id)}>{text.dialogue.title}</BackLink>}
      description={t('correct.glossary.hint')}
      actions={
        <Button
          leftSection={<IconCheck size={16} />}
          disabled={chosen.length === 0}
          onClick={apply}
          data-testid="glossary-apply"
        >
          {t('correct.glossary.apply', { count: chosen.length })}
        </Button>
      }
    >
      <SplitPane sideLabel={t('correct.glossary.terms')} sideWidth={420} side={<Terms glossary={glossary} />}>
        <Stack gap="lg" p="xs" h="100%" style={{ overflowY: 'auto' }}>
          <Title order={2} size="h5">
            {t('correct.glossary.hits')}
          </Title>
          {byTerm.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('correct.glossary.hits.none')}
            </Text>
          )}
          {byTerm.map(({ correction, hits: own }) => {
            const ticked = own.filter((hit) => !left.has(keyOf(hit))).length;
            return (
              <Stack key={correction.id} gap="xs">
                <Checkbox
                  fw={600}
                  label={t('correct.glossary.hits.of', {
                    wrong: correction.wrong,
                    right: correction.right,
                    count: own.length,
                  })}
                  checked={ticked === own.length}
                  indeterminate={ticked > 0 && ticked < own.length}
                  onChange={(event) => tick(event.currentTarget.checked, own)}
                />
                <LongList items={own} keyOf={keyOf} estimate={72}>
                  {(hit) => (
                    <HitRow
                      hit={hit}
                      text={text}
                      checked={!left.has(keyOf(hit))}
                      onCheck={(checked) => tick(checked, [hit])}
                    />
                  )}
                </LongList>
              </Stack>
            );
          })}
        </Stack>
      </SplitPane>
    </Page>
  );
}

function HitRow({
  hit,
  text,
  checked,
  onCheck,
}: {
  hit: Hit;
  text: DialogueText;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}) {
  const { t } = useSpeech();
  const turn = text.turns.find(({ id }) => id === hit.turnId);
  if (!turn) return null;
  const speaker = text.speakerOf(turn);
  return (
    <Paper withBorder p="xs" data-testid="glossary-hit">
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Checkbox
          aria-label={t('correct.glossary.hit', { speaker })}
          checked={checked}
          onChange={(event) => onCheck(event.currentTarget.checked)}
        />
        <div>
          <Text size="xs" c="dimmed">
            {t('correct.review.oldPlace', { speaker, number: text.numberOf(turn.id) })}
          </Text>
          <InText
            text={turn.text}
            start={hit.start}
            end={hit.end}
            lang={text.dialogue.language || undefined}
          />
        </div>
      </Group>
    </Paper>
  );
}

function Terms({ glossary }: { glossary: readonly Correction[] }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const draft = useDraft<{ readonly wrong: string; readonly right: string }>('glossary-term', {
    wrong: '',
    right: '',
  });
  const { wrong, right } = draft.value;
  const first = useRef<HTMLInputElement>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await commit({ key: 'change.glossary.add', params: { wrong: wrong.trim() } }, (change) =>
        keepCorrection(change, { wrong: wrong.trim(), right: right.trim(), note: '' }),
      );
      draft.discard();
      first.current?.focus();
    });
  };
  const edit = (correction: Correction, fields: Partial<Omit<Correction, 'id'>>) =>
    void attempt(() =>
      commit({ key: 'change.glossary.edit', params: { wrong: correction.wrong } }, (draft) => {
        const { id, ...rest } = { ...correction, ...fields };
        return keepCorrection(draft, rest, id);
      }),
    );
  const remove = (correction: Correction) =>
    void attempt(() =>
      commit({ key: 'change.glossary.remove', params: { wrong: correction.wrong } }, (draft) =>
        removeCorrection(draft, correction.id),
      ),
    );
  return (
    <Stack p="sm" gap="md">
      <form onSubmit={add}>
        <Stack gap="xs">
          <Group grow align="flex-start" gap="xs">
            <TextInput
              ref={first}
              label={t('correct.glossary.wrong')}
              value={wrong}
              onChange={(event) => draft.change({ wrong: event.currentTarget.value })}
            />
            <TextInput
              label={t('correct.glossary.right')}
              value={right}
              onChange={(event) => draft.change({ right: event.currentTarget.value })}
            />
          </Group>
          <Button
            type="submit"
            variant="light"
            size="xs"
            leftSection={<IconPlus size={14} />}
            disabled={wrong.trim() === ''}
          >
            {t('correct.glossary.add')}
          </Button>
        </Stack>
      </form>
      {glossary.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('correct.glossary.none')}
        </Text>
      )}
      {glossary.map((correction) => (
        <Paper key={correction.id} withBorder p="xs" data-testid="glossary-term">
          <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <del>{correction.wrong}</del> → <strong>{correction.right}</strong>
            </Text>
            <Tooltip label={t('correct.glossary.remove', { wrong: correction.wrong })}>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('correct.glossary.remove', { wrong: correction.wrong })}
                onClick={() => remove(correction)}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Tooltip>
          </Group>
          <Group grow gap="xs" mt={6} align="flex-start">
            <SavedText
              label={t('correct.glossary.right')}
              value={correction.right}
              onSave={(value) => edit(correction, { right: value })}
            />
            <SavedText
              label={t('correct.glossary.note')}
              value={correction.note}
              onSave={(note) => edit(correction, { note })}
            />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
