import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainState } from '#shared/change/state.ts';
import { codersAgreement, codersOf, sharedDialogues } from '#shared/coding/agreement.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { makeDialogue, makeIssue, makeTurn } from '../../fixtures/state.ts';
import { AT, codeAs, edit, makeOffice, TEXT } from './workspace.ts';

const PAIR = { a: 'Ren', b: 'Ines' };

/** One dialogue of so many turns, in which so many were coded to the issue by both, by one, by the other, by neither. */
function codedBy(both: number, onlyA: number, onlyB: number, neither: number) {
  const dialogue = makeDialogue();
  const issue = makeIssue();
  const state: WorkspaceState = { ...emptyState(), dialogues: [dialogue], issues: [issue] };
  const add = (coders: readonly string[]) => {
    const turn = makeTurn(dialogue.id, { order: state.turns.length, text: TEXT });
    state.turns.push(turn);
    for (const coder of coders) {
      const passageId = newId();
      const quote = TEXT.slice(0, 7);
      state.passages.push({
        id: passageId,
        dialogueId: dialogue.id,
        turnId: turn.id,
        start: 0,
        end: 7,
        quote,
        before: '',
        after: '',
        attribution: null,
        state: 'anchored',
      });
      state.codings.push({
        id: newId(),
        dialogueId: dialogue.id,
        passageId,
        issueId: issue.id,
        coder,
        at: AT,
        memo: '',
        reconciled: null,
      });
    }
  };
  for (let turn = 0; turn < both; turn++) add([PAIR.a, PAIR.b]);
  for (let turn = 0; turn < onlyA; turn++) add([PAIR.a]);
  for (let turn = 0; turn < onlyB; turn++) add([PAIR.b]);
  for (let turn = 0; turn < neither; turn++) add([]);
  return { state, pair: { ...PAIR, dialogueIds: [dialogue.id] } };
}

describe('the agreement of two coders', () => {
  // METHOD, "Numbers to test against": two coders.
  it.each([
    [20, 5, 10, 15, 0.4, 0.4],
    [40, 10, 10, 940, 0.7895, 0.7896],
    [5, 5, 5, 985, 0.4949, 0.4952],
    [10, 0, 0, 90, 1, 1],
  ])(
    '%i turns of both, %i of one, %i of the other, %i of neither',
    (both, onlyA, onlyB, neither, kappa, alpha) => {
      const { state, pair } = codedBy(both, onlyA, onlyB, neither);
      const { turns, issues, together } = codersAgreement(state, pair);
      expect(turns).toBe(both + onlyA + onlyB + neither);
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatchObject({ both, onlyA, onlyB, neither, n: turns });
      expect(issues[0]?.kappa).toBeCloseTo(kappa, 4);
      expect(issues[0]?.alpha).toBeCloseTo(alpha, 4);
      expect(issues[0]?.prevalence).toBeCloseTo((2 * both + onlyA + onlyB) / (2 * turns), 10);
      expect(together).toMatchObject({ both, onlyA, onlyB, neither });
    },
  );

  it('is undefined where both gave one answer to every turn', () => {
    const { state, pair } = codedBy(7, 0, 0, 0);
    expect(codersAgreement(state, pair).issues[0]).toMatchObject({ kappa: null, alpha: null, prevalence: 1 });
    const nothing = codedBy(0, 0, 0, 100);
    expect(codersAgreement(nothing.state, nothing.pair)).toMatchObject({
      turns: 100,
      issues: [],
      together: { kappa: null, alpha: null },
    });
  });

  it('counts a turn once an issue, however many of its words were coded, and wherever', async () => {
    const office = makeOffice();
    await codeAs(office.state, office, 'Ren', [
      { turn: 0, start: 0, end: 7, issue: 0 },
      { turn: 0, start: 30, end: 40, issue: 0 },
    ]);
    await codeAs(office.state, office, 'Ines', [{ turn: 0, start: 43, end: 53, issue: 0 }]);
    const pair = { ...PAIR, dialogueIds: office.dialogueIds };
    expect(codersAgreement(plainState(office.state), pair).issues).toMatchObject([
      { issueId: office.issueIds[0], both: 1, onlyA: 0, onlyB: 0, neither: 7 },
    ]);
  });

  it('tells how they read before they spoke: settling differences moves no figure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('accepted' as const, 'rejected' as const, null), {
          minLength: 40,
          maxLength: 40,
        }),
        (outcomes) => {
          const { state, pair } = codedBy(6, 9, 4, 3);
          const settled = state.codings.map((one, at) => ({ ...one, reconciled: outcomes[at] ?? null }));
          expect(codersAgreement({ ...state, codings: settled }, pair)).toEqual(codersAgreement(state, pair));
        },
      ),
    );
  });

  it('leaves out third coders and dialogues that are not compared', async () => {
    const office = makeOffice();
    await codeAs(office.state, office, 'Ren', [{ turn: 0, start: 0, end: 7, issue: 0 }]);
    await codeAs(office.state, office, 'Ines', [{ turn: 5, start: 0, end: 7, issue: 0 }]);
    await codeAs(office.state, office, 'Sana', [{ turn: 1, start: 0, end: 7, issue: 1 }]);
    const pair = { ...PAIR, dialogueIds: office.dialogueIds.slice(0, 1) };
    const { turns, issues } = codersAgreement(plainState(office.state), pair);
    expect(turns).toBe(4);
    expect(issues).toMatchObject([{ issueId: office.issueIds[0], onlyA: 1, onlyB: 0 }]);
  });

  it('is proposed for the dialogues that both coded', async () => {
    const office = makeOffice();
    await codeAs(office.state, office, 'Ren', [
      { turn: 0, start: 0, end: 7, issue: 0 },
      { turn: 5, start: 0, end: 7, issue: 0 },
    ]);
    await codeAs(office.state, office, 'Ines', [{ turn: 6, start: 0, end: 7, issue: 1 }]);
    const { codings } = plainState(office.state);
    expect(sharedDialogues(codings, PAIR)).toEqual([office.dialogueIds[1]]);
    expect(codersOf(codings)).toEqual([
      { name: 'Ren', codings: 2 },
      { name: 'Ines', codings: 1 },
    ]);
  });

  it('is the same seen from either side', async () => {
    const office = makeOffice();
    await codeAs(office.state, office, 'Ren', [{ turn: 0, start: 0, end: 7, issue: 2 }]);
    await edit(office.state, async () => undefined);
    await codeAs(office.state, office, 'Ines', [{ turn: 1, start: 0, end: 7, issue: 2 }]);
    const state = plainState(office.state);
    const pair = { ...PAIR, dialogueIds: office.dialogueIds };
    const [one] = codersAgreement(state, pair).issues;
    const [other] = codersAgreement(state, { ...pair, a: PAIR.b, b: PAIR.a }).issues;
    expect(other).toEqual({ ...one, onlyA: one?.onlyB, onlyB: one?.onlyA });
  });
});
