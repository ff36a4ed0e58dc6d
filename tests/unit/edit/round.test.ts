import { describe, expect, it } from 'vitest';
import { DEFAULT_SCALE_TEXTS } from '#shared/assessment/scale-texts.ts';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { decide } from '#shared/edit/decision.ts';
import { answer } from '#shared/edit/rating.ts';
import {
  type AssessorFields,
  addAssessor,
  changeAssessor,
  changeChoice,
  changeRound,
  moveToStage,
  newRound,
  type RoundFields,
  removeAssessor,
  removeRound,
} from '#shared/edit/round.ts';
import { newId } from '#shared/model/basics.ts';
import { DEFAULT_THRESHOLDS, Round } from '#shared/model/round.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AT = '2024-06-02T00:00:00.000Z';
const HAND = { by: 'Ren', at: AT };
const INES = { name: 'Ines', voice: 'company' as const, personId: null };
const OMAR = { name: 'Omar', voice: 'expert' as const, personId: null };

async function setUp() {
  const workspace = smallWorkspace();
  const { state } = workspace;
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const fields: RoundFields = {
    fiscalYear: 2024,
    name: 'FY2024',
    issueIds: [workspace.forcedLabour.id, workspace.privacy.id],
    dialogueIds: [workspace.dialogue.id],
    method: { version: 'severity-first-1', standard: '' },
    scaleTexts: DEFAULT_SCALE_TEXTS,
    thresholds: DEFAULT_THRESHOLDS,
    note: {},
  };
  const { result: round } = await edit((draft) => newRound(draft, fields, [INES, OMAR]));
  const [ines, omar] = round.assessors;
  if (!ines || !omar) throw new Error('assessors');
  const rate = (issueId: string, assessorId: string) =>
    edit((draft) => answer(draft, { roundId: round.id, issueId, assessorId }, 'scale', 4, AT));
  return { ...workspace, edit, fields, round, ines, omar, rate };
}

describe('a new round', () => {
  it('is valid, in the stage of rating, and its anchors say five levels in both languages', async () => {
    const { round } = await setUp();
    expect(Round.safeParse(round).success).toBe(true);
    expect(round).toMatchObject({ stage: 'rating', closedAt: null });
    for (const levels of Object.values(DEFAULT_SCALE_TEXTS))
      for (const level of levels)
        expect([level.en, level.ja].every((text) => text && text.length > 4)).toBe(true);
  });

  it('needs issues that exist and assessors that are named apart', async () => {
    const { edit, fields } = await setUp();
    const begin = (change: Partial<RoundFields>, assessors: readonly AssessorFields[] = [INES]) =>
      edit((draft) => newRound(draft, { ...fields, ...change }, assessors));
    await expect(begin({ issueIds: [] })).rejects.toMatchObject({
      problem: { code: 'round-without-issues' },
    });
    await expect(begin({ issueIds: [newId()] })).rejects.toMatchObject({ problem: { code: 'row-missing' } });
    await expect(begin({}, [{ ...INES, name: '  ' }])).rejects.toMatchObject({
      problem: { code: 'round-without-assessors' },
    });
    await expect(begin({}, [INES, { ...OMAR, name: ' ｉnes' }])).rejects.toMatchObject({
      problem: { code: 'assessor-twice' },
    });
  });
});

describe('changing a round', () => {
  it('drops the ratings of issues it no longer holds, and undo brings them back', async () => {
    const { state, edit, round, privacy, forcedLabour, ines, rate } = await setUp();
    await rate(privacy.id, ines.id);
    await rate(forcedLabour.id, ines.id);
    const before = plainState(state);
    const { changes } = await edit((draft) => changeRound(draft, round.id, { issueIds: [forcedLabour.id] }));
    expect([...state.ratings.values()]).toHaveLength(1);
    applyChanges(state, invert(changes));
    expect(plainState(state)).toEqual(before);
  });

  it('removes an assessor with their ratings, but never the last one', async () => {
    const { state, edit, round, privacy, ines, omar, rate } = await setUp();
    await rate(privacy.id, ines.id);
    await edit((draft) => removeAssessor(draft, round.id, ines.id));
    expect(state.ratings.size).toBe(0);
    await expect(edit((draft) => removeAssessor(draft, round.id, omar.id))).rejects.toMatchObject({
      problem: { code: 'round-without-assessors' },
    });
  });

  it('adds and renames assessors without letting two be alike', async () => {
    const { state, edit, round, ines } = await setUp();
    await edit((draft) => addAssessor(draft, round.id, { ...OMAR, name: ' Sol ' }));
    await edit((draft) => changeAssessor(draft, round.id, ines.id, { name: 'Inês', voice: 'rightsholder' }));
    expect((state.rounds.get(round.id) as Round).assessors.map(({ name, voice }) => [name, voice])).toEqual([
      ['Inês', 'rightsholder'],
      ['Omar', 'expert'],
      ['Sol', 'expert'],
    ]);
    await expect(
      edit((draft) => changeAssessor(draft, round.id, ines.id, { name: 'omar' })),
    ).rejects.toMatchObject({ problem: { code: 'assessor-twice' } });
  });
});

describe('closing', () => {
  it('freezes ratings and method until it is reopened', async () => {
    const { state, edit, round, privacy, ines, rate } = await setUp();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AT));
    expect(state.rounds.get(round.id)).toMatchObject({ stage: 'closed', closedAt: AT });
    const closed = { problem: { code: 'round-closed' } };
    await expect(rate(privacy.id, ines.id)).rejects.toMatchObject(closed);
    await expect(edit((draft) => changeRound(draft, round.id, { name: 'x' }))).rejects.toMatchObject(closed);
    await expect(edit((draft) => removeRound(draft, round.id))).rejects.toMatchObject(closed);
    await edit((draft) => moveToStage(draft, round.id, 'discussion', AT));
    expect(state.rounds.get(round.id)).toMatchObject({ stage: 'discussion', closedAt: null });
    await rate(privacy.id, ines.id);
    expect(state.ratings.size).toBe(1);
  });
});

describe('removing a round', () => {
  it('takes its ratings and decisions with it, in one step of undo', async () => {
    const { state, edit, round, privacy, ines, rate } = await setUp();
    await rate(privacy.id, ines.id);
    await edit((draft) =>
      decide(
        draft,
        round.id,
        { kind: 'issue', id: privacy.id },
        { level: 'monitor', suggested: null, why: '', owner: '', reviewDate: null, fiscalYear: 2025 },
        HAND,
      ),
    );
    const before = plainState(state);
    const { changes } = await edit((draft) => removeRound(draft, round.id));
    expect(state.rounds.size + state.ratings.size + state.decisions.size).toBe(0);
    applyChanges(state, invert(changes));
    expect(plainState(state)).toEqual(before);
  });
});

describe('what a round holds', () => {
  it('keeps two ticks of which the second was made before the first was shown', async () => {
    const { state, round, forcedLabour, privacy, dialogue, edit } = await setUp();
    const take = (id: string) =>
      edit((draft) => changeChoice(draft, round.id, 'dialogueIds', { added: [], removed: [id] }));
    const give = (id: string) =>
      edit((draft) => changeChoice(draft, round.id, 'dialogueIds', { added: [id], removed: [] }));
    await take(dialogue.id);
    await give(dialogue.id);
    await give(dialogue.id);
    await edit((draft) =>
      changeChoice(draft, round.id, 'issueIds', { added: [], removed: [forcedLabour.id] }),
    );
    const now = plainState(state).rounds.find(({ id }) => id === round.id);
    expect(now?.dialogueIds).toEqual([dialogue.id]);
    expect(now?.issueIds).toEqual([privacy.id]);
  });

  it('is never without an issue', async () => {
    const { round, forcedLabour, privacy, edit } = await setUp();
    await expect(
      edit((draft) =>
        changeChoice(draft, round.id, 'issueIds', { added: [], removed: [forcedLabour.id, privacy.id] }),
      ),
    ).rejects.toMatchObject({ problem: { code: 'round-without-issues' } });
  });
});
