import { useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '#shared/model/problem.ts';
import { onCommitted } from '../../store/index.ts';
import type { AsOf } from '../../workers/report/client.ts';

/** Rest after a change before something is made anew, in ms: somebody may be typing. */
const REST = 400;

export type Followed<V> =
  /** `value`: what was made before, while it is made anew. */
  | { readonly state: 'working'; readonly value: V | null }
  | { readonly state: 'ready'; readonly value: V }
  | { readonly state: 'failed'; readonly problem: Problem };

/**
 * Makes something of the workspace, and makes it anew when the workspace changes.
 * @param make told to stop by its signal where it is not needed any more
 * @param wanted what is to be made, as one word: another one makes it anew at once
 */
export function useFollowed<V>(make: (signal: AbortSignal) => Promise<AsOf<V>>, wanted: string): Followed<V> {
  const [shown, setShown] = useState<Followed<V>>({ state: 'working', value: null });
  const latest = useRef(make);
  latest.current = make;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` says what is made; `make` is another one each time.
  useEffect(() => {
    let controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** The newest change that is shown. */
    let shownSeq = 0;
    const read = async () => {
      controller.abort();
      const own = new AbortController();
      controller = own;
      setShown((before) => ({
        state: 'working',
        value: before.state === 'failed' ? null : before.value,
      }));
      try {
        const { seq, value } = await latest.current(own.signal);
        if (own.signal.aborted) return;
        shownSeq = seq;
        setShown({ state: 'ready', value });
      } catch (thrown) {
        if (!own.signal.aborted) setShown({ state: 'failed', problem: problemOf(thrown) });
      }
    };
    void read();
    const stop = onCommitted((entry) => {
      clearTimeout(timer);
      // What was written while it was being made may be in it.
      timer = setTimeout(() => entry.seq > shownSeq && void read(), REST);
    });
    return () => {
      stop();
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted]);
  return shown;
}
