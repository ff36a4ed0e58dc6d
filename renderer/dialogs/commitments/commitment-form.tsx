import { SimpleGrid, Textarea } from '@mantine/core';
import type { NewCommitment } from '#shared/edit/commitment.ts';
import type { IdOf } from '#shared/model/id.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useOwners } from '../../store/owners.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { OwnerField } from '../../ui/owner-field.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { IndicatorField } from './indicator-field.tsx';

interface CommitmentFormProps {
  /** Names the form in the workspace: under it is kept what was typed. */
  readonly draftKey: string;
  /** @param stored called when it is on disk */
  readonly onAdd: (fields: NewCommitment, stored: () => void) => void;
  readonly onClose: () => void;
}

type CommitmentDraft = {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly measuredBy: IdOf<'indicators'> | null;
};

/** Writes down what was promised: in what words, whose it is, by when, and by what it is measured. */
export function CommitmentForm({ draftKey, onAdd, onClose }: CommitmentFormProps) {
  const { t, language } = useSpeech();
  const owners = useOwners(language);
  const draft = useDraft<CommitmentDraft>(draftKey, { text: '', owner: '', due: '', measuredBy: null });
  const { text, owner, due, measuredBy } = draft.value;
  const { date, problem } = typedDate(due);
  return (
    <SubmitForm
      label={t('commitment.add')}
      draft={draft}
      ready={text.trim() !== '' && problem === null}
      onSubmit={(stored) => onAdd({ text, owner, due: date, measuredBy }, stored)}
      onClose={onClose}
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
      <IndicatorField value={measuredBy} onChange={(chosen) => draft.change({ measuredBy: chosen })} />
    </SubmitForm>
  );
}
