import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { focusAround } from './focus-around.ts';
import { useSpeech } from './i18n.tsx';
import type { DraftForm } from './use-draft.ts';

export interface FormButtonsProps {
  readonly draft: Pick<DraftForm<unknown>, 'begun' | 'kept' | 'discard'>;
  /** Closes the form; what was typed is kept. */
  readonly onClose: () => void;
  /** The button that submits. */
  readonly children: ReactNode;
  readonly size?: 'xs' | 'sm';
}

/** The last line of a form: whether a draft is kept, giving it up, closing, and the button that submits. */
export function FormButtons({ draft, onClose, children, size = 'sm' }: FormButtonsProps) {
  const { t } = useSpeech();
  return (
    <Group justify="flex-end" gap="xs" mt="xs">
      <DraftNote draft={draft} size={size} />
      <Button variant="default" size={size} onClick={onClose}>
        {draft.begun ? t('common.close') : t('common.cancel')}
      </Button>
      {children}
    </Group>
  );
}

/** Says that a draft is kept, once it is, and offers to give it up. */
export function DraftNote({ draft, size = 'sm' }: Pick<FormButtonsProps, 'draft' | 'size'>) {
  const { t } = useSpeech();
  return (
    <Group gap="xs" mr="auto" style={{ visibility: draft.begun ? 'visible' : 'hidden' }}>
      <Text size="xs" c="dimmed" role="status">
        {draft.kept ? t('draft.kept') : ''}
      </Text>
      <Button
        variant="subtle"
        color="gray"
        size={`compact-${size}`}
        onClick={(event) => {
          // The button goes with the draft: it must not take the focus along.
          focusAround(event.currentTarget);
          draft.discard();
        }}
      >
        {t('draft.discard')}
      </Button>
    </Group>
  );
}
