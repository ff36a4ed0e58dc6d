import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { stateOfRound } from '#shared/assessment/frozen.ts';
import { methodNote } from '#shared/assessment/method-note.ts';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { amend } from '#shared/edit/amend.ts';
import { codeSelection, removeCoding } from '#shared/edit/coding.ts';
import { decide } from '#shared/edit/decision.ts';
import { removeDialogue } from '#shared/edit/dialogue-removal.ts';
import { addIssue, moveIssue, renameIssue, retireIssue } from '#shared/edit/issue.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { changePerson, linkParticipant, mergePersons, renameOrganisation } from '#shared/edit/person.ts';
import { answer } from '#shared/edit/rating.ts';
import { moveToStage, startFrom } from '#shared/edit/round.ts';
import { addTheme, updateTheme } from '#shared/edit/theme.ts';
import { assignSpeaker, editTurnText } from '#shared/edit/turn.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { TABLES, type WorkspaceState } from '#shared/model/tables.ts';
import { buildReport } from '#shared/report/build.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const sample = readFileSync(path.join(root, 'resources/sample/sample.json'), 'utf8');
const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const LATER = { by: 'Sol', at: '2025-02-02T00:00:00.000Z' };

function open() {
  const state = indexState(JSON.parse(sample) as WorkspaceState);
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const round = plainState(state).rounds[0];
  if (!round) throw new Error('the sample has no round');
  return { state, edit, round };
}

/** Everything that is drawn or written of a round. */
async function drawn(state: IndexedState, roundId: string) {
  const plain = plainState(state);
  const request = {
    kind: 'materiality',
    subjectId: roundId,
    language: 'en',
    creator: '',
    writtenAt: AUTHOR.at,
    pictures: ['matrix'],
  } as const;
  return {
    assessment: JSON.stringify(assessRound(plain, roundId)),
    matrix: svgOf(matrixOfRound(plain, roundId, 'ja')),
    report: JSON.stringify(await buildReport(plain, request)),
    note: JSON.stringify(methodNote(plain, roundId)),
  };
}

/** What people may do to a workspace after a round was closed; `pick` chooses among rows. */
const EDITS: Readonly<
  Record<string, (draft: Draft, pick: <T>(rows: readonly T[]) => T) => Promise<unknown>>
> = {
  rename: async (draft, pick) => renameIssue(draft, pick(await draft.all('issues')).id, 'en', 'Another name'),
  merge: async (draft, pick) => {
    const issues = await draft.all('issues');
    return mergeIssues(draft, [pick(issues).id], pick([...issues].reverse()).id, AUTHOR);
  },
  retire: async (draft, pick) => retireIssue(draft, pick(await draft.all('issues')).id, 2030),
  reorder: async (draft, pick) =>
    moveIssue(draft, pick(await draft.all('issues')).id, { category: 'general', beforeId: null }),
  list: (draft) => addIssue(draft, { category: 'employees', name: { en: 'A new issue' }, activeFrom: 2021 }),
  theme: async (draft, pick) =>
    addTheme(draft, { name: { en: 'A new theme' }, issueIds: [pick(await draft.all('issues')).id] }),
  regroup: async (draft, pick) =>
    updateTheme(draft, pick(await draft.all('themes')).id, {
      name: { en: 'Renamed' },
      issueIds: [pick(await draft.all('issues')).id],
    }),
  code: async (draft, pick) =>
    codeSelection(
      draft,
      {
        turnId: pick((await draft.all('turns')).filter(({ text }) => text.length > 20)).id,
        start: 0,
        end: 12,
      },
      [pick(await draft.all('issues')).id],
      LATER,
    ),
  uncode: async (draft, pick) => removeCoding(draft, pick(await draft.all('codings')).id),
  correct: async (draft, pick) => {
    const turn = pick(await draft.all('turns'));
    return editTurnText(draft, turn.id, `Corrected. ${turn.text.slice(7)}`);
  },
  speaker: async (draft, pick) => assignSpeaker(draft, pick(await draft.all('turns')).id, null),
  voice: async (draft, pick) =>
    draft.patch('participants', pick(await draft.all('participants')).id, {
      voice: 'rightsholder',
      name: 'Somebody Else',
      external: false,
    }),
  advice: async (draft, pick) =>
    draft.patch('advice', pick(await draft.all('advice')).id, { kind: 'commend', issueIds: [] }),
  company: async (draft, pick) =>
    draft.patch('workspace', pick(await draft.all('workspace')).id, { company: { en: 'Another company' } }),
  grievances: async (draft, pick) =>
    draft.patch('grievances', pick(await draft.all('grievances')).id, { fiscalYear: 2031 }),
  activities: async (draft, pick) =>
    draft.patch('activities', pick(await draft.all('activities')).id, { name: { en: 'Another activity' } }),
  // Past what the app does, which refuses it: as another program would write it.
  impacts: async (draft, pick) =>
    draft.patch('impacts', pick(await draft.all('impacts')).id, { affected: { en: 'Nobody' }, site: {} }),
  title: async (draft, pick) =>
    draft.patch('dialogues', pick(await draft.all('dialogues')).id, { title: 'Another title' }),
};

/** Applies an edit; what the model itself refuses is not done. */
async function tryEdit(edit: ReturnType<typeof open>['edit'], name: string, seed: number) {
  let turn = seed;
  const pick = <T>(rows: readonly T[]): T => {
    turn = (turn * 1_103_515_245 + 12_345) % 2 ** 31;
    const row = rows[turn % Math.max(1, rows.length)];
    if (row === undefined) throw new ProblemError('row-missing');
    return row;
  };
  try {
    await edit(async (draft) => EDITS[name]?.(draft, pick));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

/** What may be done with people; none of it shows in what a closed round draws. */
const OF_PEOPLE: typeof EDITS = {
  'rename a person': async (draft, pick) =>
    changePerson(draft, pick(await draft.all('persons')).id, {
      name: { en: 'Adaeze Nwosu', ja: 'アダエゼ' },
    }),
  'merge persons': async (draft, pick) => {
    const persons = await draft.all('persons');
    return mergePersons(draft, pick(persons).id, pick([...persons].reverse()).id);
  },
  'link a participant': async (draft, pick) =>
    linkParticipant(draft, pick(await draft.all('participants')).id, null),
  'rename an organisation': async (draft) =>
    renameOrganisation(
      draft,
      (await draft.all('persons')).map(({ id }) => id),
      { en: 'Elsewhere' },
      true,
    ),
};
Object.assign(EDITS, OF_PEOPLE);

describe('a closed round', () => {
  it('is drawn again exactly, whatever becomes of the workspace', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat()), {
      minLength: 4,
      maxLength: 12,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(steps, async (chosen) => {
        const { state, edit, round } = open();
        await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
        const before = await drawn(state, round.id);
        for (const [name, seed] of chosen) await tryEdit(edit, name, seed);
        expect(await drawn(state, round.id)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it.each(Object.keys(EDITS))('is proof against “%s”, which would show without its record', async (name) => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const before = await drawn(state, round.id);
    for (let seed = 0; seed < 6; seed++) await tryEdit(edit, name, seed * 7919);
    expect(await drawn(state, round.id)).toEqual(before);
    // An edit that would change nothing anyhow proves nothing: each one must show without the record.
    state.records.clear();
    expect(await drawn(state, round.id)).not.toEqual(before);
  });

  it('stands on its own when its dialogue, its people and its list are gone', async () => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const before = await drawn(state, round.id);
    for (const table of [
      'dialogues',
      'participants',
      'persons',
      'turns',
      'passages',
      'codings',
      'advice',
    ] as const)
      state[table].clear();
    for (const table of ['issues', 'themes', 'grievances'] as const) state[table].clear();
    expect(await drawn(state, round.id)).toEqual(before);
  });

  it('is as it was just before it was closed', async () => {
    const { state, edit, round } = open();
    const { round: _open, ...before } = JSON.parse((await drawn(state, round.id)).assessment);
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const { round: _closed, ...after } = JSON.parse((await drawn(state, round.id)).assessment);
    expect(after).toEqual(before);
  });

  it('keeps the rows that its schema knows, and no words that nobody marked', async () => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const record = plainState(state).records.find((one) => one.roundId === round.id && one.kind === 'closed');
    expect(TABLES.records.schema.safeParse(record).error).toBeUndefined();
    const marked = new Set(record?.passages.map(({ turnId }) => turnId));
    expect(record?.turns.some(({ text }) => text !== '')).toBe(true);
    expect(record?.turns.filter(({ id, text }) => marked.has(id) !== (text !== ''))).toEqual([]);
    expect(record?.turns).toHaveLength(state.turns.size);
  });

  it('does not see what came later: decisions on what it did not hold are refused, on what it held made', async () => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const fields = {
      level: 'watch',
      suggested: null,
      why: '',
      owner: '',
      reviewDate: null,
      fiscalYear: 2025,
    } as const;
    const fresh = await edit((draft) =>
      addTheme(draft, { name: { en: 'Later' }, issueIds: round.issueIds.slice(0, 1) }),
    );
    await expect(
      edit((draft) => decide(draft, round.id, { kind: 'theme', id: fresh.id }, fields, LATER)),
    ).rejects.toMatchObject({ problem: { code: 'not-in-round' } });
    const id = round.issueIds[3] ?? '';
    state.issues.delete(id);
    const decision = await edit(async (draft) => {
      const made = await decide(
        draft,
        round.id,
        { kind: 'issue', id },
        { ...fields, dissent: ' Too little. ' },
        LATER,
      );
      await amend(draft, 'Left open by mistake', LATER);
      return made;
    });
    expect(decision.dissent).toBe('Too little.');
  });

  it('follows a policy that was made stricter since, and none that was loosened', async () => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const policy = () => stateOfRound(plainState(state), round.id).dialogues[0]?.attribution;
    const [id = ''] = state.dialogues.keys();
    await edit((draft) => draft.patch('dialogues', id, { attribution: 'off-record' }));
    expect(policy()).toBe('off-record');
    await edit((draft) => draft.patch('dialogues', id, { attribution: 'named' }));
    expect(policy()).toBe('named');
  });

  it('names people as it did, and withholds what they are called since', async () => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const [participant] = plainState(state).participants;
    const [passage] = plainState(state).passages;
    if (!participant?.personId || !passage) throw new Error('the sample has nobody');
    const { personId } = participant;
    const record = JSON.stringify(plainState(state).records);
    await edit((draft) => changePerson(draft, personId, { name: { en: 'Adaeze Nwosu' } }));
    const told = (attribution: 'named' | 'role') => {
      const plain = plainState(state);
      const dialogues = plain.dialogues.map((one) => ({ ...one, attribution }));
      return new Disclosure(stateOfRound({ ...plain, dialogues }, round.id), '[withheld]', 'en');
    };
    expect(told('role').text('Adaeze Nwosu agreed.', participant.dialogueId)).toBe('[withheld] agreed.');
    const named = plainState(state).passages.map(({ id }) => told('named').words(id));
    expect(JSON.stringify(named)).toContain(participant.name);
    expect(JSON.stringify(named)).not.toContain('Nwosu');
    // Somebody else may be behind them by now: that one is withheld as well.
    await edit(async (draft) => {
      await mergePersons(
        draft,
        personId,
        (await draft.all('persons')).find(({ id }) => id !== personId)?.id ?? '',
      );
    });
    expect(told('role').text('Adaeze Nwosu agreed.', participant.dialogueId)).toBe('[withheld] agreed.');
    expect(JSON.stringify(plainState(state).records)).toBe(record);
  });

  it('still keeps its dialogue from being removed without a word', async () => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const [id = ''] = state.dialogues.keys();
    await expect(edit((draft) => removeDialogue(draft, id))).rejects.toMatchObject({
      problem: { code: 'dialogue-in-closed-round' },
    });
  });

  it('of a version without records is read from what there is', () => {
    const { state, round } = open();
    state.rounds.set(round.id, { ...round, stage: 'closed', closedAt: AUTHOR.at });
    const plain = plainState(state);
    expect(stateOfRound(plain, round.id)).toBe(plain);
    expect(assessRound(plain, round.id).counts.issues).toBe(round.issueIds.length);
  });

  it('leaves the next round to the present', async () => {
    const { state, edit, round } = open();
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    const next = await edit((draft) =>
      startFrom(
        draft,
        round.id,
        { fiscalYear: 2021, name: { en: 'Next' }, keepAssessors: true, stage: 'rating' },
        LATER,
      ),
    );
    const before = await drawn(state, round.id);
    const place = {
      roundId: next.id,
      issueId: next.issueIds[0] ?? '',
      assessorId: next.assessors[0]?.id ?? '',
    };
    await edit((draft) => answer(draft, place, 'scale', 5, LATER.at));
    await edit((draft) => renameIssue(draft, place.issueId, 'en', 'Renamed since'));
    expect(
      stateOfRound(plainState(state), next.id).issues.some(({ name }) => name.en === 'Renamed since'),
    ).toBe(true);
    expect(await drawn(state, round.id)).toEqual(before);
  });
});
