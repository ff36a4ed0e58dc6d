import { Button, Modal, TextInput, type TextInputProps } from '@mantine/core';
import { FormButtons } from './form-buttons.tsx';
import { useSpeech } from './i18n.tsx';
import { useDraft } from './use-draft.ts';

export interface NameModalProps {
  readonly title: string;
  /** What stands in the field at first; null = closed. */
  readonly name: string | null;
  /** How the field is called, and what is particular to it. */
  readonly field: Pick<TextInputProps, 'label' | 'placeholder' | 'maxLength' | 'onFocus'>;
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks under what name something is kept. */
export function NameModal({ title, name, field, onSave, onClose }: NameModalProps) {
  const { t } = useSpeech();
  return (
    <Modal
      opened={name !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {name !== null && (
        <NameForm key={name} title={title} name={name} field={field} onSave={onSave} onCancel={onClose} />
      )}
    </Modal>
  );
}

function NameForm({
  title,
  name,
  field,
  onSave,
  onCancel,
}: Pick<NameModalProps, 'title' | 'field' | 'onSave'> & {
  readonly name: string;
  readonly onCancel: () => void;
}) {
  const { t } = useSpeech();
  const draft = useDraft<{ readonly typed: string }>(`name/${title}/${name}`, { typed: name });
  const { typed } = draft.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(typed).then(draft.done);
      }}
    >
      <TextInput
        data-autofocus
        {...field}
        value={typed}
        onChange={(event) => draft.change({ typed: event.currentTarget.value })}
      />
      <FormButtons draft={draft} onClose={onCancel}>
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('common.save')}
        </Button>
      </FormButtons>
    </form>
  );
}
