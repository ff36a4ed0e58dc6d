import { describe, expect, it } from 'vitest';
import { earlierOrders } from '#shared/assessment/order-history.ts';
import { newId } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { METHOD_ROUND, makePanel } from './panel.ts';

/** The panel's round, and the same ratings in rounds of other years. */
function years(rounds: readonly (Partial<Round> & { fiscalYear: number })[]) {
  const panel = makePanel(METHOD_ROUND);
  const made = rounds.map((fields): Round => ({ ...panel.round, id: newId(), ...fields }));
  const ratings = made.flatMap(({ id: roundId }) =>
    panel.state.ratings.map((rating) => ({ ...rating, id: newId(), roundId })),
  );
  return { state: { ...panel.state, rounds: made, ratings }, made };
}

describe('the orders of earlier rounds', () => {
  it('come oldest first, without the round itself and later ones', () => {
    const { state, made } = years([
      { fiscalYear: 2024 },
      { fiscalYear: 2022 },
      { fiscalYear: 2025 },
      { fiscalYear: 2023 },
    ]);
    const [own] = made;
    const past = own ? earlierOrders(state, own) : [];
    expect(past.map(({ round }) => round.fiscalYear)).toEqual([2022, 2023]);
    expect(past.every(({ restated }) => !restated)).toBe(true);
  });

  it('are read by the later thresholds where those differ, and say so', () => {
    const thresholds = makePanel({ a: [] }).round.thresholds;
    const { state, made } = years([
      { fiscalYear: 2024, thresholds: { ...thresholds, severe: 3 } },
      { fiscalYear: 2023, thresholds },
    ]);
    const [own] = made;
    const [past] = own ? earlierOrders(state, own) : [];
    expect(past?.restated).toBe(true);
    // Working environment, severity 3, is tier 1 from 3 on; by its own year's line of 4 it was not.
    expect(past?.assessment.issues.filter(({ tier }) => tier === 1)).toHaveLength(4);
    expect(past?.round.thresholds.severe).toBe(4);
  });
});
