import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconPlus, IconTimelineEvent } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Entry } from '#shared/model/entry.ts';
import type { Target, TimelineTable } from '#shared/register/timeline.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { Disputes } from './disputes.tsx';
import { EntryForm, type EntryStart } from './entry-form.tsx';
import { TimelineList } from './timeline-list.tsx';
import { useTimeline } from './use-timeline.ts';

interface TimelinePanelProps {
  readonly targets: readonly Target[];
  /** What an entry that is added here is begun with. */
  readonly start: EntryStart;
  /** Tables that the page shows elsewhere. */
  readonly without?: readonly TimelineTable[];
  /** Absent = the place has a title of its own. */
  readonly title?: string;
  /** Of a page with an act of its own that adds: opens the form with this when it is set, and is told once it is closed. */
  readonly adding?: EntryStart | null;
  readonly onAdding?: (start: EntryStart | null) => void;
}

/** Everything in the register that refers to a row, with the form that adds to it. */
export function TimelinePanel({ targets, start, without = [], title, adding, onAdding }: TimelinePanelProps) {
  const { t } = useSpeech();
  const [params] = useSearchParams();
  const read = useTimeline(targets);
  const [own, setOwn] = useState<EntryStart | null>(null);
  const [edited, setEdited] = useState<Entry | null>(null);
  const begun = adding === undefined ? own : adding;
  const begin = onAdding ?? setOwn;
  const key = targets[0]?.id ?? '';
  if (!read) return <Loader size="sm" aria-label={t('register.timeline')} />;
  const timeline = { ...read, items: read.items.filter(({ table }) => !without.includes(table)) };
  return (
    <section aria-label={t('register.timeline')}>
      <Group justify="space-between" mb="xs">
        {title ? (
          <Title order={2} size="h5">
            {title}
          </Title>
        ) : (
          <Text size="sm" c="dimmed">
            {t('register.timeline.text')}
          </Text>
        )}
        {!onAdding && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} />}
            onClick={() => begin(start)}
            data-print="hide"
          >
            {t('register.entry.add')}
          </Button>
        )}
      </Group>
      <Disputes timeline={timeline} />
      {timeline.items.length === 0 ? (
        <EmptyState compact icon={IconTimelineEvent} title={t('register.timeline.empty')}>
          {t('register.timeline.empty.text')}
        </EmptyState>
      ) : (
        <TimelineList
          timeline={timeline}
          label={t('register.timeline')}
          foundId={params.get('entry')}
          onEdit={setEdited}
        />
      )}
      {(begun || edited) && (
        <EntryForm
          key={edited?.id ?? 'new'}
          entry={edited}
          start={begun ?? {}}
          convention={timeline.convention}
          draftKey={key}
          onClose={() => {
            setEdited(null);
            begin(null);
          }}
        />
      )}
    </section>
  );
}
