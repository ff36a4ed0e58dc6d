import { assessState } from '../assessment/assess-round.ts';
import { stateOfRound } from '../assessment/frozen.ts';
import type { RatedTables } from '../assessment/last-result.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { successor } from '../model/lineage.ts';
import type { Round } from '../model/round.ts';

/** Closed rounds, the latest first: the figures of any other may still change, or are not to be seen yet. */
export function closedRounds(rounds: readonly Round[]): Round[] {
  return rounds
    .filter(({ stage }) => stage === 'closed')
    .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1));
}

/**
 * How severe each issue was found in a closed round: the highest of scale, scope and irremediability, by the reading that
 * ranks. An issue that others were merged into since is as severe as the severest of them.
 */
export function severitiesIn(tables: RatedTables, roundId: IdOf<'rounds'>): ReadonlyMap<Id, number> {
  const unheard = { participants: [], turns: [], passages: [], codings: [], advice: [] };
  const live = { ...tables, ...unheard };
  const assessment = assessState(stateOfRound(live, roundId), roundId, live, { robust: false });
  const issues = new Map(tables.issues.map((issue) => [issue.id, issue]));
  const found = new Map<Id, number>();
  for (const { issueId, severityFloor } of assessment.issues) {
    if (severityFloor === null) continue;
    for (const id of new Set([issueId, successor((one) => issues.get(one), issueId)]))
      found.set(id, Math.max(found.get(id) ?? 0, severityFloor.ranking));
  }
  return found;
}
