import type { Advice } from '../model/advice.ts';
import type { Id } from '../model/basics.ts';
import { activeCodings, type Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import type { Round } from '../model/round.ts';
import { resultsShown } from './blindness.ts';

/** A dot that words support: an issue in a round's matrix. */
export interface Support {
  readonly roundId: IdOf<'rounds'>;
  readonly issueId: IdOf<'issues'>;
  /** Ratings of it that cite the words, or advice taken from them; 0 = they are heard in a dialogue of the round. */
  readonly cited: number;
}

export interface SupportTables {
  readonly rounds: readonly Round[];
  readonly ratings: readonly Rating[];
  readonly codings: readonly Coding[];
  readonly advice: readonly Advice[];
}

/**
 * The way back from words to the dots that rest on them, by passage: issues that a passage is coded to, or that advice
 * from it is about, in rounds that consider its dialogue, and issues whose ratings cite it. The latest round first. Only
 * rounds whose results are shown: before that their ratings are nobody else's to see.
 */
export function supportsByPassage({ rounds, ratings, codings, advice }: SupportTables): Map<Id, Support[]> {
  const shown = rounds
    .filter(resultsShown)
    .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1));
  const found = new Map<Id, Map<string, Support>>();
  const add = (
    passageId: IdOf<'passages'>,
    { id: roundId, issueIds }: Round,
    issueId: IdOf<'issues'>,
    cited: 0 | 1,
  ) => {
    if (!issueIds.includes(issueId)) return;
    const own = found.get(passageId) ?? new Map<string, Support>();
    const key = `${roundId}/${issueId}`;
    own.set(key, { roundId, issueId, cited: (own.get(key)?.cited ?? 0) + cited });
    found.set(passageId, own);
  };
  const standing = activeCodings(codings);
  const taken = new Map(advice.map(({ id, passageIds }) => [id, passageIds]));
  for (const round of shown) {
    for (const { passageId, issueId, dialogueId } of standing)
      if (round.dialogueIds.includes(dialogueId)) add(passageId, round, issueId, 0);
    for (const { passageIds, issueIds, dialogueId } of advice)
      if (round.dialogueIds.includes(dialogueId))
        for (const passageId of passageIds) for (const issueId of issueIds) add(passageId, round, issueId, 0);
    for (const { roundId, issueId, evidence } of ratings) {
      if (roundId !== round.id) continue;
      const cited = new Set([
        ...evidence.passageIds,
        ...evidence.adviceIds.flatMap((id) => taken.get(id) ?? []),
      ]);
      for (const passageId of cited) add(passageId, round, issueId, 1);
    }
  }
  return new Map([...found].map(([passageId, own]) => [passageId, [...own.values()]]));
}
