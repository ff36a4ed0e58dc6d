import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
}

/** The frame of them all. A click beside it does not close what was typed into. */
export function EncryptionDialog({ title, onClose, size = 'md', children }: DialogProps) {
  const { t } = useSpeech();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {children}
    </Modal>
  );
}
