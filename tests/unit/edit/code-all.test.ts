import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { codeAll, type QuotedRange } from '#shared/edit/code-all.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { newId } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { makeTurn, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const TEXT = 'Crews pay brokers. The brokers keep the papers. Nobody pays them back.';

function setUp() {
  const workspace = smallWorkspace();
  const { state, dialogue } = workspace;
  const turns = [0, 1, 2].map((order) => makeTurn(dialogue.id, { order: order + 1, text: TEXT }));
  for (const turn of turns) state.turns.set(turn.id, turn);
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const range = (turn: Turn, start: number, end: number): QuotedRange => ({
    turnId: turn.id,
    start,
    end,
    quote: turn.text.slice(start, end),
  });
  const all = (ranges: readonly QuotedRange[], memo = '', issueId = workspace.forcedLabour.id) =>
    edit((draft) => codeAll(draft, ranges, { issueId, memo }, AUTHOR));
  const coded = () =>
    ([...state.codings.values()] as Coding[]).map(({ passageId, issueId, coder, memo }) => {
      const { quote } = state.passages.get(passageId) as Passage;
      return { quote, issueId, coder, memo };
    });
  return { ...workspace, turns: turns as [Turn, Turn, Turn], edit, range, all, coded };
}

describe('codeAll', () => {
  it('codes each range by itself, with the memo, as the person who asked', async () => {
    const { turns, range, all, coded, forcedLabour } = setUp();
    const { result } = await all([range(turns[0], 0, 18), range(turns[2], 19, 47)], ' by search ');
    expect(result).toEqual({ coded: 2, skipped: 0 });
    const own = { issueId: forcedLabour.id, coder: 'Ren', memo: 'by search' };
    expect(coded()).toEqual([
      { quote: 'Crews pay brokers.', ...own },
      { quote: 'The brokers keep the papers.', ...own },
    ]);
  });

  it('leaves alone what is coded to the issue already, even in part and by somebody else', async () => {
    const { turns, range, all, coded, edit, forcedLabour, privacy } = setUp();
    await edit((draft) =>
      codeSelection(draft, { turnId: turns[0].id, start: 0, end: 9 }, [forcedLabour.id], {
        ...AUTHOR,
        by: 'Ines',
      }),
    );
    await edit((draft) =>
      codeSelection(draft, { turnId: turns[1].id, start: 0, end: 18 }, [privacy.id], AUTHOR),
    );
    const { result } = await all([range(turns[0], 0, 18), range(turns[1], 0, 18)], 'found');
    expect(result).toEqual({ coded: 1, skipped: 1 });
    expect(coded().map(({ quote, coder, memo }) => [quote, coder, memo])).toEqual([
      ['Crews pay', 'Ines', ''],
      ['Crews pay brokers.', 'Ren', ''],
      ['Crews pay brokers.', 'Ren', 'found'],
    ]);
  });

  it('codes again what was rejected, and words that only touch what is coded', async () => {
    const { state, turns, range, all, edit, forcedLabour } = setUp();
    const { result } = await edit((draft) =>
      codeSelection(draft, { turnId: turns[0].id, start: 0, end: 18 }, [forcedLabour.id], AUTHOR),
    );
    const [coding] = result;
    if (!coding) throw new Error('nothing coded');
    state.codings.set(coding.id, { ...coding, reconciled: 'rejected' });
    expect((await all([range(turns[0], 0, 18)])).result).toEqual({ coded: 1, skipped: 0 });
    expect((await all([range(turns[0], 18, 47)])).result).toEqual({ coded: 1, skipped: 0 });
  });

  it('takes ranges that overlap each other as one coding, and a second round adds nothing', async () => {
    const { turns, range, all, coded } = setUp();
    const overlapping = [range(turns[0], 0, 30), range(turns[0], 19, 47), range(turns[0], 0, 30)];
    expect((await all(overlapping, 'note')).result.coded).toBe(3);
    expect(coded().map(({ quote, memo }) => [quote, memo])).toEqual([[TEXT.slice(0, 47), 'note']]);
    const again = await all(overlapping, 'note');
    expect(again.result).toEqual({ coded: 0, skipped: 3 });
    expect(again.changes).toEqual([]);
  });

  it('refuses all of it when the words of one place are others by now', async () => {
    const { state, turns, range, all } = setUp();
    const ranges = [range(turns[0], 0, 18), range(turns[1], 0, 18), range(turns[2], 0, 18)];
    state.turns.set(turns[1].id, { ...turns[1], text: TEXT.replace('Crews', 'Many') });
    state.turns.delete(turns[2].id);
    await expect(all(ranges)).rejects.toMatchObject({
      problem: { code: 'stretches-changed', params: { count: 2 } },
    });
    await expect(all([range(turns[0], 0, 18)], '', newId())).rejects.toMatchObject({
      problem: { code: 'row-missing' },
    });
    expect(state.codings.size + state.passages.size).toBe(0);
  });

  it('keeps words as closely held as they were', async () => {
    const { state, turns, range, all, edit, privacy } = setUp();
    await edit((draft) =>
      codeSelection(draft, { turnId: turns[0].id, start: 0, end: 18 }, [privacy.id], AUTHOR),
    );
    const [passage] = [...state.passages.values()] as Passage[];
    if (!passage) throw new Error('no passage');
    state.passages.set(passage.id, { ...passage, attribution: 'off-record' });
    await all([range(turns[0], 0, 18), range(turns[1], 0, 18)]);
    const policies = ([...state.passages.values()] as Passage[]).map(({ attribution }) => attribution);
    expect(policies).toEqual(['off-record', null]);
  });

  it('is taken back by its inverse to the last row, whatever was coded before', async () => {
    const range = fc
      .tuple(fc.nat(2), fc.nat(TEXT.length - 2), fc.integer({ min: 2, max: 30 }))
      .map(([turn, start, length]) => ({ turn, start, end: Math.min(TEXT.length, start + length) }))
      .filter(({ start, end }) => TEXT.slice(start, end).trim() !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(range, { maxLength: 4 }),
        fc.array(range, { maxLength: 6 }),
        async (by, now) => {
          const { state, turns, range, all, edit, forcedLabour } = setUp();
          for (const { turn, start, end } of by)
            await edit((draft) =>
              codeSelection(draft, range(turns[turn] as Turn, start, end), [forcedLabour.id], AUTHOR),
            );
          const rows = () =>
            [state.passages, state.codings].map((table) =>
              [...table.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
            );
          const before = structuredClone(rows());
          const { result, changes } = await all(
            now.map(({ turn, start, end }) => range(turns[turn] as Turn, start, end)),
            'memo',
          );
          expect(result.coded + result.skipped).toBe(now.length);
          applyChanges(state, invert(changes));
          expect(rows()).toEqual(before);
        },
      ),
    );
  });
});
