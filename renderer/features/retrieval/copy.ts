import { useAttempt } from '../../ui/attempt.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';

/** Puts text on the clipboard and says so. The text must be what may leave the office (`shared/retrieval/sheet.ts`). */
export function useCopy(): (written: () => Promise<string> | undefined, done: string) => void {
  const attempt = useAttempt();
  return (written, done) =>
    void attempt(async () => {
      const text = await written();
      if (text === undefined) return;
      await navigator.clipboard.writeText(text);
      notifyDone(done);
    });
}
