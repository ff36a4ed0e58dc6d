import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt } from '#shared/anchor/anchor.ts';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { distinctRanges } from '#shared/coding/ranges.ts';
import { codeSelection, removeAdvice, removeCoding, setMemo, takeAdvice } from '#shared/edit/coding.ts';
import { removeDialogue } from '#shared/edit/dialogue-removal.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Passage } from '#shared/model/turn.ts';
import { makeRound, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

function setUp() {
  const workspace = smallWorkspace();
  const { state } = workspace;
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  return { ...workspace, edit };
}

describe('codeSelection', () => {
  it('codes one passage to several issues, and the same thing only once', async () => {
    const { state, turn, forcedLabour, privacy, edit } = setUp();
    const selection = { turnId: turn.id, start: 0, end: 35 };
    await edit((draft) => codeSelection(draft, selection, [forcedLabour.id, privacy.id], AUTHOR));
    const { changes } = await edit((draft) =>
      codeSelection(draft, { ...selection, end: 36 }, [forcedLabour.id], AUTHOR),
    );
    expect(state.passages.size).toBe(1);
    expect(state.codings.size).toBe(2);
    expect(changes).toEqual([]);
  });

  it('keeps the codings of two coders apart', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    const selection = { turnId: turn.id, start: 0, end: 35 };
    await edit((draft) => codeSelection(draft, selection, [forcedLabour.id], AUTHOR));
    await edit((draft) => codeSelection(draft, selection, [forcedLabour.id], { ...AUTHOR, by: 'Ines' }));
    expect([...state.codings.values()].map((one) => (one as { coder: string }).coder)).toEqual([
      'Ren',
      'Ines',
    ]);
  });

  it('refuses blank space and unknown issues, writing nothing', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    const blank = edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 35, end: 36 }, [forcedLabour.id], AUTHOR),
    );
    await expect(blank).rejects.toMatchObject({ problem: { code: 'selection-empty' } });
    const unknown = edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 0, end: 5 }, [String(turn.id)], AUTHOR),
    );
    await expect(unknown).rejects.toMatchObject({ problem: { code: 'row-missing' } });
    expect(state.passages.size + state.codings.size).toBe(0);
  });
});

describe('the same issue on overlapping words', () => {
  const at = (start: number, end: number) => ({ start, end });

  function coder() {
    const workspace = setUp();
    const { state, turn, forcedLabour, edit } = workspace;
    const code = (range: { start: number; end: number }, author = AUTHOR, issueId = forcedLabour.id) =>
      edit((draft) => codeSelection(draft, { turnId: turn.id, ...range }, [issueId], author));
    const ranges = () =>
      [...state.codings.values()].map((coding) => {
        const passage = state.passages.get((coding as Coding).passageId) as Passage;
        return [passage.start, passage.end];
      });
    return { ...workspace, code, ranges };
  }

  it('becomes one coding over both, which counts once and keeps the older id and every memo', async () => {
    const { state, edit, code, ranges } = coder();
    const [first] = (await code(at(0, 17))).result;
    const [second] = (await code(at(18, 35))).result;
    expect(ranges()).toEqual([
      [0, 17],
      [18, 35],
    ]);
    await edit((draft) => setMemo(draft, first?.id ?? '', 'brokers'));
    await edit((draft) => setMemo(draft, second?.id ?? '', ' before sailing '));
    const [both] = (await code(at(10, 24))).result;
    expect(both?.id).toBe(first?.id);
    expect(both?.memo).toBe('brokers\nbefore sailing');
    expect(ranges()).toEqual([[0, 35]]);
    expect(state.passages.size).toBe(1);
    expect(
      distinctRanges([...state.codings.values()] as Coding[], [...state.passages.values()] as Passage[]),
    ).toHaveLength(1);
  });

  it('comes apart again by undo', async () => {
    const { state, code } = coder();
    await code(at(0, 17));
    const before = structuredClone(state);
    const { changes } = await code(at(10, 24));
    applyChanges(state, invert(changes));
    expect(state).toEqual(before);
  });

  it('changes nothing where the words are within what is coded already', async () => {
    const { code } = coder();
    await code(at(0, 35));
    expect((await code(at(6, 18))).changes).toEqual([]);
  });

  it('leaves other issues, other coders, words that only touch, and rejected codings alone', async () => {
    const { state, privacy, code, ranges } = coder();
    const [rejected] = (await code(at(0, 5))).result;
    state.codings.set(rejected?.id ?? '', { ...(rejected as Coding), reconciled: 'rejected' });
    await code(at(0, 17), { ...AUTHOR, by: 'Ines' });
    await code(at(0, 17), AUTHOR, privacy.id);
    await code(at(0, 12));
    await code(at(12, 17));
    expect(ranges()).toEqual([
      [0, 5],
      [0, 17],
      [0, 17],
      [0, 12],
      [12, 17],
    ]);
  });

  it('keeps the smaller passage that advice was taken from', async () => {
    const { state, turn, forcedLabour, edit, code, ranges } = coder();
    const { result: advice } = await edit((draft) =>
      takeAdvice(
        draft,
        { turnId: turn.id, ...at(0, 17) },
        { kind: 'urge', restatement: '', addressee: '', due: '2025-03', issueIds: [forcedLabour.id] },
        AUTHOR,
      ),
    );
    expect(advice.due).toBe('2025-03');
    await code(at(6, 35));
    expect(ranges()).toEqual([[0, 35]]);
    expect(state.passages.get(advice.passageIds[0] ?? '')).toMatchObject(at(0, 17));
  });

  it('covers the same characters as before, whatever is coded in whatever order', async () => {
    const range = fc
      .tuple(fc.nat(34), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => at(start, start + length));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 8 }), async (selections) => {
        const { turn, code, ranges } = coder();
        const covered = new Set<number>();
        for (const selection of selections) {
          const anchor = anchorAt(turn.text, selection.start, selection.end);
          if (!anchor) continue;
          for (let place = anchor.start; place < anchor.end; place++) covered.add(place);
          await code(selection);
        }
        const found = ranges().flatMap(([start = 0, end = 0]) =>
          Array.from({ length: end - start }, (_, index) => start + index),
        );
        // No character twice: ranges of one issue and coder never overlap.
        expect(found.toSorted((a, b) => a - b)).toEqual([...covered].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe('advice', () => {
  const FIELDS = { kind: 'urge' as const, restatement: 'Repay recruitment fees', addressee: 'Purchasing' };

  it('keeps its passage when the coding goes, and takes it along when nothing else needs it', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    const selection = { turnId: turn.id, start: 36, end: 53 };
    const { result: advice } = await edit((draft) =>
      takeAdvice(draft, selection, { ...FIELDS, issueIds: [forcedLabour.id] }, AUTHOR),
    );
    expect(advice.status).toBe('heard');
    const [coding] = [...state.codings.keys()];
    await edit((draft) => removeCoding(draft, coding ?? ''));
    expect(state.passages.size).toBe(1);
    await edit((draft) => removeAdvice(draft, advice.id));
    expect(state.passages.size).toBe(0);
  });

  it('can be taken from words whose coding grows with it, as after issues were merged', async () => {
    const { state, turn, forcedLabour, privacy, edit } = setUp();
    const at = (start: number, end: number) => ({ turnId: turn.id, start, end });
    await edit((draft) => codeSelection(draft, at(0, 20), [forcedLabour.id], AUTHOR));
    await edit((draft) => codeSelection(draft, at(6, 35), [privacy.id], AUTHOR));
    await edit((draft) => mergeIssues(draft, [privacy.id], forcedLabour.id, AUTHOR));
    const fields = { kind: 'urge' as const, issueIds: [forcedLabour.id], restatement: '', addressee: '' };
    const { result } = await edit((draft) => takeAdvice(draft, at(6, 35), fields, AUTHOR));
    expect(state.passages.has(result.passageIds[0] ?? '')).toBe(true);
    expect(state.codings.size).toBe(1);
  });

  it('comes back whole by undo', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    await edit((draft) =>
      takeAdvice(
        draft,
        { turnId: turn.id, start: 36, end: 53 },
        { ...FIELDS, issueIds: [forcedLabour.id] },
        AUTHOR,
      ),
    );
    const before = structuredClone(state);
    const [id] = [...state.advice.keys()];
    const { changes } = await edit((draft) => removeAdvice(draft, id ?? ''));
    applyChanges(state, invert(changes));
    expect(state).toEqual(before);
  });
});

describe('removeDialogue', () => {
  it('takes turns, marks and participants along and leaves other rows alone', async () => {
    const { state, dialogue, turn, forcedLabour, edit } = setUp();
    await edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 0, end: 35 }, [forcedLabour.id], AUTHOR),
    );
    await edit((draft) => removeDialogue(draft, dialogue.id));
    for (const table of ['dialogues', 'turns', 'participants', 'passages', 'codings'] as const) {
      expect(state[table].size, table).toBe(0);
    }
    expect(state.issues.size).toBe(2);
  });

  it('is refused while a closed round rests on the dialogue', async () => {
    const { state, dialogue, edit } = setUp();
    const round = makeRound({ stage: 'closed', dialogueIds: [dialogue.id], closedAt: AUTHOR.at });
    state.rounds.set(round.id, round);
    const removal = edit((draft) => removeDialogue(draft, dialogue.id));
    await expect(removal).rejects.toMatchObject({ problem: { code: 'dialogue-in-closed-round' } });
    expect(state.dialogues.size).toBe(1);
  });
});
