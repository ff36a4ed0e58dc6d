import { useEffect, useState } from 'react';
import { describeProblem } from '#shared/i18n/index.ts';
import { problemOf } from '#shared/model/problem.ts';
import { type Mark, noteSeen, seenBefore } from '../../platform/visits.ts';
import { openStoreId, useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { type Overview, overviewInWorker } from '../../workers/overview/client.ts';

/** What takes reading: changes and matrix. Undefined while it is read for the first time. */
export interface OverviewState {
  readonly overview: Overview | undefined;
  /** Why it could not be read, in words; null = it could. */
  readonly failure: string | null;
  /** What had been seen before this start; null = nothing was. */
  readonly since: Mark | null;
}

/** Read in a worker once the window has nothing else to do, and again when something was written. */
export function useOverview(): OverviewState {
  const { t, language } = useSpeech();
  const storeId = openStoreId();
  const since = seenBefore(storeId);
  const head = useRows(async (db) => Number((await db.journal.toCollection().lastKey()) ?? 0), []);
  const [overview, setOverview] = useState<Overview>();
  const [failure, setFailure] = useState<string | null>(null);
  const from = since?.seq ?? null;
  useEffect(() => {
    if (head === undefined) return;
    const giveUp = new AbortController();
    const idle = requestIdleCallback(
      () => {
        overviewInWorker(storeId, from, language, giveUp.signal).then(
          (read) => {
            if (giveUp.signal.aborted) return;
            setOverview(read);
            setFailure(null);
            noteSeen(storeId, read.changes.head);
          },
          (thrown) => {
            if (!giveUp.signal.aborted) setFailure(describeProblem(t, problemOf(thrown)));
          },
        );
      },
      { timeout: 1000 },
    );
    return () => {
      cancelIdleCallback(idle);
      giveUp.abort();
    };
  }, [storeId, from, language, head, t]);
  return { overview, failure, since };
}
