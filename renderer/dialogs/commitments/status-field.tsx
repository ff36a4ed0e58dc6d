import { Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  asksWhy,
  COMMITMENT_STATUSES,
  type Commitment,
  type CommitmentStatus,
} from '#shared/model/commitment.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface StatusFieldProps {
  readonly commitment: Commitment;
  /** @param stored called when it is on disk */
  readonly onChange: (status: CommitmentStatus, why?: string, stored?: () => void) => void;
  /** Where the field's name stands elsewhere, e.g. in the head of a column. */
  readonly bare?: boolean;
}

/** How far a commitment is; asks why one is dropped or replaced before anything is written. */
export function StatusField({ commitment, onChange, bare = false }: StatusFieldProps) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState<CommitmentStatus | null>(null);
  const label = t('commitment.field.status');
  return (
    <>
      <Select
        {...(bare ? { 'aria-label': `${label}: ${commitment.text}`, size: 'xs' } : { label })}
        allowDeselect={false}
        data={COMMITMENT_STATUSES.map((value) => ({ value, label: t(`commitmentStatus.${value}`) }))}
        value={commitment.status}
        onChange={(value) => {
          const status = value as CommitmentStatus;
          if (asksWhy(status)) setAsked(status);
          else if (status !== commitment.status) onChange(status);
        }}
      />
      {asked && (
        <WhyDialog commitment={commitment} status={asked} onClose={() => setAsked(null)} onSay={onChange} />
      )}
    </>
  );
}

interface WhyDialogProps {
  readonly commitment: Commitment;
  readonly status: CommitmentStatus;
  readonly onClose: () => void;
  readonly onSay: StatusFieldProps['onChange'];
}

/** Asks for a reason; without one nothing is done, and what was typed is kept. */
function WhyDialog({ commitment, status, onClose, onSay }: WhyDialogProps) {
  const { t } = useSpeech();
  useReturnFocus();
  const draft = useDraft(`commitment-why/${commitment.id}`, { why: commitment.why });
  const why = draft.value.why.trim();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`commitmentStatus.${status}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SubmitForm
        size="sm"
        label={t('commitment.why.save')}
        draft={draft}
        ready={why !== ''}
        onSubmit={(stored) => onSay(status, why, stored)}
        onClose={onClose}
      >
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          required
          label={t('commitment.field.why')}
          description={t('commitment.field.why.hint')}
          value={draft.value.why}
          onChange={(event) => draft.change({ why: event.currentTarget.value })}
        />
      </SubmitForm>
    </Modal>
  );
}
