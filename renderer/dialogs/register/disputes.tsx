import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { EntryDispute } from '#shared/register/entry-disputes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { entryOf, entryText } from './item-words.ts';
import { useTimeText } from './time-field.tsx';
import { useEntryActs } from './use-entry-acts.ts';
import type { Timeline } from './use-timeline.ts';

/** What sources date differently, side by side with each source; a person decides, and says why. */
export function Disputes({ timeline }: { readonly timeline: Timeline }) {
  return timeline.disputes.map((dispute) => (
    <DisputeCard key={dispute.key} dispute={dispute} timeline={timeline} />
  ));
}

function DisputeCard({ dispute, timeline }: { readonly dispute: EntryDispute; readonly timeline: Timeline }) {
  const { t, local } = useSpeech();
  const timeText = useTimeText(timeline.convention);
  const acts = useEntryActs();
  const [asked, setAsked] = useState<{ readonly standsId: IdOf<'entries'> | null } | null>(null);
  const { entries, why } = dispute;
  const sourceOf = ({ sourceId, locator, passageId }: Entry) =>
    sourceId
      ? [local(timeline.nameOf('sources', sourceId)), locator].filter(Boolean).join(', ')
      : (timeline.dialogueOf(passageId)?.title ?? '');
  return (
    <Alert
      icon={<IconScale size={18} />}
      variant="default"
      color={why === null ? 'orange' : 'gray'}
      mb="md"
      title={t(why === null ? 'register.dispute.open' : 'register.dispute.decided')}
      data-testid="entry-dispute"
    >
      <Stack gap={6}>
        {entries.map((entry) => (
          <Group key={entry.id} justify="space-between" align="flex-start" wrap="nowrap">
            <Text size="sm" {...(entry.standing === 'set-aside' ? { td: 'line-through', c: 'dimmed' } : {})}>
              <b>{timeText(entry)}</b>{' '}
              {[entryText(entry, timeline, { t, local }), entryOf(entry, timeline, local)]
                .filter(Boolean)
                .join(' · ')}
              <Text span size="xs" c="dimmed" display="block">
                {sourceOf(entry)}
              </Text>
            </Text>
            {why === null && (
              <Button
                size="compact-sm"
                variant="default"
                style={{ flexShrink: 0 }}
                onClick={() => setAsked({ standsId: entry.id })}
              >
                {t('register.dispute.stands', { date: timeText(entry) })}
              </Button>
            )}
          </Group>
        ))}
        {why === null ? (
          <Button
            size="compact-sm"
            variant="subtle"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setAsked({ standsId: null })}
          >
            {t('register.dispute.both')}
          </Button>
        ) : (
          <Group gap="sm">
            <Text size="sm">{t('register.entry.because', { why })}</Text>
            <Button size="compact-sm" variant="subtle" onClick={() => void acts.reopen(entries)}>
              {t('register.dispute.reopen')}
            </Button>
          </Group>
        )}
      </Stack>
      {asked && (
        <ReasonDialog
          onClose={() => setAsked(null)}
          onSay={(reason) =>
            void acts.settle(entries, asked.standsId, reason).then((done) => done && setAsked(null))
          }
        />
      )}
    </Alert>
  );
}

function ReasonDialog({
  onSay,
  onClose,
}: {
  readonly onSay: (why: string) => void;
  readonly onClose: () => void;
}) {
  useReturnFocus();
  const { t } = useSpeech();
  const [why, setWhy] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('register.dispute.why')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // What was typed is not lost by a click beside it.
      closeOnClickOutside={why.trim() === ''}
      closeOnEscape={why.trim() === ''}
    >
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault();
          if (why.trim() !== '') onSay(why);
        }}
      >
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          required
          label={t('register.entry.field.why')}
          description={t('register.dispute.why.hint')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={why.trim() === ''}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
