import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';

export interface NameModalProps {
  readonly title: string;
  /** What stands in the field at first; null = closed. */
  readonly name: string | null;
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a saved search. */
export function NameModal({ title, name, onSave, onClose }: NameModalProps) {
  const { t } = useSpeech();
  return (
    <Modal
      opened={name !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NameForm key={name} name={name ?? ''} onSave={onSave} onCancel={onClose} />
    </Modal>
  );
}

function NameForm({
  name,
  onSave,
  onCancel,
}: {
  name: string;
  onSave: (name: string) => Promise<void>;
  onCancel: () => void;
}) {
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
        label={t('search.saved.name')}
        placeholder={t('search.saved.name.example')}
        value={typed}
        maxLength={200}
        onFocus={(event) => event.currentTarget.select()}
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
