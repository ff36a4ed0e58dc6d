import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, Text, Textarea, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { NewEntry } from '#shared/edit/entry.ts';
import { ENTRY_KINDS, type EntryKind } from '#shared/model/entry.ts';
import type { IdOf } from '#shared/model/id.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { Happened } from './use-commitments.ts';

interface HappenedListProps {
  readonly happened: readonly Happened[];
  /** Absent = nothing is removed here. */
  readonly onRemove?: ((entryId: IdOf<'entries'>) => void) | undefined;
}

/** What happened, the earliest first; what was told leads to the words in which it was. */
export function HappenedList({ happened, onRemove }: HappenedListProps) {
  const { t, day } = useSpeech();
  if (happened.length === 0) return null;
  return (
    <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {happened.map(({ entry, quote }) => {
        const told = quote ? t('entry.told', { dialogue: quote.dialogue.title }) : t('entry.told.gone');
        const words = entry.kind === 'told' ? told : entry.text;
        return (
          <Group key={entry.id} component="li" gap="xs" wrap="nowrap" align="flex-start">
            <Text size="sm" flex={1} style={{ overflowWrap: 'anywhere' }}>
              <Text span size="xs" c="dimmed">
                {[t(`entryKind.${entry.kind}`), day(entry.when)].filter(Boolean).join(' · ')}
              </Text>{' '}
              {entry.kind === 'told' && quote ? (
                <PlaceLink
                  to={links.passage(quote.dialogue.id, quote.turn.id, quote.passage.id)}
                  fz="sm"
                  td="underline"
                >
                  {told}
                </PlaceLink>
              ) : (
                words
              )}
            </Text>
            {onRemove && (
              <Tooltip label={t('entry.remove', { entry: words })}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('entry.remove', { entry: words })}
                  onClick={() => onRemove(entry.id)}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Tooltip>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}

/** Kinds that are typed; what was told is marked in the words of the dialogue. */
const TYPED_KINDS = ENTRY_KINDS.filter((kind) => kind !== 'told');

interface AddHappenedProps {
  readonly draftKey: string;
  readonly onAdd: (entry: NewEntry, stored: () => void) => void;
}

/** A button that becomes the form in which something that happened is noted. */
export function AddHappened({ draftKey, onAdd }: AddHappenedProps) {
  const { t } = useSpeech();
  const [opened, setOpened] = useState(false);
  if (opened) return <EntryForm draftKey={draftKey} onAdd={onAdd} onClose={() => setOpened(false)} />;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={14} />}
      onClick={() => setOpened(true)}
      style={{ alignSelf: 'flex-start' }}
    >
      {t('entry.add')}
    </Button>
  );
}

function EntryForm({ draftKey, onAdd, onClose }: AddHappenedProps & { onClose: () => void }) {
  const { t } = useSpeech();
  const draft = useDraft<{ kind: EntryKind; text: string; when: string }>(draftKey, {
    kind: 'progress',
    text: '',
    when: '',
  });
  const { kind, text, when } = draft.value;
  const { date, problem } = typedDate(when);
  return (
    <SubmitForm
      label={t('entry.add')}
      draft={draft}
      ready={text.trim() !== '' && problem === null}
      onSubmit={(stored) => onAdd({ kind, text, when: date }, stored)}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        required
        label={t('entry.field.text')}
        value={text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <Select
          label={t('entry.field.kind')}
          allowDeselect={false}
          data={TYPED_KINDS.map((value) => ({ value, label: t(`entryKind.${value}`) }))}
          value={kind}
          onChange={(value) => value && draft.change({ kind: value as EntryKind })}
        />
        <PartialDateField
          label={t('entry.field.when')}
          value={when}
          onChange={(value) => draft.change({ when: value })}
        />
      </SimpleGrid>
    </SubmitForm>
  );
}
