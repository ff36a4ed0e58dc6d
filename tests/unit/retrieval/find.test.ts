import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { findPassages } from '#shared/retrieval/find.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { smallWorkspace } from '../../fixtures/state.ts';
import { byText, oracle } from './oracle.ts';
import { anyQuestion, anyWorld, makeAdvice, makeCoding, makePassage } from './workspace.ts';

describe('finding passages', () => {
  it('gives what the letter of the query says, whatever it asks', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, query }) => {
        const finds = findPassages(new PassageIndex(world.state), query);
        const found = finds.map(({ passageIds }) => [...passageIds].sort()).sort(byText);
        expect(found).toEqual(oracle(world.state, query));
      }),
      { numRuns: 600 },
    );
  });

  it('shows the words of overlapping passages once, as the turn has them, in the order heard', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const finds = findPassages(new PassageIndex(state), EMPTY_QUERY);
        for (const find of finds) {
          if (find.unsure) continue;
          const passages = state.passages.filter(({ id }) => find.passageIds.includes(id));
          const text = state.turns.find(({ id }) => id === find.turn.id)?.text ?? '';
          const start = Math.min(...passages.map((one) => one.start));
          expect(find.quote).toBe(text.slice(start, Math.max(...passages.map((one) => one.end))));
        }
        // The dialogue of fiscal 2025 first; within one, turn after turn.
        const places = finds.map(({ dialogue, turn }) => [-dialogue.fiscalYear, turn.order]);
        expect(places).toEqual([...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
      }),
    );
  });

  const marked = () => {
    const { dialogue, participant, turn, forcedLabour, privacy } = smallWorkspace();
    const state = { ...emptyState(), dialogues: [dialogue], participants: [participant], turns: [turn] };
    state.issues = [forcedLabour, privacy];
    return { state, turn, forcedLabour, privacy };
  };

  it('needs one word in common to call two issues spoken of in the same words', () => {
    const { state, turn, forcedLabour, privacy } = marked();
    const passages = [makePassage(turn, 0, 9), makePassage(turn, 9, 17), makePassage(turn, 6, 10)];
    const [pay, brokers, both] = passages;
    if (!pay || !brokers || !both) throw new Error('no passages');
    state.passages = [pay, brokers];
    state.codings = [makeCoding(pay, forcedLabour.id), makeCoding(brokers, privacy.id)];
    const query = { ...EMPTY_QUERY, about: [[forcedLabour.id], [privacy.id]] };
    expect(findPassages(new PassageIndex(state), query)).toEqual([]);
    expect(findPassages(new PassageIndex(state), { ...query, near: 'turn' })).toHaveLength(2);
    state.passages.push(both);
    state.codings.push(makeCoding(both, forcedLabour.id));
    const [find, ...others] = findPassages(new PassageIndex(state), query);
    expect(others).toEqual([]);
    expect(find).toMatchObject({ quote: turn.text.slice(6, 17), passageIds: [both.id, brokers.id] });
  });

  it('quotes by the strictest policy of the words it shows', () => {
    const { state, turn, forcedLabour } = marked();
    state.passages = [makePassage(turn, 0, 9), makePassage(turn, 4, 12, { attribution: 'off-record' })];
    state.codings = state.passages.map((passage) => makeCoding(passage, forcedLabour.id));
    const [find] = findPassages(new PassageIndex(state), EMPTY_QUERY);
    expect(find?.passageIds).toHaveLength(2);
    expect(find?.attribution).toEqual({ policy: 'off-record' });
  });

  it('finds advice that nobody coded, by its kind and by its issue', () => {
    const { state, turn, privacy } = marked();
    const passage = makePassage(turn, 0, 9);
    state.passages = [passage];
    state.advice = [makeAdvice([passage], { kind: 'caution', issueIds: [privacy.id] })];
    const index = new PassageIndex(state);
    expect(findPassages(index, { ...EMPTY_QUERY, adviceKinds: ['caution'] })).toHaveLength(1);
    expect(findPassages(index, { ...EMPTY_QUERY, adviceKinds: ['urge'] })).toEqual([]);
    expect(findPassages(index, { ...EMPTY_QUERY, about: [[privacy.id]] })[0]?.issueIds).toEqual([privacy.id]);
  });
});
