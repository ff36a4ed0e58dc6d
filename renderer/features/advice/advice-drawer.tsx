import { ActionIcon, Button, Drawer, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type AdviceDetails, updateAdvice } from '#shared/edit/advice.ts';
import { removeAdvice } from '#shared/edit/coding.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useCommands } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { Keys } from '../../ui/keys.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { PassageQuote } from '../../ui/passage-quote.tsx';
import { shortened } from '../../ui/shortened.ts';
import { drawerCommands } from './commands.ts';
import { CompanyView } from './company-view.tsx';
import type { HeardAdvice } from './filter.ts';
import { OfficeView } from './office-view.tsx';
import type { AdviceActs } from './use-advice-acts.tsx';

/** The way through the register while one piece of advice is open. */
export interface Neighbours {
  readonly previous: Id | null;
  readonly next: Id | null;
  /** Its place among those that are shown, from 1; null = it is not among them. */
  readonly at: number | null;
  readonly count: number;
}

export interface AdviceDrawerProps {
  readonly adviceId: IdOf<'advice'> | null;
  readonly heard: HeardAdvice | null;
  readonly issues: readonly Issue[];
  readonly neighbours: Neighbours;
  readonly acts: AdviceActs;
  readonly onShow: (id: Id) => void;
  readonly onClose: () => void;
}

/** One piece of advice: the words it was heard in, what the office makes of it, and what the company does. */
export function AdviceDrawer({
  adviceId,
  heard,
  issues,
  neighbours,
  acts,
  onShow,
  onClose,
}: AdviceDrawerProps) {
  const { t } = useSpeech();
  const { previous, next } = neighbours;
  const onKeyDown = useCommands(drawerCommands, {
    'advice.previous': { run: () => previous && onShow(previous), when: () => previous !== null },
    'advice.next': { run: () => next && onShow(next), when: () => next !== null },
  });
  return (
    <Drawer.Root opened={adviceId !== null} onClose={onClose} position="right" size={560}>
      <Drawer.Overlay />
      {/* On the way in: the library keeps what it is given for the way out to itself. */}
      <Drawer.Content onKeyDownCapture={onKeyDown}>
        <Drawer.Header>
          <Drawer.Title>{t('advice.detail')}</Drawer.Title>
          <Steps {...neighbours} onShow={onShow} />
          <Drawer.CloseButton aria-label={t('common.close')} />
        </Drawer.Header>
        <Drawer.Body>
          {heard ? (
            <OpenAdvice key={heard.advice.id} heard={heard} issues={issues} acts={acts} onClose={onClose} />
          ) : (
            <Text c="dimmed">{t('advice.missing')}</Text>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** To the one before and after in the order of the register. */
function Steps({ previous, next, at, count, onShow }: Neighbours & { onShow: (id: Id) => void }) {
  const { t } = useSpeech();
  const button = (id: Id | null, command: keyof typeof drawerCommands, icon: ReactNode) => {
    const { label, keys } = drawerCommands[command];
    return (
      <Tooltip
        label={
          <Group gap={6}>
            {t(label)}
            <Keys hotkey={keys?.[0]} />
          </Group>
        }
      >
        <ActionIcon
          variant="default"
          aria-label={t(label)}
          disabled={id === null}
          onClick={() => id && onShow(id)}
        >
          {icon}
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <Group gap={6} ms="auto" me="xs">
      {at !== null && (
        <Text size="sm" c="dimmed" role="status">
          {t('advice.place', { at, count })}
        </Text>
      )}
      {button(previous, 'advice.previous', <IconChevronUp size={16} />)}
      {button(next, 'advice.next', <IconChevronDown size={16} />)}
    </Group>
  );
}

function OpenAdvice({
  heard: { advice, quotes, commitments },
  issues,
  acts,
  onClose,
}: Pick<AdviceDrawerProps, 'issues' | 'acts' | 'onClose'> & { heard: HeardAdvice }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const restatement = shortened(advice.restatement || quotes[0]?.passage.quote || '');

  const save = (details: AdviceDetails) =>
    void attempt(() =>
      commit({ key: 'change.advice.edit', params: { restatement } }, (draft) =>
        updateAdvice(draft, advice.id, details, { by: actor(), at: new Date().toISOString() }),
      ),
    );
  const remove = () =>
    void attempt(async () => {
      await commit({ key: 'change.advice.remove' }, (draft) => removeAdvice(draft, advice.id));
      onClose();
      notifyUndo({
        message: t('advice.removed'),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return (
    <Stack gap="lg">
      <Stack gap="sm" component="section" aria-labelledby="advice-heard">
        <Title order={2} size="h5" id="advice-heard">
          {t('advice.heard')}
        </Title>
        {quotes.map((quote) => (
          <PassageQuote key={quote.passage.id} {...quote} />
        ))}
      </Stack>

      <OfficeView advice={advice} issues={issues} onSave={save} />
      <CompanyView
        advice={advice}
        hasCommitments={commitments.length > 0}
        onSave={save}
        onStep={(status) => acts.setStatus([advice], status)}
      />

      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {[advice.takenBy && t('advice.takenBy', { name: advice.takenBy }), t('advice.saved')]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={14} />}
          onClick={remove}
        >
          {t('advice.remove')}
        </Button>
      </Group>
    </Stack>
  );
}
