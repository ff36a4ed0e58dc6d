import {
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  Mark,
  Modal,
  Paper,
  ScrollArea,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import {
  LEAK_CHOICES,
  type Leak,
  type LeakChoice,
  type LeakChoices,
  type LeakSource,
  undecided,
} from '#shared/attribution/leak.ts';
import { useSpeech } from './i18n.tsx';
import { go, links } from './links.ts';

interface Asked {
  readonly leaks: readonly Leak[];
  readonly answer: (choices: LeakChoices | null) => void;
}

/**
 * Asks about names that are left in what is about to leave the office.
 * @returns `ask`, which resolves to what was chosen, null = they went back; and the dialog, to be placed in the view
 */
export function useLeakDialog(): {
  readonly ask: (leaks: readonly Leak[]) => Promise<LeakChoices | null>;
  readonly dialog: ReactNode;
} {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback(
    (leaks: readonly Leak[]) =>
      leaks.length === 0
        ? Promise.resolve<LeakChoices | null>({})
        : new Promise<LeakChoices | null>((resolve) =>
            setAsked({
              leaks,
              answer: (choices) => {
                setAsked(null);
                resolve(choices);
              },
            }),
          ),
    [],
  );
  return { ask, dialog: asked && <LeakDialog {...asked} /> };
}

function LeakDialog({ leaks, answer }: Asked) {
  const { t } = useSpeech();
  const [choices, setChoices] = useState<LeakChoices>(() =>
    Object.fromEntries(leaks.filter(({ sure }) => sure).map(({ id }) => [id, 'withhold' as const])),
  );
  const [confirmed, setConfirmed] = useState(false);
  const left = undecided(leaks, choices);
  const kept = leaks.filter(({ id }) => choices[id] === 'tell').length;
  const choose = (ids: readonly string[], choice: LeakChoice) => {
    setConfirmed(false);
    setChoices((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, choice])) }));
  };
  return (
    <Modal
      opened
      onClose={() => answer(null)}
      size="xl"
      title={t('leak.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      scrollAreaComponent={ScrollArea.Autosize}
    >
      <Stack gap="sm" data-testid="leaks">
        <Text size="sm">{t('leak.intro', { count: leaks.length })}</Text>
        <Text size="xs" c="dimmed">
          {t('leak.hint', { placeholder: t('report.withheldName') })}
        </Text>
        {leaks.map((leak) => (
          <Paper key={leak.id} withBorder p="xs" data-testid="leak">
            <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
              <div style={{ minWidth: 0 }}>
                <Group gap={6}>
                  <Text span size="xs" c="dimmed">
                    {[t(`leak.place.${leak.place}`), leak.part].filter(Boolean).join(' · ')}
                  </Text>
                  <Badge size="xs" variant="default">
                    {t(`leak.of.${leak.of}`)}
                  </Badge>
                  {!leak.sure && (
                    <Badge size="xs" variant="outline" color="gray">
                      {t('leak.doubtful')}
                    </Badge>
                  )}
                </Group>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {leak.before}
                  <Mark>{leak.name}</Mark>
                  {leak.after}
                </Text>
                {leak.source && (
                  <Anchor
                    component="button"
                    type="button"
                    size="xs"
                    onClick={() => {
                      answer(null);
                      if (leak.source) go(linkTo(leak.source));
                    }}
                  >
                    {t('leak.open')}
                  </Anchor>
                )}
              </div>
              <SegmentedControl
                size="xs"
                style={{ flex: 'none' }}
                aria-label={t('leak.choice', { name: leak.name })}
                value={choices[leak.id] ?? ''}
                onChange={(value) => choose([leak.id], value as LeakChoice)}
                data={LEAK_CHOICES.map((value) => ({ value, label: t(`leak.choice.${value}`) }))}
              />
            </Group>
          </Paper>
        ))}
        {left.length > 1 && (
          <Group gap="xs">
            <Text size="sm">{t('leak.rest')}</Text>
            {LEAK_CHOICES.map((choice) => (
              <Button
                key={choice}
                size="compact-xs"
                variant="default"
                onClick={() =>
                  choose(
                    left.map(({ id }) => id),
                    choice,
                  )
                }
              >
                {t(`leak.choice.${choice}`)}
              </Button>
            ))}
          </Group>
        )}
        {kept > 0 && (
          <Checkbox
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
            label={t('leak.confirm', { count: kept })}
          />
        )}
        <Group justify="flex-end">
          <Text size="sm" c="dimmed" role="status">
            {t('leak.left', { count: left.length })}
          </Text>
          <Button variant="default" onClick={() => answer(null)}>
            {t('common.cancel')}
          </Button>
          <Button disabled={left.length > 0 || (kept > 0 && !confirmed)} onClick={() => answer(choices)}>
            {t('leak.go')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function linkTo(source: LeakSource): string {
  switch (source.kind) {
    case 'passage':
      return links.passage(source.dialogueId, source.turnId, source.passageId);
    case 'turn':
      return links.turn(source.dialogueId, source.turnId);
    case 'dialogue':
      return links.dialogue(source.dialogueId);
    case 'advice':
      return links.advice(source.adviceId);
  }
}
