import type { Draft } from '../change/draft.ts';
import { departedRounds } from '../change/signed-off.ts';
import type { Amendment } from '../model/amendment.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './coding.ts';
import { idAt } from './derived-id.ts';

/**
 * Writes what a draft changed of signed-off decisions, indicators and figures as an amendment of each round that it concerns,
 * with the date and the reason. Called after the edits; where nothing signed off was changed it does nothing.
 * @returns the amendments made
 * @throws ProblemError `amendment-needs-reason`
 */
export async function amend(draft: Draft, why: string, author: Authorship): Promise<Amendment[]> {
  const made: Amendment[] = [];
  for (const { round, record, amendments, departure } of await departedRounds(
    draft,
    await draft.all('rounds'),
  )) {
    if (why.trim() === '') throw new ProblemError('amendment-needs-reason', { round: round.name });
    const said = {
      recordId: record.id,
      number: (amendments.at(-1)?.number ?? 0) + 1,
      by: author.by,
      at: author.at,
      why: why.trim(),
      ...departure,
    };
    const amendment: Amendment = {
      id: await idAt(draft, 'amendments', [JSON.stringify(said)]),
      roundId: round.id,
      ...said,
    };
    draft.add('amendments', amendment);
    made.push(amendment);
  }
  return made;
}
