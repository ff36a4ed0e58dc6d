import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { Label } from '#shared/change/change-set.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import { observable } from '../platform/observable.ts';
import { redo, undo, useHistory } from '../store/index.ts';
import { describeLabel } from '../ui/label.ts';
import { report, speak } from '../ui/report-problem.ts';

/** What undo and redo would act on now; null = nothing. For the menu and tooltips, which say it by name. */
export const undoLabel = observable<Label | null>(null);
export const redoLabel = observable<Label | null>(null);

/** Keeps the two labels in step with the journal while a workspace is open. */
export function useHistoryLabels(): void {
  const history = useHistory();
  useEffect(() => {
    undoLabel.set(history.undo);
    redoLabel.set(history.redo);
  }, [history.undo, history.redo]);
  useEffect(
    () => () => {
      undoLabel.set(null);
      redoLabel.set(null);
    },
    [],
  );
}

export const undoLast = () => stepAndTell(undo, 'shell.undone', 'shell.undoNothing');
export const redoLast = () => stepAndTell(redo, 'shell.redone', 'shell.redoNothing');

async function stepAndTell(step: () => Promise<Label | null>, done: MessageKey, nothing: MessageKey) {
  await report(async () => {
    const label = await step();
    const t = speak();
    const message = label ? t(done, { change: describeLabel(t, label) }) : t(nothing);
    // One notice that changes its words: holding the key down must not fill the screen.
    notifications.hide(NOTICE);
    notifications.show({ id: NOTICE, message, autoClose: 3000 });
  });
}

const NOTICE = 'history';
