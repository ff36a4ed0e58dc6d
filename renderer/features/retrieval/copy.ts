import { useAttempt } from '../../ui/attempt.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';

/** Puts text on the clipboard and says so. The text must be what may leave the office (`shared/retrieval/sheet.ts`). */
export function useCopy(): (text: string, done: string) => void {
  const attempt = useAttempt();
  return (text, done) =>
    void attempt(async () => {
      await navigator.clipboard.writeText(text);
      notifyDone(done);
    });
}
