import { ActionIcon, Button, Group, Paper, Text } from '@mantine/core';
import { IconArrowBackUp, IconMinus, IconPlus } from '@tabler/icons-react';
import { type RefObject, useImperativeHandle, useState } from 'react';
import { useSpeech } from '../ui/i18n.tsx';
import classes from './scene-view.module.css';
import type { Zoomed } from './use-zoom.ts';

/** Says what follows without painting anything but the words. */
export interface TrialBarHandle {
  readonly say: (lines: readonly string[]) => void;
}

interface TrialBarProps {
  readonly handle: RefObject<TrialBarHandle | null>;
  readonly title: string;
  /** What is said first. */
  readonly lines: readonly string[];
  readonly onReset: () => void;
}

/** What would follow from what is tried, said to everybody, and that nothing of it is kept. */
export function TrialBar({ handle, title, lines: first, onReset }: TrialBarProps) {
  const { t } = useSpeech();
  const [lines, setLines] = useState(first);
  useImperativeHandle(handle, () => ({ say: setLines }), []);
  return (
    <Paper className={classes.trial} withBorder shadow="sm" p="xs" role="status" data-testid="what-if">
      <Group gap="sm" wrap="nowrap" justify="space-between" align="flex-start">
        <div>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="sm">{lines.reduce((before, after) => t('chart.sentences', { before, after }))}</Text>
          <Text size="xs" c="dimmed">
            {t('chart.whatIf.notSaved')}
          </Text>
        </div>
        <Button
          size="compact-sm"
          variant="default"
          miw="max-content"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={onReset}
        >
          {t('chart.whatIf.reset')}
        </Button>
      </Group>
    </Paper>
  );
}

/** Enlarging by hand, and the word that a part of the axes is out of sight. */
export function ZoomBar({ zoom }: { zoom: Zoomed }) {
  const { t } = useSpeech();
  const enlarged = zoom.factor > 1;
  return (
    <Group className={classes.zoom} gap={4} wrap="nowrap">
      {enlarged && (
        <Paper withBorder px="xs" py={2} role="status">
          <Group gap="xs" wrap="nowrap">
            <Text size="xs">{t('chart.zoom.label', { factor: zoom.factor })}</Text>
            <Button size="compact-xs" variant="subtle" onClick={zoom.reset}>
              {t('chart.zoom.reset')}
            </Button>
          </Group>
        </Paper>
      )}
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size="sm"
          aria-label={t('chart.zoom.out')}
          disabled={!enlarged}
          onClick={() => zoom.by(-1)}
        >
          <IconMinus size={14} />
        </ActionIcon>
        <ActionIcon variant="default" size="sm" aria-label={t('chart.zoom.in')} onClick={() => zoom.by(1)}>
          <IconPlus size={14} />
        </ActionIcon>
      </ActionIcon.Group>
    </Group>
  );
}
