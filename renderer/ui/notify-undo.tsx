import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

export interface UndoNotice {
  /** What was done, e.g. `Removed “Forced labour” from 2 passages`. */
  readonly message: string;
  /** The word on the button, in the reader's language. */
  readonly undoLabel: string;
  readonly undo: () => unknown;
}

/** Notices that can still be used. */
const open = new Set<string>();

/** Takes away every offer to undo: what undo would act on now is something newer than they name. */
export function dropUndoNotices(): void {
  for (const id of open) notifications.hide(id);
  open.clear();
}

/**
 * Says what was done and offers to take it back: in place of a question beforehand.
 * Stays until ten seconds passed, it was used, or something newer was done (`dropUndoNotices`).
 */
export function notifyUndo({ message, undoLabel, undo }: UndoNotice): void {
  notifyAct({ message, actLabel: undoLabel, act: undo });
}

export interface ActNotice {
  readonly message: string;
  /** The word on the button, in the reader's language. */
  readonly actLabel: string;
  readonly act: () => unknown;
}

/** Says what was done and offers the one thing that a person may want next. */
export function notifyAct({ message, actLabel, act }: ActNotice): void {
  const id = notifications.show({
    autoClose: 10_000,
    onClose: () => open.delete(id),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {message}
        </Text>
        <Button
          size="compact-sm"
          variant="light"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id);
            void act();
          }}
        >
          {actLabel}
        </Button>
      </Group>
    ),
  });
  open.add(id);
}

/** Says that something was done; nothing to take back. */
export function notifyDone(message: string): void {
  notifications.show({ message, autoClose: 5000 });
}

export interface ReadingNotice {
  readonly message: string;
  /** The word on the button that gives it up. */
  readonly stopLabel: string;
  readonly stop: () => void;
}

/** Says that something is under way that can be given up. @returns takes the notice away */
export function notifyReading({ message, stopLabel, stop }: ReadingNotice): () => void {
  const id = notifications.show({
    loading: true,
    autoClose: false,
    withCloseButton: false,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={stop}>
          {stopLabel}
        </Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
}
