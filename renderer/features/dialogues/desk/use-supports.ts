import { useMemo } from 'react';
import { type Support, supportsByPassage } from '#shared/assessment/supports.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import type { Passage } from '#shared/model/turn.ts';
import { useRows } from '../../../store/index.ts';
import type { StoredMark } from './marks.ts';

/** Rounds that are looked back on. */
const MOST = 3;

/** What the words of a dialogue support. */
export interface Supports {
  readonly rounds: ReadonlyMap<Id, Round>;
  readonly byPassage: ReadonlyMap<Id, readonly Support[]>;
  /** Passages that ratings cite, by turn. */
  readonly cited: ReadonlyMap<Id, readonly Passage[]>;
}

/** Live: the dots that the passages of a dialogue support, in the latest rounds. */
export function useSupports(
  dialogueId: IdOf<'dialogues'>,
  codings: readonly Coding[],
  marks: ReadonlyMap<Id, readonly StoredMark[]>,
): Supports | undefined {
  // Not what changes with every coding: the desk has that at hand.
  const rows = useRows(
    async (db) => {
      const rounds = (await db.rounds.toArray()).sort((a, b) => b.fiscalYear - a.fiscalYear).slice(0, MOST);
      const ratings = await db.ratings
        .where('roundId')
        .anyOf(rounds.map(({ id }) => id))
        .toArray();
      const citedIds = [...new Set(ratings.flatMap(({ evidence }) => evidence.passageIds))];
      const passages = (await db.passages.bulkGet(citedIds)).filter((one) => one?.dialogueId === dialogueId);
      return { rounds, ratings, passages: passages.filter((one) => one !== undefined) };
    },
    [dialogueId],
  );
  return useMemo(() => {
    if (!rows) return undefined;
    const advice = new Map<Id, Advice>();
    for (const own of marks.values())
      for (const mark of own) if (mark.kind === 'advice') advice.set(mark.advice.id, mark.advice);
    const { rounds, ratings, passages } = rows;
    const byPassage = supportsByPassage({ rounds, ratings, codings, advice: [...advice.values()] });
    const cited = new Map<Id, Passage[]>();
    for (const passage of passages)
      if (byPassage.get(passage.id)?.some((one) => one.cited > 0))
        cited.set(passage.turnId, [...(cited.get(passage.turnId) ?? []), passage]);
    return { rounds: new Map(rounds.map((round) => [round.id, round])), byPassage, cited };
  }, [rows, codings, marks]);
}
