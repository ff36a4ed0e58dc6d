import { describe, expect, it } from 'vitest';
import { svgOf } from '#shared/chart/svg.ts';
import { translator } from '#shared/i18n/index.ts';
import { emptyState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { saturationOf } from '#shared/retrieval/saturation.ts';
import { saturationScene } from '#shared/retrieval/saturation-scene.ts';
import { wordsOf } from '#shared/retrieval/words.ts';
import { makeDialogue, makeIssue, makeTurn } from '../../fixtures/state.ts';
import { makeCoding, makePassage } from './workspace.ts';

/** So many dialogues, of which the n-th speaks of the issues that are listed for it. */
function talks(heard: readonly (readonly number[])[]) {
  const issues = Array.from({ length: 40 }, (_, order) => makeIssue({ code: `i${order}`, order }));
  const state = { ...emptyState(), issues };
  for (const [at, numbers] of heard.entries()) {
    const dialogue = makeDialogue({ date: `20${10 + at}-04-01`, title: `Talk ${at}` });
    const turn = makeTurn(dialogue.id);
    state.dialogues.push(dialogue);
    state.turns.push(turn);
    for (const number of numbers) {
      const passage = makePassage(turn, 0, 4 + number);
      state.passages.push(passage);
      state.codings.push(makeCoding(passage, issues[number]?.id ?? ''));
    }
  }
  const index = new PassageIndex(state);
  return {
    index,
    steps: saturationOf(index, EMPTY_QUERY),
    words: wordsOf(index, translator('en'), 'en', null),
  };
}

describe('the picture of new issues', () => {
  it('has a mark for every issue, at its number in the order of being heard first', () => {
    const { index, steps, words } = talks([[0, 1, 2], [1, 3], [0]]);
    const { items, description } = saturationScene(steps, index, words);
    expect(items.map(({ label }) => label)).toEqual(['Talk 0', 'Talk 1', 'Talk 2']);
    const heights = items.flatMap(({ shapes }) =>
      shapes.flatMap((shape) => (shape.kind === 'path' && shape.fill !== 'ground' ? [shape.y] : [])),
    );
    expect(heights).toHaveLength(4);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(items[1]?.description).toContain('1 for the first time');
    expect(items[2]?.description).toContain('none for the first time');
    expect(description).toContain('nothing new');
  });

  it('stays inside its frame, from no dialogue to very many', () => {
    for (const count of [0, 1, 2, 120]) {
      const { index, steps, words } = talks(Array.from({ length: count }, (_, at) => [at % 40]));
      const scene = saturationScene(steps, index, words, { width: 520 });
      for (const { x, y, radius } of scene.items) {
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(scene.width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(y + radius).toBeLessThanOrEqual(scene.height);
      }
      expect(svgOf(scene)).not.toContain('NaN');
      expect(svgOf(saturationScene(steps, index, words, { width: 520 }))).toBe(svgOf(scene));
    }
  });
});
