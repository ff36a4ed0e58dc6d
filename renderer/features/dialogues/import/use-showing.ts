import { useEffect, useMemo, useState } from 'react';
import { type Problem, problemOf } from '#shared/model/problem.ts';
import type { TaughtLayout } from '#shared/model/taught-layout.ts';
import { type Changes, changes } from '#shared/transcript/reread.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { startsBy, taughtLayouts } from '#shared/transcript/taught.ts';
import { readBy } from './session.ts';
import { type Marking, marksOf } from './show-marks.ts';

/** A reading by what was marked, and what it changes. */
export interface Reread {
  readonly reading: Awaited<ReturnType<typeof readBy>>;
  readonly told: Changes;
}

/** What follows from the marks so far. */
export interface Showing {
  readonly layouts: readonly TaughtLayout[];
  /** By line: the name that begins a turn there. */
  readonly found: ReadonlyMap<number, string>;
  /** Null while it is being read, and where nothing is marked. */
  readonly reread: Reread | null;
  readonly problem: Problem | null;
}

/** While somebody marks, the text is not read anew at every word. Milliseconds. */
const PAUSE = 200;

/** Reads the text by what is marked, again whenever that changes. */
export function useShowing(read: ReadResult, { shown, nobody }: Pick<Marking, 'shown' | 'nobody'>): Showing {
  const texts = useMemo(() => new Map(read.source.map(({ number, text }) => [number, text])), [read.source]);
  const layouts = useMemo(
    () => taughtLayouts(marksOf({ selection: null, shown, nobody }, (line) => texts.get(line))),
    [shown, nobody, texts],
  );
  const found = useMemo(
    () =>
      new Map(
        [...startsBy(layouts, read.source)].map(([{ number }, { label }]): [number, string] => [
          number,
          label,
        ]),
      ),
    [layouts, read.source],
  );
  const [end, setEnd] = useState<{ of: readonly TaughtLayout[]; reread?: Reread; problem?: Problem } | null>(
    null,
  );
  useEffect(() => {
    if (layouts.length === 0) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      readBy(layouts, { signal: abort.signal })
        .then((reading) => setEnd({ of: layouts, reread: { reading, told: changes(read, reading.result) } }))
        .catch((thrown: unknown) => {
          if (!abort.signal.aborted) setEnd({ of: layouts, problem: problemOf(thrown) });
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [layouts, read]);
  const now = end?.of === layouts ? end : null;
  return { layouts, found, reread: now?.reread ?? null, problem: now?.problem ?? null };
}
