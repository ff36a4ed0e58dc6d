import { Button, Group, Modal, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from './i18n.tsx';

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
      <NameForm key={name} name={name ?? ''} field={field} onSave={onSave} onCancel={onClose} />
    </Modal>
  );
}

function NameForm({
  name,
  field,
  onSave,
  onCancel,
}: Pick<NameModalProps, 'field' | 'onSave'> & { readonly name: string; readonly onCancel: () => void }) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(typed);
      }}
    >
      <TextInput
        data-autofocus
        {...field}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  );
}
