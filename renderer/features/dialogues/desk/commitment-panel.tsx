import { Stack, Text, Title } from '@mantine/core';
import type { IdOf } from '#shared/model/id.ts';
import { CommitmentForm } from '../../../dialogs/commitments/commitment-form.tsx';
import { closesList } from '../../../ui/commands.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { type DeskState, quoteOf } from './state.ts';
import type { DeskEdits } from './use-edits.ts';
import type { Desk } from './use-machine.ts';

export interface CommitmentPanelProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly dialogueId: IdOf<'dialogues'>;
  readonly edits: Pick<DeskEdits, 'promise'>;
}

/** The form for what the company promised in the dialogue itself, beside the words in which it did. */
export function CommitmentPanel({ desk, state, dialogueId, edits }: CommitmentPanelProps) {
  const { t } = useSpeech();
  const close = () => void desk.send({ type: 'cancel' });
  return (
    <Stack
      gap="xs"
      py="sm"
      pe="xs"
      tabIndex={-1}
      style={{ outline: 'none' }}
      data-testid="commitment-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || closesList(event)) return;
        close();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Title order={2} size="h5">
        {t('desk.commitment.title')}
      </Title>
      <Text size="sm" c="dimmed" lineClamp={3}>
        {quoteOf(state)}
      </Text>
      <CommitmentForm draftKey={`commitment/${dialogueId}`} onAdd={edits.promise} onClose={close} />
    </Stack>
  );
}
