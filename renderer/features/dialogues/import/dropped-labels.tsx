import { Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { latentLabels, takeLatent } from '#shared/transcript/latent.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { fix, tick } from './session.ts';

const SHOWN = 40;
/** Of what is behind a label, enough to judge it. UTF-16 units. */
const WORDS = 60;

/** Labels that are not taken for people; a tick makes people of them. */
export function DroppedLabels({
  read,
  dropped,
  turns,
}: {
  read: ReadResult;
  dropped: ReadonlySet<string>;
  turns: ReadonlyMap<string, number>;
}) {
  const { t } = useSpeech();
  const [shown, setShown] = useState(SHOWN);
  const labels = useMemo(
    () => read.participants.map(({ label }) => label).filter((label) => dropped.has(label)),
    [read.participants, dropped],
  );
  const words = useMemo(() => {
    const first = new Map<string, string>();
    for (const { speaker, text } of read.blocks) {
      if (speaker !== null && dropped.has(speaker) && !first.has(speaker))
        first.set(speaker, text.slice(0, WORDS));
    }
    return first;
  }, [read.blocks, dropped]);
  const latent = useMemo(() => latentLabels(read), [read]);
  const count = labels.length + latent.length;
  if (count === 0) return null;
  return (
    <Card withBorder padding="xs" data-testid="import-dropped">
      <Stack gap={6}>
        <Group justify="space-between">
          <Title order={3} size="h6">
            {t('import.participants.dropped', { count })}
          </Title>
          {labels.length > 1 && (
            <Button size="compact-xs" variant="subtle" onClick={() => tick(labels, true)}>
              {t('import.participants.tickAll')}
            </Button>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('import.participants.dropped.hint')}
        </Text>
        {labels.slice(0, shown).map((label) => (
          <Checkbox
            key={label}
            size="xs"
            checked={false}
            aria-label={t('import.participant.tick', { label })}
            label={t('import.participant.inText', { label, turns: turns.get(label) ?? 0 })}
            description={words.get(label)}
            onChange={() => tick([label], true)}
          />
        ))}
        {latent.slice(0, Math.max(0, shown - labels.length)).map((one) => (
          <Checkbox
            key={one.label}
            size="xs"
            checked={false}
            aria-label={t('import.participant.tick', { label: one.label })}
            label={t('import.participant.inWords', { label: one.label, count: one.count })}
            description={one.words.slice(0, WORDS)}
            onChange={() => fix((now) => takeLatent(now, one.label))}
          />
        ))}
        {count > shown && (
          <Button size="xs" variant="default" onClick={() => setShown(shown + SHOWN)}>
            {t('import.participants.showMore', { count: Math.min(SHOWN, count - shown) })}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
