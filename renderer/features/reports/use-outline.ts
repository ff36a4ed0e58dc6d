import { useEffect, useState } from 'react';
import { type Problem, problemOf } from '#shared/model/problem.ts';
import { onCommitted } from '../../store/index.ts';
import type { Outline } from '../../workers/report/client.ts';
import { previewReport, type ReportChoice } from './create-report.ts';

/** Rest after a change before the preview is made anew, in ms: somebody may be typing. */
const REST = 400;

export type OutlineState =
  | { readonly state: 'working'; readonly outline: Outline | null }
  | { readonly state: 'ready'; readonly outline: Outline }
  | { readonly state: 'failed'; readonly problem: Problem };

/** What the chosen report would hold; follows the workspace. */
export function useOutline(choice: ReportChoice | null): OutlineState {
  const [shown, setShown] = useState<OutlineState>({ state: 'working', outline: null });
  const { kind, subjectId, language } = choice ?? {};
  useEffect(() => {
    if (!kind || !subjectId || !language) return;
    let controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      controller.abort();
      const own = new AbortController();
      controller = own;
      setShown((before) => ({
        state: 'working',
        outline: before.state === 'failed' ? null : before.outline,
      }));
      try {
        const outline = await previewReport({ kind, subjectId, language }, own.signal);
        if (!own.signal.aborted) setShown({ state: 'ready', outline });
      } catch (thrown) {
        if (!own.signal.aborted) setShown({ state: 'failed', problem: problemOf(thrown) });
      }
    };
    void read();
    const stop = onCommitted(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), REST);
    });
    return () => {
      stop();
      clearTimeout(timer);
      controller.abort();
    };
  }, [kind, subjectId, language]);
  return shown;
}
