import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { codeSelection, takeAdvice } from '#shared/edit/coding.ts';
import { takeAsEvidence } from '#shared/edit/evidence.ts';
import { newId } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import type { Passage } from '#shared/model/turn.ts';
import { makeRound, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

function setUp(fields: Partial<Round> = {}) {
  const workspace = smallWorkspace();
  const { state, forcedLabour } = workspace;
  const assessor = {
    id: newId(),
    name: 'Ines',
    voice: 'company' as const,
    personId: null,
    conflict: '',
    withdrawn: false,
  };
  const round = makeRound({ issueIds: [forcedLabour.id], assessors: [assessor], ...fields });
  state.rounds.set(round.id, round);
  const place = { roundId: round.id, issueId: forcedLabour.id, assessorId: assessor.id };
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const cited = () => ([...state.ratings.values()] as Rating[])[0]?.evidence;
  return { ...workspace, round, place, edit, cited };
}

describe('takeAsEvidence', () => {
  it('makes the passage, codes it, lets the round consider the dialogue, and is one step back', async () => {
    const { state, turn, dialogue, round, place, edit, cited } = setUp();
    const words = { turnId: turn.id, start: 0, end: 35 };
    const before = structuredClone(state);
    const { result, changes } = await edit((draft) =>
      takeAsEvidence(draft, place, words, { code: true, consider: true }, AUTHOR),
    );
    expect(cited()).toEqual({ passageIds: [result.id], adviceIds: [], sources: [] });
    expect(result).toMatchObject({ quote: 'Crews pay brokers before they sail.', attribution: null });
    expect([...state.codings.values()] as Coding[]).toMatchObject([
      { passageId: result.id, issueId: place.issueId, coder: 'Ren' },
    ]);
    expect((state.rounds.get(round.id) as Round).dialogueIds).toEqual([dialogue.id]);
    applyChanges(state, invert(changes));
    expect(state).toEqual(before);
  });

  it('cites the passage that stands there, with the advice taken from it, once', async () => {
    const { state, turn, place, edit, cited } = setUp();
    const words = { turnId: turn.id, start: 0, end: 35 };
    const { result: advice } = await edit((draft) =>
      takeAdvice(
        draft,
        words,
        { kind: 'urge', issueIds: [place.issueId], restatement: '', addressee: '' },
        AUTHOR,
      ),
    );
    const options = { code: false, consider: false };
    await edit((draft) => takeAsEvidence(draft, place, words, options, AUTHOR));
    await edit((draft) => takeAsEvidence(draft, place, words, options, AUTHOR));
    expect(state.passages.size).toBe(1);
    expect(cited()).toEqual({ passageIds: advice.passageIds, adviceIds: [advice.id], sources: [] });
  });

  it('cites the words that a coding took in, not a second passage inside it', async () => {
    const { state, turn, place, edit, cited } = setUp();
    await edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 0, end: 35 }, [place.issueId], AUTHOR),
    );
    const { result } = await edit((draft) =>
      takeAsEvidence(
        draft,
        place,
        { turnId: turn.id, start: 6, end: 17 },
        { code: true, consider: false },
        AUTHOR,
      ),
    );
    expect([...state.passages.values()] as Passage[]).toEqual([result]);
    expect(cited()?.passageIds).toEqual([result.id]);
  });

  it('refuses a closed round and an issue that is not in it, and writes nothing', async () => {
    for (const [fields, code] of [
      [{ stage: 'closed' }, 'round-closed'],
      [{ issueIds: [] }, 'not-in-round'],
    ] as const) {
      const { state, turn, place, edit } = setUp(fields as Partial<Round>);
      const before = structuredClone(state);
      const refused = edit((draft) =>
        takeAsEvidence(
          draft,
          place,
          { turnId: turn.id, start: 0, end: 35 },
          { code: true, consider: false },
          AUTHOR,
        ),
      );
      await expect(refused).rejects.toMatchObject({ problem: { code } });
      expect(state).toEqual(before);
    }
  });
});
