import { useEffect } from 'react';
import { useObservable } from '../../../platform/observable.ts';
import { undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { justStored } from './session.ts';

/** Says what was stored, wherever the window is by then, and offers to take it back. */
export function useTellStored(): void {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const stored = useObservable(justStored);
  useEffect(() => {
    if (!stored) return;
    justStored.set(null);
    const [title = ''] = stored;
    const count = stored.length;
    notifyUndo({
      message: count === 1 ? t('import.stored', { title }) : t('import.storedAll', { count }),
      undoLabel: t('common.undo'),
      undo: () => attempt(undo),
    });
  }, [stored, t, attempt]);
}
