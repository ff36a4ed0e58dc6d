import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

export interface UndoNotice {
  /** What was done, e.g. `Removed “Forced labour” from 2 passages`. */
  readonly message: string;
  /** The word on the button, in the reader's language. */
  readonly undoLabel: string;
  readonly undo: () => unknown;
}

/**
 * Says what was done and offers to take it back: in place of a question beforehand.
 * Stays until ten seconds passed or it was used.
 */
export function notifyUndo({ message, undoLabel, undo }: UndoNotice): void {
  const id = notifications.show({
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            void undo();
          }}
        >
          {undoLabel}
        </Button>
      </Group>
    ),
  });
}

/** Says that something was done; nothing to take back. */
export function notifyDone(message: string): void {
  notifications.show({ message, autoClose: 5000 });
}
