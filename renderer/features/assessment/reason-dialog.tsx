import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface ReasonDialogProps {
  readonly title: string;
  /** What it means, and what becomes of what there is. */
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  readonly confirm: string;
  /** Names what is done in the workspace: under it a typed reason is kept. */
  readonly draftKey: string;
  /** False where a reason may be given and need not. */
  readonly required?: boolean;
  /** @returns whether it was done: then the reason is no draft any more. */
  readonly onConfirm: (why: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks why something is done that the round's log or history will tell; what was typed is kept until then. */
export function ReasonDialog({ draftKey, required = true, onConfirm, onClose, ...words }: ReasonDialogProps) {
  useReturnFocus();
  const { t } = useSpeech();
  const draft = useDraft<{ readonly why: string }>(draftKey, { why: '' });
  const { why } = draft.value;
  const confirm = async () => {
    if (!(await onConfirm(why))) return;
    draft.done();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md" data-testid="reason-dialog">
        <Text size="sm">{words.text}</Text>
        <Textarea
          data-autofocus
          label={words.label}
          description={words.hint}
          autosize
          minRows={2}
          required={required}
          value={why}
          onChange={(event) => draft.change({ why: event.currentTarget.value })}
        />
        <FormButtons draft={draft} onClose={onClose}>
          <Button disabled={required && why.trim() === ''} onClick={() => void confirm()}>
            {words.confirm}
          </Button>
        </FormButtons>
      </Stack>
    </Modal>
  );
}
