import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenedFile } from '#shared/bridge.ts';
import {
  choiceKey,
  type MergeChoice,
  type MergeChoices,
  type MergePlan,
  planMerge,
} from '#shared/edit/merge-ratings.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { problemOf } from '#shared/model/problem.ts';
import { isHidden, sealOf } from '#shared/seal/names.ts';
import type { SheetResult } from '#shared/sheet/read-sheet.ts';
import { readers, useRows } from '../../../store/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { readReturned } from './files.ts';

/** A file that came back, and what taking it in would do. */
export interface Returned {
  readonly key: string;
  readonly result: SheetResult;
  /** Null = nothing of it can be taken in. */
  readonly plan: MergePlan | null;
  readonly choices: MergeChoices;
  readonly included: boolean;
  /** What was rated is its assessor's alone to see: counts are told, and no answer. */
  readonly hidden: boolean;
  /** Another file by the same assessor stands before it. */
  readonly again: boolean;
}

interface Read {
  readonly key: string;
  readonly result: SheetResult;
  readonly choices: MergeChoices;
  /** Null = nobody said; then the first file of each assessor is taken. */
  readonly included: boolean | null;
}

export interface ReturnedFiles {
  readonly files: readonly Returned[];
  /** Name of the file that is being read now. */
  readonly reading: string | null;
  readonly add: (files: readonly (File | OpenedFile)[]) => void;
  readonly remove: (key: string) => void;
  readonly include: (key: string, included: boolean) => void;
  readonly choose: (
    key: string,
    choice: MergeChoice,
    issueId?: IdOf<'issues'>,
    field?: Parameters<typeof choiceKey>[1],
  ) => void;
}

/** Files that came back for a round: read one after the other, compared with what stands, live. */
export function useReturned(roundId: IdOf<'rounds'>, dropped: readonly File[]): ReturnedFiles {
  const { language } = useSpeech();
  const [read, setRead] = useState<readonly Read[]>([]);
  const [waiting, setWaiting] = useState<readonly (File | OpenedFile)[]>(dropped);
  const stored = useRows(
    async (db) => ({
      ratings: await db.ratings.where('roundId').equals(roundId).toArray(),
      round: await db.rounds.get(roundId),
      seals: await db.seals.where('roundId').equals(roundId).toArray(),
    }),
    [roundId],
  );
  const next = waiting[0];
  const count = useRef(0);

  useEffect(() => {
    if (!next) return;
    const controller = new AbortController();
    void readReturned(next, roundId, language, controller.signal).then((result) => {
      if (controller.signal.aborted && problemOf(result.failure).code === 'sheets-cancelled') return;
      count.current++;
      setRead((before) => [...before, { key: `${count.current}`, result, choices: {}, included: null }]);
      setWaiting((before) => before.filter((one) => one !== next));
    });
    return () => controller.abort();
  }, [next, roundId, language]);

  const files = useMemo<readonly Returned[]>(() => {
    const seen = new Set<Id>();
    return read.map(({ key, result, choices, included }) => {
      const { offer, failure } = result;
      const takeable = offer !== null && failure === null && stored !== undefined;
      const plan = takeable ? planMerge(stored.ratings, offer, choices) : null;
      const seal = offer && stored ? sealOf(stored.seals, roundId, offer.assessorId) : undefined;
      const hidden = Boolean(stored?.round && offer && isHidden(stored.round, offer, seal, readers()));
      const again = offer !== null && seen.has(offer.assessorId);
      if (offer && plan) seen.add(offer.assessorId);
      return { key, result, plan, choices, hidden, again, included: plan !== null && (included ?? !again) };
    });
  }, [read, stored, roundId]);

  const change = useCallback(
    (key: string, to: (file: Read) => Partial<Read>) =>
      setRead((before) => before.map((one) => (one.key === key ? { ...one, ...to(one) } : one))),
    [],
  );
  return {
    files,
    reading: next?.name ?? null,
    add: useCallback((more) => setWaiting((before) => [...before, ...more]), []),
    remove: useCallback((key) => setRead((before) => before.filter((one) => one.key !== key)), []),
    include: useCallback(
      (key, included) =>
        setRead((before) => {
          const assessor = before.find((one) => one.key === key)?.result.offer?.assessorId;
          // Of two files by one assessor, one is taken: what the other says would be a conflict with it.
          return before.map((one) => {
            if (one.key === key) return { ...one, included };
            return included && one.result.offer?.assessorId === assessor ? { ...one, included: false } : one;
          });
        }),
      [],
    ),
    choose: useCallback(
      (key, choice, issueId, field) => {
        const file = files.find((one) => one.key === key);
        const keys =
          issueId !== undefined && field !== undefined
            ? [choiceKey(issueId, field)]
            : (file?.plan?.conflicts ?? []).map((one) => choiceKey(one.issueId, one.field));
        change(key, ({ choices }) => ({
          choices: { ...choices, ...Object.fromEntries(keys.map((one) => [one, choice])) },
        }));
      },
      [change, files],
    ),
  };
}
