import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, plainState } from '#shared/change/state.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { applyCorrections, findHits, keepCorrection } from '#shared/edit/glossary.ts';
import { newId } from '#shared/model/basics.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const term = (wrong: string, right: string) => ({ id: newId(), wrong, right, note: '' });
const found = (text: string, ...terms: ReturnType<typeof term>[]) =>
  findHits([{ id: 't', text }], terms).map(({ start, end }) => `${start}:${text.slice(start, end)}`);

async function editing<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>) {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  const changes = await draft.finish();
  applyChanges(state, changes);
  return { result, changes };
}

describe('findHits', () => {
  it('counts whole words where words have spaces, and any place where they have none', () => {
    expect(found('The port, the Port and a seaport.', term('port', 'harbour'))).toEqual(['4:port']);
    expect(found('人件デューデリジェンスと人件費', term('人件デュー', '人権デュー'))).toEqual([
      '0:人件デュー',
    ]);
    expect(found('ESGとCSRD', term('CSR', '企業の社会的責任'))).toEqual([]);
    expect(found('日本のCSRとは', term('CSR', '企業の社会的責任'))).toEqual(['3:CSR']);
  });

  it('leaves alone what is right already, though the wrong term be part of it', () => {
    const due = term('デューデリ', 'デューデリジェンス');
    expect(found('デューデリとデューデリジェンス', due)).toEqual(['0:デューデリ']);
    expect(found('UN Guiding Principles', term('Guiding Principles', 'UN Guiding Principles'))).toEqual([]);
  });

  it('takes the longer of terms that overlap', () => {
    expect(found('Mr. Oh Sei spoke.', term('Oh', 'O'), term('Oh Sei', 'Osei'))).toEqual(['4:Oh Sei']);
  });
});

describe('applyCorrections', () => {
  it('changes the chosen places alone; a coded quote changes with its terms and stays', async () => {
    const { state, turn, dialogue, forcedLabour } = smallWorkspace();
    await editing(state, (draft) =>
      codeSelection(draft, { turnId: turn.id, start: 0, end: 35 }, [forcedLabour.id], {
        by: 'Ren',
        at: '2024-06-02T00:00:00.000Z',
      }),
    );
    const terms = [
      term('brokers', 'licensed brokers'),
      term('fees', 'recruitment fees'),
      term('手数料', '募集手数料'),
    ];
    const hits = findHits([turn], terms);
    expect(hits).toHaveLength(3);
    const { result } = await editing(state, (draft) =>
      applyCorrections(draft, dialogue.id, hits.slice(0, 2)),
    );
    expect((state.turns.get(turn.id) as Turn).text).toBe(
      'Crews pay licensed brokers before they sail. Repay those recruitment fees. 手数料を返してください。',
    );
    const [passage] = [...(state.passages.values() as Iterable<Passage>)];
    expect(passage).toMatchObject({
      state: 'anchored',
      quote: 'Crews pay licensed brokers before they sail.',
      start: 0,
    });
    expect(result).toMatchObject({ kept: 0, unsure: [] });
    expect(result.changed).toHaveLength(1);
  });

  it('refuses hits that the text has left behind', async () => {
    const { state, turn, dialogue } = smallWorkspace();
    const hits = findHits([turn], [term('fees', 'recruitment fees')]);
    state.turns.set(turn.id, { ...turn, text: 'Something else.' });
    await expect(editing(state, (draft) => applyCorrections(draft, dialogue.id, hits))).rejects.toMatchObject(
      { problem: { code: 'glossary-moved' } },
    );
  });

  it('keeps every passage that any words are left of, and is undone byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(76), fc.nat(76)), { minLength: 1, maxLength: 5 }),
        fc.subarray(['Crews', 'brokers', 'fees', '手数料', 'sail. Repay', 'あ', '返して'], { minLength: 1 }),
        fc.constantFrom('x', 'the right term', '正しい語'),
        async (ranges, wrongs, right) => {
          const { state, turn, dialogue, forcedLabour } = smallWorkspace();
          await editing(state, async (draft) => {
            for (const [a, b] of ranges) {
              if (turn.text.slice(Math.min(a, b), Math.max(a, b)).trim() === '') continue;
              const selection = { turnId: turn.id, start: Math.min(a, b), end: Math.max(a, b) };
              await codeSelection(draft, selection, [forcedLabour.id], {
                by: 'Ren',
                at: '2024-06-02T00:00:00.000Z',
              });
            }
          });
          const before = JSON.stringify(plainState(state));
          const hits = findHits(
            [turn],
            wrongs.map((wrong) => term(wrong, right)),
          );
          const { result, changes } = await editing(state, (draft) =>
            applyCorrections(draft, dialogue.id, hits),
          );
          const text = (state.turns.get(turn.id) as Turn).text;
          expect(result.unsure).toEqual([]);
          for (const passage of state.passages.values() as Iterable<Passage>)
            expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
          applyChanges(state, invert(changes));
          expect(JSON.stringify(plainState(state))).toBe(before);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('keepCorrection', () => {
  it('keeps one correction a term, and none that corrects nothing', async () => {
    const { state } = smallWorkspace();
    const keep = (wrong: string, right: string) =>
      editing(state, (draft) => keepCorrection(draft, { wrong, right, note: '' }));
    await keep('人件', '人権');
    await expect(keep('人件', '人権侵害')).rejects.toMatchObject({
      problem: { code: 'glossary-term-taken' },
    });
    await expect(keep('港', '港')).rejects.toMatchObject({ problem: { code: 'glossary-term-same' } });
    await expect(keep(' ', 'x')).rejects.toMatchObject({ problem: { code: 'glossary-term-missing' } });
    expect(state.glossary.size).toBe(1);
  });
});
