import { describe, expect, it } from 'vitest';
import { DEFAULT_SCALE_TEXTS } from '#shared/assessment/scale-texts.ts';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { decide } from '#shared/edit/decision.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { answer, finish } from '#shared/edit/rating.ts';
import {
  changeChoice,
  changeRound,
  moveToStage,
  newRound,
  type RoundFields,
  removeRound,
  startFrom,
} from '#shared/edit/round.ts';
import {
  type AssessorFields,
  addAssessor,
  changeAssessor,
  liftRecusal,
  recuse,
  removeAssessor,
  returnAssessor,
  withdrawAssessor,
} from '#shared/edit/round-assessors.ts';
import { newId } from '#shared/model/basics.ts';
import type { RoundRecord } from '#shared/model/record.ts';
import { DEFAULT_THRESHOLDS, Round } from '#shared/model/round.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AT = '2024-06-02T00:00:00.000Z';
const AUTHOR = { by: 'Ren', at: AT };
const REASON = { ...AUTHOR, why: 'It was asked for.' };
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
    name: { en: 'FY2024' },
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
    const { changes } = await edit((draft) =>
      changeRound(draft, round.id, { issueIds: [forcedLabour.id] }, REASON),
    );
    expect([...state.ratings.values()]).toHaveLength(1);
    applyChanges(state, invert(changes));
    expect(plainState(state)).toEqual(before);
  });

  it('removes an assessor while it is set up, but never the last one, and nobody once rating has begun', async () => {
    const { edit, fields, round, omar } = await setUp();
    const { result: open } = await edit((draft) =>
      newRound(draft, fields, [INES, OMAR], { stage: 'open', author: AUTHOR }),
    );
    const [first, second] = open.assessors.map(({ id }) => id) as [string, string];
    await edit((draft) => removeAssessor(draft, open.id, first));
    await expect(edit((draft) => removeAssessor(draft, open.id, second))).rejects.toMatchObject({
      problem: { code: 'round-without-assessors' },
    });
    await expect(edit((draft) => removeAssessor(draft, round.id, omar.id))).rejects.toMatchObject({
      problem: { code: 'assessor-stays' },
    });
  });

  it('adds and renames assessors without letting two be alike', async () => {
    const { state, edit, round, ines } = await setUp();
    await edit((draft) => addAssessor(draft, round.id, { ...OMAR, name: ' Sol ' }, REASON));
    await edit((draft) =>
      changeAssessor(draft, round.id, ines.id, { name: 'Inês', voice: 'rightsholder' }, REASON),
    );
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
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    expect(state.rounds.get(round.id)).toMatchObject({ stage: 'closed', closedAt: AT });
    const closed = { problem: { code: 'round-closed' } };
    await expect(rate(privacy.id, ines.id)).rejects.toMatchObject(closed);
    await expect(edit((draft) => changeRound(draft, round.id, { name: { en: 'x' } }))).rejects.toMatchObject(
      closed,
    );
    await expect(edit((draft) => removeRound(draft, round.id))).rejects.toMatchObject(closed);
    await edit((draft) => moveToStage(draft, round.id, 'discussion', AUTHOR, 'A figure was mistyped.'));
    expect(state.rounds.get(round.id)).toMatchObject({ stage: 'discussion', closedAt: null });
    await rate(privacy.id, ines.id);
    expect(state.ratings.size).toBe(1);
  });
});

describe('the stages of a round', () => {
  const rowOf = ({ state, round }: Awaited<ReturnType<typeof setUp>>) => state.rounds.get(round.id) as Round;
  const recordsOf = ({ state }: Awaited<ReturnType<typeof setUp>>) =>
    [...state.records.values()] as RoundRecord[];

  it('begin in preparation where the person wants it: then nothing is rated yet', async () => {
    const { edit, fields, privacy } = await setUp();
    const { result: round } = await edit((draft) =>
      newRound(draft, fields, [INES], { stage: 'open', author: AUTHOR }),
    );
    expect(round).toMatchObject({ stage: 'open', history: [{ stage: 'open', by: 'Ren', at: AT, why: '' }] });
    const place = { roundId: round.id, issueId: privacy.id, assessorId: round.assessors[0]?.id ?? '' };
    await expect(edit((draft) => answer(draft, place, 'scale', 3, AT))).rejects.toMatchObject({
      problem: { code: 'round-not-begun' },
    });
    await edit((draft) => moveToStage(draft, round.id, 'rating', AUTHOR));
    await edit((draft) => answer(draft, place, 'scale', 3, AT));
  });

  it('are written into its history; a record is kept before the discussion and at each closing', async () => {
    const round = await setUp();
    const { edit } = round;
    const move = (stage: Round['stage'], why = '') =>
      edit((draft) => moveToStage(draft, round.round.id, stage, AUTHOR, why));
    await round.rate(round.privacy.id, round.ines.id);
    await move('discussion');
    await round.rate(round.privacy.id, round.omar.id);
    await move('closed');
    await move('discussion', ' A figure was mistyped. ');
    await move('closed');
    expect(rowOf(round).history.map(({ stage, by, why }) => [stage, by, why])).toEqual([
      ['discussion', 'Ren', ''],
      ['closed', 'Ren', ''],
      ['discussion', 'Ren', 'A figure was mistyped.'],
      ['closed', 'Ren', ''],
    ]);
    expect(recordsOf(round).map(({ kind, ratings }) => [kind, ratings.length])).toEqual([
      ['before-discussion', 1],
      ['closed', 2],
      ['closed', 2],
    ]);
    const [first, second, third] = recordsOf(round).map(({ sum }) => sum);
    expect(second).toBe(third);
    expect(second).not.toBe(first);
  });

  it('ask why a closed round is opened again, and undo takes opening and closing back', async () => {
    const round = await setUp();
    const { edit, state } = round;
    const before = plainState(state);
    const closing = await edit((draft) => moveToStage(draft, round.round.id, 'closed', AUTHOR));
    const closed = plainState(state);
    await expect(
      edit((draft) => moveToStage(draft, round.round.id, 'discussion', AUTHOR, '  ')),
    ).rejects.toMatchObject({ problem: { code: 'reopen-needs-reason' } });
    const opening = await edit((draft) => moveToStage(draft, round.round.id, 'discussion', AUTHOR, 'Why'));
    // As the store undoes: through a draft, guards and all.
    const take = (changes: typeof opening.changes) =>
      edit(async (draft) => {
        for (const { table, id, after } of invert(changes))
          if (after) await draft.put(table, after as never);
          else await draft.remove(table, id);
      });
    await take(opening.changes);
    expect(plainState(state)).toEqual(closed);
    await take(closing.changes);
    expect(plainState(state)).toEqual(before);
  });
});

describe('what nobody may do to a closed round, whoever writes the change set', () => {
  async function closed() {
    const round = await setUp();
    await round.rate(round.privacy.id, round.ines.id);
    await round.edit((draft) => moveToStage(draft, round.round.id, 'closed', AUTHOR));
    const row = round.state.rounds.get(round.round.id) as Round;
    const [record] = [...round.state.records.values()] as RoundRecord[];
    if (!record) throw new Error('record');
    return { ...round, row, record };
  }
  const opened = (row: Round, why: string): Round => ({
    ...row,
    stage: 'discussion',
    closedAt: null,
    history: [...row.history, { stage: 'discussion', by: 'Sol', at: AT, why }],
  });

  it.each([
    ['open it without a reason', (row: Round) => opened(row, ''), 'reopen-needs-reason'],
    [
      'open it without a trace',
      (row: Round) => ({ ...row, stage: 'discussion' as const }),
      'reopen-needs-reason',
    ],
    [
      'change a threshold on the way',
      (row: Round) => ({ ...opened(row, 'Why'), thresholds: { ...row.thresholds, floor: 5 } }),
      'round-closed',
    ],
    [
      'write its history anew',
      (row: Round) => ({
        ...opened(row, 'Why'),
        history: [{ stage: 'discussion' as const, by: '', at: AT, why: 'x' }],
      }),
      'round-closed',
    ],
    ['rename it', (row: Round) => ({ ...row, name: { en: 'Other' } }), 'round-closed'],
  ])('%s', async (_what, change, code) => {
    const { edit, row } = await closed();
    await expect(edit((draft) => draft.put('rounds', change(row)))).rejects.toMatchObject({
      problem: { code },
    });
  });

  it('remove it, or its ratings', async () => {
    const { edit, row, state } = await closed();
    const refused = { problem: { code: 'round-closed' } };
    await expect(edit((draft) => draft.remove('rounds', row.id))).rejects.toMatchObject(refused);
    const [rating = ''] = state.ratings.keys();
    await expect(edit((draft) => draft.remove('ratings', rating))).rejects.toMatchObject(refused);
  });

  it('change, remove or add a record; it goes with its round alone', async () => {
    const { edit, record, row, state } = await closed();
    const kept = { problem: { code: 'record-kept' } };
    await expect(
      edit((draft) => draft.put('records', { ...record, sum: '0'.repeat(64) })),
    ).rejects.toMatchObject(kept);
    await expect(edit((draft) => draft.remove('records', record.id))).rejects.toMatchObject(kept);
    await expect(edit((draft) => draft.put('records', { ...record, id: newId() }))).rejects.toMatchObject(
      kept,
    );
    await edit((draft) => draft.put('rounds', opened(row, 'Why')));
    await expect(edit((draft) => draft.remove('records', record.id))).rejects.toMatchObject(kept);
    await edit((draft) => removeRound(draft, row.id));
    expect(state.records.size).toBe(0);
  });
});

describe('a round that begins with an earlier one', () => {
  const options = { fiscalYear: 2025, name: { en: 'FY2025' }, keepAssessors: true };

  it('no longer names the earlier one when that is removed', async () => {
    const { edit, state, round } = await setUp();
    const { result: open } = await edit((draft) => startFrom(draft, round.id, options, AUTHOR));
    await edit((draft) => removeRound(draft, round.id));
    expect(state.rounds.get(open.id)).toMatchObject({ basedOn: null });
  });

  it('keeps the earlier one once it is signed off with a comparison to it', async () => {
    const { edit, state, round } = await setUp();
    const { result: closed } = await edit((draft) => startFrom(draft, round.id, options, AUTHOR));
    await edit((draft) => moveToStage(draft, closed.id, 'closed', AUTHOR));
    await expect(edit((draft) => removeRound(draft, round.id))).rejects.toMatchObject({
      problem: { code: 'round-compared', params: { round: { en: 'FY2025' } } },
    });
    expect(state.rounds.get(round.id)).toEqual(round);
  });

  it('takes over what is still on the list, the lines, the levels and the people, and no rating', async () => {
    const { edit, state, round, fields, privacy, forcedLabour, rate, ines } = await setUp();
    await rate(privacy.id, ines.id);
    await edit((draft) => changeAssessor(draft, round.id, ines.id, { conflict: 'Sits on the board.' }));
    await edit((draft) =>
      changeRound(
        draft,
        round.id,
        { thresholds: { ...DEFAULT_THRESHOLDS, severe: 3 }, note: { en: 'Old' } },
        REASON,
      ),
    );
    const { result: next } = await edit((draft) => startFrom(draft, round.id, options, AUTHOR));
    expect(next).toMatchObject({
      basedOn: round.id,
      stage: 'open',
      fiscalYear: 2025,
      issueIds: [forcedLabour.id, privacy.id],
      thresholds: { severe: 3 },
      scaleTexts: fields.scaleTexts,
      dialogueIds: [],
      note: {},
      finished: [],
    });
    expect(next.assessors.map(({ name, voice, conflict }) => [name, voice, conflict])).toEqual([
      ['Ines', 'company', ''],
      ['Omar', 'expert', ''],
    ]);
    expect(next.assessors.map(({ id }) => id)).not.toContain(ines.id);
    expect([...state.ratings.values()].filter((one) => 'roundId' in one && one.roundId === next.id)).toEqual(
      [],
    );
  });

  it('follows a merged issue to its successor, and leaves out what was taken off the list', async () => {
    const { edit, round, privacy, forcedLabour } = await setUp();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    await edit((draft) => mergeIssues(draft, [privacy.id], forcedLabour.id, AUTHOR));
    const begin = () => edit((draft) => startFrom(draft, round.id, options, AUTHOR));
    expect((await begin()).result.issueIds).toEqual([forcedLabour.id]);
    await edit((draft) => draft.patch('issues', forcedLabour.id, { retiredAfter: 2024 }));
    await expect(begin()).rejects.toMatchObject({ problem: { code: 'round-without-issues' } });
  });

  it('has other assessors where the former ones do not stay', async () => {
    const { edit, round } = await setUp();
    const begin = (assessors: readonly AssessorFields[]) =>
      edit((draft) => startFrom(draft, round.id, { ...options, keepAssessors: false, assessors }, AUTHOR));
    await expect(begin([])).rejects.toMatchObject({ problem: { code: 'round-without-assessors' } });
    expect((await begin([OMAR])).result.assessors).toHaveLength(1);
  });
});

describe('once rating has begun', () => {
  const needed = { problem: { code: 'change-needs-reason' } };

  it('issues, thresholds, levels and assessors need a reason, and nothing is written without one', async () => {
    const { edit, state, round, fields, forcedLabour, ines, privacy } = await setUp();
    const before = plainState(state);
    const { scaleTexts } = fields;
    const [, ...others] = scaleTexts.scale;
    const changed = { ...scaleTexts, scale: [{ en: 'None' }, ...others] };
    for (const blank of [undefined, { ...AUTHOR, why: '  ' }])
      for (const recipe of [
        (draft: Draft) => changeRound(draft, round.id, { issueIds: [forcedLabour.id] }, blank),
        (draft: Draft) =>
          changeRound(draft, round.id, { thresholds: { ...DEFAULT_THRESHOLDS, floor: 3 } }, blank),
        (draft: Draft) => changeRound(draft, round.id, { scaleTexts: changed }, blank),
        (draft: Draft) => addAssessor(draft, round.id, { ...OMAR, name: 'Sol' }, blank),
        (draft: Draft) => changeAssessor(draft, round.id, ines.id, { voice: 'expert' }, blank),
        (draft: Draft) => withdrawAssessor(draft, round.id, ines.id, blank),
        (draft: Draft) => recuse(draft, round.id, { assessorId: ines.id, issueId: privacy.id }, blank),
      ])
        await expect(edit<unknown>(recipe)).rejects.toMatchObject(needed);
    expect(plainState(state)).toEqual(before);
    // A name, a note and what stays as it is need none.
    await edit((draft) =>
      changeRound(draft, round.id, { name: { en: 'Other' }, thresholds: DEFAULT_THRESHOLDS, scaleTexts }),
    );
    await edit((draft) =>
      changeAssessor(draft, round.id, ines.id, { name: 'Inês', conflict: 'Owns shares' }),
    );
    expect(state.rounds.get(round.id)).toMatchObject({ log: [] });
  });

  it('a change stands in the log with what it was before, and undo takes both back', async () => {
    const { edit, state, round } = await setUp();
    const before = plainState(state);
    const thresholds = { ...DEFAULT_THRESHOLDS, severe: 4.5 };
    const { changes } = await edit((draft) => changeRound(draft, round.id, { thresholds }, REASON));
    expect(state.rounds.get(round.id)).toMatchObject({
      thresholds,
      log: [{ ...REASON, kind: 'thresholds', stage: 'rating', from: DEFAULT_THRESHOLDS, to: thresholds }],
    });
    applyChanges(state, invert(changes));
    expect(plainState(state)).toEqual(before);
  });

  it('whoever is withdrawn keeps their ratings, rates no more, and can be brought back; not the last one', async () => {
    const { edit, state, round, ines, omar, privacy, rate } = await setUp();
    await rate(privacy.id, ines.id);
    await edit((draft) => withdrawAssessor(draft, round.id, ines.id, REASON));
    expect(state.ratings.size).toBe(1);
    await expect(rate(privacy.id, ines.id)).rejects.toMatchObject({
      problem: { code: 'assessor-withdrawn' },
    });
    await expect(edit((draft) => withdrawAssessor(draft, round.id, omar.id, REASON))).rejects.toMatchObject({
      problem: { code: 'round-without-assessors' },
    });
    await edit((draft) => returnAssessor(draft, round.id, ines.id, REASON));
    await rate(privacy.id, ines.id);
    expect((state.rounds.get(round.id) as Round).log.map(({ kind }) => kind)).toEqual([
      'assessor-withdrawn',
      'assessor-returned',
    ]);
  });

  it('whoever is recused from an issue does not rate it, and nothing of it is open', async () => {
    const { edit, state, round, ines, privacy, forcedLabour, rate } = await setUp();
    const place = { assessorId: ines.id, issueId: privacy.id };
    await edit((draft) => recuse(draft, round.id, place, REASON));
    await expect(rate(privacy.id, ines.id)).rejects.toMatchObject({ problem: { code: 'assessor-recused' } });
    const { result } = await edit((draft) => finish(draft, round.id, ines.id, AT));
    expect(result.unanswered).toEqual([forcedLabour.id]);
    await edit((draft) => liftRecusal(draft, round.id, place, REASON));
    await rate(privacy.id, ines.id);
    expect(state.ratings.size).toBe(1);
  });

  it('a second blind round keeps what the discussion led to, and nobody is done any more', async () => {
    const { edit, state, round, omar, privacy, rate } = await setUp();
    const move = (stage: Round['stage']) => edit((draft) => moveToStage(draft, round.id, stage, AUTHOR));
    await edit((draft) => finish(draft, round.id, omar.id, AT, { confirmed: true }));
    await move('discussion');
    await rate(privacy.id, omar.id);
    await move('rating');
    expect(state.rounds.get(round.id)).toMatchObject({ stage: 'rating', finished: [] });
    await move('discussion');
    expect(
      ([...state.records.values()] as RoundRecord[]).map(({ kind, ratings }) => [kind, ratings.length]),
    ).toEqual([
      ['before-discussion', 0],
      ['discussed', 1],
      ['before-discussion', 1],
    ]);
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
        AUTHOR,
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
      changeChoice(draft, round.id, 'issueIds', { added: [], removed: [forcedLabour.id] }, REASON),
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
