import { Button, SimpleGrid, Stack, Textarea } from '@mantine/core';
import type { NewCommitment } from '#shared/edit/commitment.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useOwners } from '../../store/owners.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { OwnerField } from '../../ui/owner-field.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { useDraft } from '../../ui/use-draft.ts';

interface CommitmentFormProps {
  /** Names the form in the workspace: under it is kept what was typed. */
  readonly draftKey: string;
  readonly onAdd: (fields: NewCommitment, stored: () => void) => void;
  readonly onClose: () => void;
}

/** Writes down what was promised: in what words, whose it is, and by when. */
export function CommitmentForm({ draftKey, onAdd, onClose }: CommitmentFormProps) {
  const { t, language } = useSpeech();
  const owners = useOwners(language);
  const draft = useDraft(draftKey, { text: '', owner: '', due: '' });
  const { text, owner, due } = draft.value;
  const { date, problem } = typedDate(due);
  const ready = text.trim() !== '' && problem === null;
  return (
    <Stack
      component="form"
      gap="xs"
      aria-label={t('commitment.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        onAdd({ text, owner, due: date }, () => {
          draft.done();
          onClose();
        });
      }}
    >
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        required
        label={t('commitment.field.text')}
        placeholder={t('commitment.addFirst')}
        value={text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing)
            event.currentTarget.form?.requestSubmit();
        }}
      />
      <SimpleGrid cols={2} spacing="xs">
        <OwnerField
          label={t('commitment.field.owner')}
          suggestions={owners}
          value={owner}
          onChange={(value) => draft.change({ owner: value })}
        />
        <PartialDateField
          label={t('commitment.field.due')}
          value={due}
          onChange={(value) => draft.change({ due: value })}
        />
      </SimpleGrid>
      <FormButtons draft={draft} size="xs" onClose={onClose}>
        <Button type="submit" size="xs" disabled={!ready}>
          {t('commitment.add')}
        </Button>
      </FormButtons>
    </Stack>
  );
}
