import { describe, expect, it } from 'vitest';
import { supportsByPassage } from '#shared/assessment/supports.ts';
import type { Advice } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Round } from '#shared/model/round.ts';
import { METHOD_ROUND, makePanel } from './panel.ts';

const AT = '2024-06-01T00:00:00.000Z';
const dialogueId = newId();
const [coded, advised, cited, elsewhere] = [newId(), newId(), newId(), newId()];

function workspace(fields: Partial<Round> = {}) {
  const panel = makePanel(METHOD_ROUND);
  const idOf = (name: keyof typeof METHOD_ROUND) => panel.issues.get(name)?.id ?? '';
  const round: Round = { ...panel.round, dialogueIds: [dialogueId], stage: 'discussion', ...fields };
  const coding = (passageId: string, issueId: string, inDialogue = dialogueId): Coding => ({
    id: newId(),
    dialogueId: inDialogue,
    passageId,
    issueId,
    coder: 'Rin',
    memo: '',
    reconciled: null,
    at: AT,
  });
  const advice: Advice = {
    id: newId(),
    dialogueId,
    passageIds: [advised],
    issueIds: [idOf('climate')],
    kind: 'urge',
    restatement: '',
    addressee: '',
    response: '',
    commitment: '',
    noCommitmentWhy: '',
    owner: '',
    due: null,
    status: 'heard',
    takenBy: '',
    at: AT,
  };
  const ratings = panel.state.ratings.map((rating, index) =>
    rating.issueId === idOf('privacy')
      ? {
          ...rating,
          evidence: {
            passageIds: index % 2 === 0 ? [cited, coded] : [cited],
            adviceIds: index % 2 === 0 ? [advice.id] : [],
            sources: [],
          },
        }
      : rating,
  );
  const codings = [coding(coded, idOf('privacy')), coding(elsewhere, idOf('privacy'), newId())];
  return { panel, idOf, round, tables: { rounds: [round], ratings, codings, advice: [advice] } };
}

describe('the dots that words support', () => {
  it('are those they are coded to, advised on or cited for, with how many ratings cite them', () => {
    const { idOf, round, tables } = workspace();
    const supports = supportsByPassage(tables);
    const of = (passageId: string) =>
      supports.get(passageId)?.map(({ issueId, cited: times }) => [issueId, times]);
    expect(of(coded)).toEqual([[idOf('privacy'), 2]]);
    // The advice taken from it is cited for privacy, and is itself about climate.
    expect(of(advised)).toEqual([
      [idOf('climate'), 0],
      [idOf('privacy'), 2],
    ]);
    expect(of(cited)).toEqual([[idOf('privacy'), 4]]);
    expect(of(elsewhere)).toBeUndefined();
    expect(supports.get(coded)?.[0]?.roundId).toBe(round.id);
  });

  it('leave out issues that the round does not assess, and codings that were rejected', () => {
    const { round, idOf, tables } = workspace();
    const without = { ...round, issueIds: round.issueIds.filter((id) => id !== idOf('privacy')) };
    expect(supportsByPassage({ ...tables, rounds: [without] }).has(coded)).toBe(false);
    const rejected = tables.codings.map((one) => ({ ...one, reconciled: 'rejected' as const }));
    expect(supportsByPassage({ ...tables, ratings: [], codings: rejected }).has(coded)).toBe(false);
  });

  it('say nothing of a round in which somebody still judges for themselves', () => {
    const { tables, panel } = workspace({ stage: 'rating', finished: [] });
    expect(supportsByPassage(tables).size).toBe(0);
    const finished = panel.round.assessors.map(({ id }) => ({ assessorId: id, at: AT }));
    const [round] = tables.rounds;
    expect(
      supportsByPassage({ ...tables, rounds: round ? [{ ...round, finished }] : [] }).size,
    ).toBeGreaterThan(0);
  });
});
