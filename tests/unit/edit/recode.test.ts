import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '#shared/anchor/text-range.ts';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { codeSelection, setMemo, takeAdvice } from '#shared/edit/coding.ts';
import { alsoOnPassage, moveBorders, recode, recodeAll } from '#shared/edit/recode.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Passage } from '#shared/model/turn.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const LATER = { by: 'Ren', at: '2024-07-02T00:00:00.000Z' };

function setUp() {
  const workspace = smallWorkspace();
  const { state, turn, forcedLabour } = workspace;
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const code = async (range: TextRange, issueId: IdOf<'issues'> = forcedLabour.id, author = AUTHOR) => {
    const { result } = await edit((draft) =>
      codeSelection(draft, { turnId: turn.id, ...range }, [issueId], author),
    );
    return result[0] as Coding;
  };
  const coding = (id: string) => state.codings.get(id) as Coding | undefined;
  const words = (id: string) => {
    const passage = state.passages.get(coding(id)?.passageId ?? '') as Passage | undefined;
    return passage && [passage.start, passage.end];
  };
  return { ...workspace, edit, code, coding, words };
}

describe('recode', () => {
  it('keeps memo, coder, time and passage, and can be taken back', async () => {
    const { state, edit, code, coding, privacy } = setUp();
    const made = await code({ start: 0, end: 17 });
    await edit((draft) => setMemo(draft, made.id, 'brokers'));
    const before = structuredClone(state);
    const { changes } = await edit((draft) => recode(draft, made.id, privacy.id));
    expect(coding(made.id)).toEqual({ ...made, memo: 'brokers', issueId: privacy.id });
    applyChanges(state, invert(changes));
    expect(state).toEqual(before);
  });

  it('becomes one with the coder’s overlapping coding of that issue, with both memos', async () => {
    const { state, edit, code, coding, words, privacy } = setUp();
    const older = await code({ start: 0, end: 17 }, privacy.id);
    const newer = await code({ start: 10, end: 35 }, undefined, LATER);
    await edit((draft) => setMemo(draft, older.id, 'one'));
    await edit((draft) => setMemo(draft, newer.id, 'two'));
    await edit((draft) => recode(draft, newer.id, privacy.id));
    expect(state.codings.size).toBe(1);
    expect(coding(older.id)?.memo).toBe('one\ntwo');
    expect(words(older.id)).toEqual([0, 35]);
    expect(state.passages.size).toBe(1);
  });

  it('leaves another coder’s coding of the issue alone', async () => {
    const { state, edit, code, privacy } = setUp();
    const own = await code({ start: 0, end: 17 });
    await code({ start: 0, end: 17 }, privacy.id, { ...AUTHOR, by: 'Ines' });
    await edit((draft) => recode(draft, own.id, privacy.id));
    expect(state.codings.size).toBe(2);
  });

  it('recodes several in one change set, also where some become one', async () => {
    const { state, edit, code, privacy } = setUp();
    const first = await code({ start: 0, end: 17 });
    await code({ start: 6, end: 20 }, privacy.id, LATER);
    const third = await code({ start: 36, end: 53 });
    const before = structuredClone(state);
    const { changes } = await edit((draft) => recodeAll(draft, [first.id, third.id], privacy.id));
    expect([...state.codings.values()].map((one) => (one as Coding).issueId)).toEqual([
      privacy.id,
      privacy.id,
    ]);
    applyChanges(state, invert(changes));
    expect(state).toEqual(before);
  });
});

describe('moveBorders', () => {
  it('moves the passage itself where nothing else rests on it', async () => {
    const { state, edit, code, coding, words } = setUp();
    const made = await code({ start: 6, end: 17 });
    await edit((draft) => moveBorders(draft, made.id, { start: 0, end: 24 }));
    expect(words(made.id)).toEqual([0, 24]);
    expect(coding(made.id)?.passageId).toBe(made.passageId);
    expect(state.passages.size).toBe(1);
  });

  it('leaves advice on the same words as it was, and holds the new words as closely', async () => {
    const { state, edit, turn, forcedLabour, coding, words } = setUp();
    const fields = { kind: 'urge' as const, issueIds: [forcedLabour.id], restatement: '', addressee: '' };
    const { result: advice } = await edit((draft) =>
      takeAdvice(draft, { turnId: turn.id, start: 0, end: 35 }, fields, AUTHOR),
    );
    const [passageId = ''] = advice.passageIds;
    await edit((draft) => draft.patch('passages', passageId, { attribution: 'unattributed' }));
    const made = [...state.codings.values()][0] as Coding;
    expect(await alsoOnPassage(stateReader(state), made)).toEqual({
      codings: 0,
      advice: 1,
      ratings: 0,
      entries: 0,
    });
    const kept = structuredClone(state.passages.get(passageId));
    await edit((draft) => moveBorders(draft, made.id, { start: 0, end: 17 }));
    expect(state.passages.get(passageId)).toEqual(kept);
    expect(words(made.id)).toEqual([0, 17]);
    const own = state.passages.get(coding(made.id)?.passageId ?? '') as Passage;
    expect(own.attribution).toBe('unattributed');
  });

  it('refuses blank space and words that are not in the text', async () => {
    const { state, edit, code } = setUp();
    const made = await code({ start: 0, end: 17 });
    await expect(edit((draft) => moveBorders(draft, made.id, { start: 35, end: 36 }))).rejects.toMatchObject({
      problem: { code: 'selection-empty' },
    });
    const passage = state.passages.get(made.passageId) as Passage;
    state.passages.set(passage.id, { ...passage, state: 'unsure' });
    await expect(edit((draft) => moveBorders(draft, made.id, { start: 0, end: 5 }))).rejects.toMatchObject({
      problem: { code: 'coding-unplaced' },
    });
  });

  it('whatever is moved or recoded: a coder has no overlapping codings of one issue, and undo is the exact inverse', async () => {
    const range = fc
      .tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 30 }))
      .map(([start, length]) => ({ start, end: start + length }));
    const step = fc.oneof(
      fc.record({ do: fc.constant('code' as const), range, second: fc.boolean() }),
      fc.record({ do: fc.constant('move' as const), range, pick: fc.nat() }),
      fc.record({ do: fc.constant('recode' as const), pick: fc.nat(), second: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { state, turn, edit, code, forcedLabour, privacy } = setUp();
        const issue = (second: boolean) => (second ? privacy.id : forcedLabour.id);
        for (const one of steps) {
          const all = [...state.codings.keys()];
          const id = 'pick' in one ? all[one.pick % Math.max(1, all.length)] : undefined;
          const before = structuredClone(state);
          if (one.do === 'code') {
            if (turn.text.slice(one.range.start, one.range.end).trim() !== '')
              await code(one.range, issue(one.second));
            continue;
          }
          if (!id) continue;
          if (one.do === 'move' && turn.text.slice(one.range.start, one.range.end).trim() === '') continue;
          const { changes } = await edit((draft) =>
            one.do === 'move' ? moveBorders(draft, id, one.range) : recode(draft, id, issue(one.second)),
          );
          const after = structuredClone(state);
          applyChanges(state, invert(changes));
          expect(state).toEqual(before);
          applyChanges(state, changes);
          expect(state).toEqual(after);
          const placed = [...state.codings.values()].map((each) => {
            const { issueId, passageId } = each as Coding;
            return { issueId, passage: state.passages.get(passageId) as Passage };
          });
          for (const [index, a] of placed.entries())
            for (const b of placed.slice(index + 1))
              expect(
                a.issueId === b.issueId && a.passage.start < b.passage.end && b.passage.start < a.passage.end,
              ).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});
