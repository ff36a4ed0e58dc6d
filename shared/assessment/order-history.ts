import type { Round } from '../model/round.ts';
import { scaleSize } from '../model/scale.ts';
import { type AssessedTables, assessState, type RoundAssessment } from './assess-round.ts';
import { stateOfRound } from './frozen.ts';
import { rulesOf, sameRules } from './order.ts';

/** An earlier round beside the one that is looked at. */
export interface PastOrder {
  readonly round: Round;
  /** Its ratings were read by the later round's method and thresholds, because one of them differs. */
  readonly restated: boolean;
  readonly assessment: RoundAssessment;
}

/** Most rounds that are looked back on. */
const MOST = 6;

/**
 * The orders of the rounds before one, oldest first, each as that round sees its ratings. What was heard is not asked
 * for: an order follows from ratings alone, so the tables of dialogues may be empty. Rounds of another scale are not among
 * them: their places cannot be joined with those of this one.
 */
export function earlierOrders(state: AssessedTables, later: Round): PastOrder[] {
  return state.rounds
    .filter((one) => one.fiscalYear < later.fiscalYear && scaleSize(one) === scaleSize(later))
    .sort((a, b) => a.fiscalYear - b.fiscalYear || (a.id < b.id ? -1 : 1))
    .slice(-MOST)
    .map(({ id }) => {
      const own = stateOfRound(state, id);
      const round = own.rounds.find((one) => one.id === id) ?? later;
      const rules = rulesOf(later);
      const restated = !sameRules(rulesOf(round), rules);
      const { thresholds } = later;
      const read = restated
        ? { ...own, rounds: own.rounds.map((one) => (one.id === id ? { ...one, thresholds } : one)) }
        : own;
      return { round, restated, assessment: assessState(read, id, state, { robust: false, rules }) };
    });
}
