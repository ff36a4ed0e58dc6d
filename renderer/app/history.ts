import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { Label } from '#shared/change/change-set.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import { observable } from '../platform/observable.ts';
import { redo, type Stepped, undo, useHistory } from '../store/index.ts';
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

async function stepAndTell(step: () => Promise<Stepped | null>, done: MessageKey, nothing: MessageKey) {
  await report(async () => {
    const stepped = await step();
    const t = speak();
    const message = stepped ? t(done, { change: describeLabel(t, stepped.label) }) : t(nothing);
    const kept = Object.values(stepped?.kept ?? {}).reduce((sum, count) => sum + count, 0);
    // One notice that changes its words: holding the key down must not fill the screen.
    notifications.hide(NOTICE);
    notifications.show({
      id: NOTICE,
      message: kept > 0 ? `${message} ${t('shell.editsKept', { count: kept })}` : message,
      autoClose: kept > 0 ? 10_000 : 3000,
    });
  });
}

const NOTICE = 'history';
