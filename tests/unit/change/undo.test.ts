import { dequal } from 'dequal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '#shared/anchor/anchor.ts';
import { type Change, invert, type JournalEntry, validateChanges } from '#shared/change/change-set.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { currentRows, takeBack } from '#shared/change/undo.ts';
import { newId } from '#shared/model/basics.ts';
import { circles, dangling } from '#shared/model/references.ts';
import { type AnyRow, emptyState, type Rows, TABLE_NAMES, type TableName } from '#shared/model/tables.ts';
import { workedIn } from '../../fixtures/edits.ts';
import { makeDialogue, makeIssue, makeParticipant, makeRound, makeTurn } from '../../fixtures/state.ts';
import { makeRating } from '../assessment/panel.ts';

function makePassage(turn: Rows['turns'], start: number, end: number): Rows['passages'] {
  const { id: turnId, dialogueId, text } = turn;
  const anchor = anchorOf(text, start, end);
  return { id: newId(), dialogueId, turnId, ...anchor, attribution: null, state: 'anchored' };
}

function makeCoding({ id: passageId, dialogueId }: Rows['passages'], issueId: string): Rows['codings'] {
  const at = '2024-06-02T00:00:00.000Z';
  return { id: newId(), dialogueId, passageId, issueId, coder: 'Ren', at, memo: '', reconciled: null };
}

/** Changes by the row they change; one that changes nothing takes nothing back. */
function byRow(changes: readonly Change[]): Map<string, Change> {
  return new Map(
    changes
      .filter(({ before, after }) => !dequal(before, after))
      .map((change) => [`${change.table}/${change.id}`, change]),
  );
}

function replayed(journal: readonly JournalEntry[]): IndexedState {
  const state = indexState(emptyState());
  for (const { changes } of journal) applyChanges(state, changes);
  return state;
}

function stateWith(rows: { readonly [T in TableName]?: readonly Rows[T][] }): IndexedState {
  return indexState({ ...emptyState(), ...(rows as object) });
}

function change<T extends TableName>(table: T, before: Rows[T] | null, after: Rows[T] | null): Change {
  return { table, id: (before ?? after)?.id ?? '', before, after } as unknown as Change;
}

describe('where nothing was changed since', () => {
  test('an undo is exactly the inverse, and nothing is kept', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, async (work) => {
        const { journal } = await work;
        const state = indexState(emptyState());
        for (const { seq, changes } of journal) {
          applyChanges(state, changes);
          if (seq === 1) continue;
          const back = await takeBack(changes, currentRows(state));
          expect(byRow(back.changes)).toEqual(byRow(invert(changes)));
          expect(back.kept).toEqual({});
        }
      }),
      { numRuns: 25 },
    );
  });

  test('one after another, undo leads back through every state', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, async (work) => {
        const { journal } = await work;
        const state = replayed(journal);
        for (let count = journal.length - 1; count > 0; count--) {
          const back = await takeBack(journal[count]?.changes ?? [], currentRows(state));
          applyChanges(state, back.changes);
          expect(plainState(state)).toEqual(plainState(replayed(journal.slice(0, count))));
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('where something was changed since', () => {
  test('whatever came later, each field is as before the change or as it is now, and nothing leads nowhere', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(workedIn, fc.nat(), async (work, at) => {
        const { journal } = await work;
        const target = journal[1 + (at % Math.max(1, journal.length - 1))];
        if (!target) return;
        const [now, state] = [replayed(journal), replayed(journal)];
        const back = await takeBack(target.changes, currentRows(now));
        validateChanges(back.changes);
        applyChanges(state, back.changes);
        const known = new Set(target.changes.map(({ table, id }) => `${table}/${id}`));
        for (const one of back.changes) {
          expect(known).toContain(`${one.table}/${one.id}`);
          expect(one.before).toEqual(now[one.table].get(one.id) ?? null);
          expectFieldsOf(
            one,
            target.changes.find(({ table, id }) => table === one.table && id === one.id),
          );
        }
        const plain = plainState(state);
        expect([...dangling(plain), ...circles(plain)]).toEqual([]);
        for (const passage of plain.passages) {
          if (passage.state !== 'anchored') continue;
          const text = (state.turns.get(passage.turnId) as Rows['turns']).text;
          expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
        }
        // All of it is taken back just where nothing is kept.
        const whole = target.changes.every(({ table, id, before }) =>
          dequal(state[table].get(id) ?? null, before),
        );
        if (whole) expect(back.kept).toEqual({});
        kept += Object.values(back.kept).reduce((sum, count) => sum + count, 0);
      }),
      { numRuns: 150 },
    );
    expect(kept).toBeGreaterThan(20);
  });

  function expectFieldsOf(one: Change, of: Change | undefined): void {
    if (one.before === null || one.after === null || !of?.before) return;
    const fields = (row: AnyRow) => row as unknown as Readonly<Record<string, unknown>>;
    const [was, is, then] = [fields(one.before), fields(one.after), fields(of.before)];
    for (const field of Object.keys(is))
      expect([was[field], then[field]].some((value) => dequal(value, is[field]))).toBe(true);
  }

  test('a field that was changed since stays, the others are taken back, and it is counted', async () => {
    const before = makeIssue({ code: 'a', order: 1 });
    const after = { ...before, code: 'b', order: 2 };
    const now = { ...after, code: 'c', synonyms: { en: ['x'] } };
    const back = await takeBack([change('issues', before, after)], currentRows(stateWith({ issues: [now] })));
    expect(back).toEqual({
      changes: [change('issues', now, { ...now, order: 1 })],
      kept: { issues: 1 },
    });
  });

  test('fields of one group are taken back together or not at all', async () => {
    const before = makeRating({ nature: 'potential', likelihood: 2, scale: 1 });
    const after = { ...before, likelihood: 4, scale: 3 } as typeof before;
    const now = { ...after, nature: 'actual' } as typeof before;
    const round = makeRound({ id: before.roundId });
    const back = await takeBack(
      [change('ratings', before, after)],
      currentRows(stateWith({ ratings: [now], rounds: [round] })),
    );
    expect(back).toEqual({
      changes: [change('ratings', now, { ...now, scale: 1 })],
      kept: { ratings: 1 },
    });
  });

  test('times inside a text go with the text', async () => {
    const before = makeTurn(newId(), { text: 'One. Two.', cues: [{ at: 0, start: 0, end: 1 }] });
    const after = { ...before, text: 'One. Three.', cues: [{ at: 0, start: 0, end: 2 }] };
    const now = { ...after, text: 'One. Four.' };
    const back = await takeBack([change('turns', before, after)], currentRows(stateWith({ turns: [now] })));
    expect(back).toEqual({ changes: [], kept: { turns: 1 } });
  });

  describe('a row that was added', () => {
    const dialogue = makeDialogue();
    const turn = makeTurn(dialogue.id, { text: 'Repay those fees.' });
    const issue = makeIssue();

    test('stays when it was changed', async () => {
      const state = stateWith({ issues: [{ ...issue, code: 'other' }] });
      expect(await takeBack([change('issues', null, issue)], currentRows(state))).toEqual({
        changes: [],
        kept: { issues: 1 },
      });
    });

    test('stays when something refers to it, with what it refers to itself', async () => {
      const participant = makeParticipant(dialogue.id);
      const passage = makePassage(turn, 0, 5);
      const state = stateWith({
        dialogues: [dialogue],
        participants: [participant],
        turns: [turn],
        passages: [passage],
      });
      const added = [
        change('dialogues', null, dialogue),
        change('participants', null, participant),
        change('turns', null, turn),
      ];
      expect(await takeBack(added, currentRows(state))).toEqual({
        changes: [change('participants', participant, null)],
        kept: { dialogues: 1, turns: 1 },
      });
    });

    test('is no matter when it is gone already', async () => {
      expect(await takeBack([change('issues', null, issue)], currentRows(stateWith({})))).toEqual({
        changes: [],
        kept: {},
      });
    });
  });

  describe('a row that was removed', () => {
    const dialogue = makeDialogue();
    const turn = makeTurn(dialogue.id, { text: 'Repay those fees.' });
    const passage = makePassage(turn, 0, 5);
    const issue = makeIssue();
    const coding = makeCoding(passage, issue.id);

    test('comes back, unless its id is there again', async () => {
      const again = { ...issue, code: 'again' };
      const gone = [change('issues', issue, null)];
      expect(await takeBack(gone, currentRows(stateWith({})))).toEqual({
        changes: [change('issues', null, issue)],
        kept: {},
      });
      expect(await takeBack(gone, currentRows(stateWith({ issues: [again] })))).toEqual({
        changes: [],
        kept: { issues: 1 },
      });
    });

    test('does not come back without what it refers to, nor does a passage for nothing', async () => {
      const state = stateWith({ dialogues: [dialogue], turns: [turn] });
      const gone = [change('codings', coding, null), change('passages', passage, null)];
      expect(await takeBack(gone, currentRows(state))).toEqual({
        changes: [],
        kept: { codings: 1, passages: 1 },
      });
    });
  });

  test('a text is not put back under a passage that was marked in it since', async () => {
    const dialogue = makeDialogue();
    const before = makeTurn(dialogue.id, { text: 'Repay fees.', heading: 'Old' });
    const after = { ...before, text: 'Repay those fees.', heading: 'New' };
    const passage = makePassage(after, 6, 11);
    const state = stateWith({ dialogues: [dialogue], turns: [after], passages: [passage] });
    expect(await takeBack([change('turns', before, after)], currentRows(state))).toEqual({
      changes: [change('turns', after, { ...after, heading: 'Old' })],
      kept: { turns: 1 },
    });
  });

  test('an assessor who rated since stays in the round', async () => {
    const before = makeRound();
    const assessor = { id: newId(), name: 'Ren', voice: 'expert', personId: null, conflict: '' };
    const after = { ...before, assessors: [...before.assessors, assessor] } as typeof before;
    const rating = makeRating({ roundId: before.id, assessorId: assessor.id });
    const added = [change('rounds', before, after)];
    const rated = stateWith({ rounds: [after], ratings: [rating] });
    expect(await takeBack(added, currentRows(rated))).toEqual({ changes: [], kept: { rounds: 1 } });
    const notRated = stateWith({ rounds: [after] });
    expect((await takeBack(added, currentRows(notRated))).changes).toEqual(invert(added));
  });
});

test('every table is known to the rows of a state', async () => {
  const rows = currentRows(indexState(emptyState()));
  for (const table of TABLE_NAMES) expect(await rows.all(table)).toEqual([]);
});
