import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  asksWhy,
  COMMITMENT_STATUSES,
  type Commitment,
  type CommitmentStatus,
} from '#shared/model/commitment.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface StatusFieldProps {
  readonly commitment: Commitment;
  readonly onChange: (status: CommitmentStatus, why?: string) => void;
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
        <WhyDialog
          title={t(`commitmentStatus.${asked}`)}
          begun={commitment.why}
          onClose={() => setAsked(null)}
          onSay={(why) => {
            setAsked(null);
            onChange(asked, why);
          }}
        />
      )}
    </>
  );
}

interface WhyDialogProps {
  readonly title: string;
  readonly begun: string;
  readonly onClose: () => void;
  readonly onSay: (why: string) => void;
}

/** Asks for a reason; without one nothing is done. */
function WhyDialog({ title, begun, onClose, onSay }: WhyDialogProps) {
  const { t } = useSpeech();
  useReturnFocus();
  const [why, setWhy] = useState(begun);
  const words = why.trim();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // What was typed is not lost by a click beside it.
      closeOnClickOutside={words === begun}
      closeOnEscape={words === begun}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words !== '') onSay(words);
        }}
      >
        <Stack gap="md">
          <Textarea
            data-autofocus
            autosize
            minRows={2}
            required
            label={t('commitment.field.why')}
            description={t('commitment.field.why.hint')}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={words === ''}>
              {t('commitment.why.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
