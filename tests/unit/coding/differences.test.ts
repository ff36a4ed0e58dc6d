import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { applyChanges, type IndexedState, plainState } from '#shared/change/state.ts';
import { type Comparison, compareCoders, isDifference } from '#shared/coding/differences.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { acceptAll, type Choice, choiceOf, reconcile } from '#shared/edit/reconcile.ts';
import { activeCodings } from '#shared/model/coding.ts';
import { AT, codeAs, edit, type Mark, makeOffice, TEXT } from './workspace.ts';

async function compared(first: readonly Mark[], second: readonly Mark[]) {
  const office = makeOffice();
  await codeAs(office.state, office, 'Ren', first);
  await codeAs(office.state, office, 'Ines', second);
  const pair = { a: 'Ren', b: 'Ines', dialogueIds: office.dialogueIds };
  const look = () => compareCoders(plainState(office.state), pair);
  return { ...office, pair, look };
}

const kinds = (comparisons: readonly Comparison[]) => comparisons.map(({ kind }) => kind);
const at = (start: number, end: number, issue = 0, turn = 0): Mark => ({ turn, start, end, issue });

describe('what two coders made of the same words', () => {
  it.each<[string, Mark[], Mark[], string[]]>([
    ['the same words, the same issue', [at(0, 29)], [at(0, 29)], ['same']],
    ['only the first', [at(0, 29)], [], ['only-a']],
    ['only the second', [], [at(0, 29)], ['only-b']],
    ['the same issue on more words', [at(0, 29)], [at(8, 29)], ['extent']],
    ['another issue', [at(0, 29)], [at(8, 29, 1)], ['issue']],
    ['apart in one turn', [at(0, 7)], [at(30, 41)], ['only-a', 'only-b']],
    ['touching, not sharing a letter', [at(0, 7)], [at(8, 12)], ['only-a', 'only-b']],
    ['the same words in another turn', [at(0, 29)], [at(0, 29, 0, 1)], ['only-a', 'only-b']],
    [
      'one issue agreed on, one more of the second',
      [at(0, 29)],
      [at(0, 29), at(0, 29, 1)],
      ['same', 'only-b'],
    ],
    ['one passage of the first, two of the second', [at(0, 41)], [at(0, 29), at(30, 41)], ['extent']],
    ['two issues against a third', [at(0, 29), at(0, 20, 1)], [at(0, 29, 2)], ['only-a', 'issue']],
  ])('%s', async (_, first, second, expected) => {
    const { look } = await compared(first, second);
    expect(kinds(look()).sort()).toEqual([...expected].sort());
  });

  it('pairs different issues by the words they share most of', async () => {
    const { look, issueIds } = await compared([at(0, 29), at(0, 7, 1)], [at(0, 29, 2)]);
    const pair = look().find(({ kind }) => kind === 'issue');
    expect(pair?.a.map(({ coding }) => coding.issueId)).toEqual([issueIds[0]]);
  });

  const mark: fc.Arbitrary<Mark> = fc
    .record({ turn: fc.nat(7), start: fc.nat(40), length: fc.integer({ min: 1, max: 30 }), issue: fc.nat(2) })
    .filter(({ start, length }) => TEXT.slice(start, start + length).trim() !== '')
    .map(({ turn, start, length, issue }) => ({ turn, start, end: start + length, issue }));

  it('holds every coding of both exactly once, and swaps with the coders', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mark, { maxLength: 10 }),
        fc.array(mark, { maxLength: 10 }),
        async (one, two) => {
          const { look, pair, state } = await compared(one, two);
          const comparisons = look();
          const ids = comparisons.flatMap(({ a, b }) => [...a, ...b].map(({ coding }) => coding.id));
          expect(ids.sort()).toEqual(plainState(state).codings.map(({ id }) => id));
          for (const { a, b, start, end, turnId } of comparisons) {
            for (const { coding } of a) expect(coding.coder).toBe('Ren');
            for (const { coding } of b) expect(coding.coder).toBe('Ines');
            for (const { passage } of [...a, ...b]) {
              expect(passage.turnId).toBe(turnId);
              expect(passage.start).toBeGreaterThanOrEqual(start);
              expect(passage.end).toBeLessThanOrEqual(end);
            }
          }
          const swapped = compareCoders(plainState(state), { ...pair, a: pair.b, b: pair.a });
          const turned = (kind: Comparison['kind']) =>
            kind === 'only-a' ? 'only-b' : kind === 'only-b' ? 'only-a' : kind;
          expect(kinds(swapped).map(turned).sort()).toEqual(kinds(comparisons).sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('settling', () => {
  const outcomes = (state: IndexedState) =>
    new Map(plainState(state).codings.map(({ coder, reconciled }) => [coder, reconciled]));

  it.each<[Choice, string | null, string | null]>([
    ['a', 'accepted', 'rejected'],
    ['b', 'rejected', 'accepted'],
    ['both', 'accepted', 'accepted'],
    ['neither', 'rejected', 'rejected'],
    ['open', null, null],
  ])('%s: the first is %s, the second %s', async (choice, first, second) => {
    const { state, look } = await compared([at(0, 29)], [at(8, 29)]);
    const [difference] = look();
    if (!difference) throw new Error('nothing differs');
    expect(choiceOf(difference)).toBe('open');
    const before = plainState(state);
    const { changes } = await edit(state, (draft) => reconcile(draft, difference, choice));
    expect(outcomes(state)).toEqual(
      new Map([
        ['Ren', first],
        ['Ines', second],
      ]),
    );
    expect(look().map(choiceOf)).toEqual([choice]);
    // Nothing is lost by it: the codings stay, and one step back is as it was.
    applyChanges(state, invert(changes));
    expect(plainState(state)).toEqual(before);
  });

  it('accepts all of an issue that is open, and leaves what was settled', async () => {
    const { state, look, issueIds } = await compared(
      [at(0, 29), at(30, 41), at(0, 29, 1, 1)],
      [at(0, 29), at(0, 29, 0, 2)],
    );
    const comparisons = look();
    const lonely = comparisons.find(({ kind }) => kind === 'only-b');
    if (!lonely) throw new Error('nothing differs');
    await edit(state, (draft) => reconcile(draft, lonely, 'neither'));
    const { result } = await edit(state, (draft) => acceptAll(draft, look(), issueIds[0] as string));
    expect(result).toBe(3);
    const { codings } = plainState(state);
    expect(
      codings.filter(({ issueId }) => issueId === issueIds[1]).map(({ reconciled }) => reconciled),
    ).toEqual([null]);
    expect(look().filter(isDifference).map(choiceOf).sort()).toEqual(['both', 'neither', 'open']);
  });

  it('leaves rejected codings out of what stands, and coding the words again brings them back', async () => {
    const { state, look, turnIds, issueIds } = await compared([at(0, 29)], []);
    const [difference] = look();
    if (!difference) throw new Error('nothing differs');
    await edit(state, (draft) => reconcile(draft, difference, 'neither'));
    expect(activeCodings(plainState(state).codings)).toEqual([]);
    expect(plainState(state).codings).toHaveLength(1);
    await edit(state, (draft) =>
      codeSelection(draft, { turnId: turnIds[0] as string, start: 0, end: 29 }, [issueIds[0] as string], {
        by: 'Ren',
        at: AT,
      }),
    );
    expect(activeCodings(plainState(state).codings)).toHaveLength(1);
    expect(plainState(state).codings).toHaveLength(1);
  });
});
