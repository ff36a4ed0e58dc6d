import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { mergeCopy } from '#shared/edit/merge-coder.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, TABLE_NAMES } from '#shared/model/tables.ts';
import { AT, codeAs, coded, copyFor, edit, type Mark, makeOffice, TEXT } from '../coding/workspace.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

const mark: fc.Arbitrary<Mark> = fc
  .record({
    turn: fc.nat(7),
    start: fc.nat(TEXT.length - 2),
    length: fc.integer({ min: 1, max: 40 }),
    issue: fc.nat(2),
  })
  // Spaces alone are no selection.
  .filter(({ start, length }) => TEXT.slice(start, start + length).trim() !== '')
  .map(({ turn, start, length, issue }) => ({ turn, start, end: start + length, issue }));
const marks = fc.array(mark, { maxLength: 8 });

const merge = (state: IndexedState, copy: IndexedState) =>
  edit(state, (draft) => mergeCopy(draft, plainState(copy), 'en'));

const clone = (state: IndexedState) => indexState(structuredClone(plainState(state)));

describe('taking a copy in', () => {
  it('brings every coding with its words, and nothing else; once more changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(marks, marks, async (first, second) => {
        const office = makeOffice();
        await codeAs(office.state, office, 'Ren', first);
        const copy = copyFor(office.state, 'Ines');
        await codeAs(copy, office, 'Ines', second);
        const before = plainState(office.state);
        const { result } = await merge(office.state, copy);
        const after = plainState(office.state);

        expect(result).toMatchObject({ taken: copy.codings.size, known: 0, moved: 0, unsure: 0, left: [] });
        const theirs = (rows: ReturnType<typeof coded>) => rows.filter(({ coder }) => coder === 'Ines');
        expect(theirs(coded(after))).toEqual(coded(plainState(copy)));
        expect(after.codings.filter(({ coder }) => coder === 'Ren')).toEqual(before.codings);
        for (const table of TABLE_NAMES)
          if (table !== 'codings' && table !== 'passages') expect(after[table]).toEqual(before[table]);
        // One place, one passage: otherwise two people who coded the same words would count twice.
        const places = after.passages.map(({ turnId, start, end }) => `${turnId} ${start} ${end}`);
        expect(new Set(places).size).toBe(places.length);

        const again = await merge(office.state, copy);
        expect(again.changes).toEqual([]);
        expect(again.result).toMatchObject({ taken: 0, known: copy.codings.size });
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same whatever the order in which several coders’ copies come', async () => {
    await fc.assert(
      fc.asyncProperty(marks, marks, marks, async (own, second, third) => {
        const office = makeOffice();
        await codeAs(office.state, office, 'Ren', own);
        const copies = [copyFor(office.state, 'Ines'), copyFor(office.state, 'Sana')] as const;
        await codeAs(copies[0], office, 'Ines', second);
        await codeAs(copies[1], office, 'Sana', third);
        const other = clone(office.state);
        await merge(office.state, copies[0]);
        await merge(office.state, copies[1]);
        await merge(other, copies[1]);
        await merge(other, copies[0]);
        expect(coded(plainState(office.state))).toEqual(coded(plainState(other)));
        expect(office.state.passages.size).toBe(other.passages.size);
      }),
      { numRuns: 40 },
    );
  });

  it('takes in what came after, and memos written on, when the copy is sent again', async () => {
    const office = makeOffice();
    const copy = copyFor(office.state, 'Ines');
    await codeAs(copy, office, 'Ines', [{ turn: 0, start: 0, end: 29, issue: 0 }]);
    await merge(office.state, copy);
    const [first] = plainState(copy).codings;
    await edit(copy, (draft) => draft.patch('codings', first?.id as string, { memo: 'Which brokers?' }));
    await codeAs(copy, office, 'Ines', [{ turn: 1, start: 0, end: 29, issue: 1 }]);
    const { result } = await merge(office.state, copy);
    expect(result).toMatchObject({ taken: 1, known: 1 });
    expect(
      plainState(office.state)
        .codings.map(({ memo }) => memo)
        .sort()
        .reverse(),
    ).toEqual(['Which brokers?', '']);
  });

  it('holds what the copy holds however often the copy goes back and forth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(marks, { minLength: 1, maxLength: 4 }), async (returns) => {
        const office = makeOffice();
        await codeAs(office.state, office, 'Ren', returns[0] ?? []);
        const before = coded(plainState(office.state));
        const copy = copyFor(office.state, 'Ines');
        for (const more of returns) {
          await codeAs(copy, office, 'Ines', more);
          await merge(office.state, copy);
        }
        const after = coded(plainState(office.state));
        expect(after.filter(({ coder }) => coder === 'Ines')).toEqual(coded(plainState(copy)));
        expect(after.filter(({ coder }) => coder === 'Ren')).toEqual(before);
        const used = new Set(plainState(office.state).codings.map(({ passageId }) => passageId));
        expect(plainState(office.state).passages.every(({ id }) => used.has(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('takes in words by which a coding grew since, in one coding as in the copy', async () => {
    const office = makeOffice();
    const copy = copyFor(office.state, 'Ines');
    await codeAs(copy, office, 'Ines', [
      { turn: 0, start: 0, end: 7, issue: 0 },
      { turn: 0, start: 18, end: 29, issue: 0 },
      { turn: 1, start: 0, end: 7, issue: 0 },
    ]);
    await merge(office.state, copy);
    expect(office.state.codings.size).toBe(3);
    await codeAs(copy, office, 'Ines', [{ turn: 0, start: 0, end: 29, issue: 0 }]);
    await merge(office.state, copy);
    expect(coded(plainState(office.state))).toEqual(coded(plainState(copy)));
    expect(office.state.passages.size).toBe(2);
    expect((await merge(office.state, copy)).changes).toEqual([]);
  });

  it('leaves settled what was settled here', async () => {
    const office = makeOffice();
    const copy = copyFor(office.state, 'Ines');
    await codeAs(copy, office, 'Ines', [{ turn: 0, start: 0, end: 29, issue: 0 }]);
    await merge(office.state, copy);
    const [first] = plainState(office.state).codings;
    await edit(office.state, (draft) =>
      draft.patch('codings', first?.id as string, { reconciled: 'rejected' }),
    );
    const { changes } = await merge(office.state, copy);
    expect(changes).toEqual([]);
  });

  it('finds the words again where the text was corrected, by what stands around them', async () => {
    const office = makeOffice();
    const copy = copyFor(office.state, 'Ines');
    const second = TEXT.indexOf('Crews wait', TEXT.indexOf('Crews wait') + 1);
    await codeAs(copy, office, 'Ines', [{ turn: 0, start: second, end: second + 10, issue: 0 }]);
    const text = `In short: ${TEXT}`;
    await edit(office.state, (draft) => draft.patch('turns', office.turnIds[0] as string, { text }));
    const { result } = await merge(office.state, copy);
    expect(result).toMatchObject({ taken: 1, moved: 1, unsure: 0 });
    const [passage] = plainState(office.state).passages;
    expect(passage).toMatchObject({ start: second + 10, quote: 'Crews wait', state: 'anchored' });
    expect(passage?.after.startsWith(' for papers')).toBe(true);
  });

  it('keeps words that the text no longer holds as unsure, with what they were', async () => {
    const office = makeOffice();
    const copy = copyFor(office.state, 'Ines');
    await codeAs(copy, office, 'Ines', [{ turn: 0, start: 0, end: 29, issue: 0 }]);
    await edit(office.state, (draft) =>
      draft.patch('turns', office.turnIds[0] as string, { text: 'Agents keep the first pay.' }),
    );
    const { result } = await merge(office.state, copy);
    expect(result).toMatchObject({ taken: 1, unsure: 1, left: [], review: [office.dialogueIds[0]] });
    const [passage] = plainState(office.state).passages;
    expect(passage).toMatchObject({ quote: 'Brokers take the first wages.', state: 'unsure', start: 0 });
    expect((await merge(office.state, copy)).changes).toEqual([]);
  });

  it('follows words into another turn where only one has them, and tells what has no place any more', async () => {
    const office = makeOffice();
    const [first, second, third, fourth] = office.turnIds as [string, string, string, string];
    await edit(office.state, (draft) => draft.patch('turns', first, { text: 'Ask about the ferry.' }));
    const copy = copyFor(office.state, 'Ines');
    await codeAs(copy, office, 'Ines', [
      { turn: 0, start: 0, end: 20, issue: 0 },
      { turn: 2, start: 0, end: 29, issue: 1 },
    ]);
    await edit(office.state, async (draft) => {
      await draft.patch('turns', second, { text: 'Well then. Ask about the ferry.' });
      await draft.remove('turns', first);
      await draft.remove('turns', third);
      await draft.patch('turns', fourth, { text: 'That is all for today.' });
    });
    const { result } = await merge(office.state, copy);
    expect(result).toMatchObject({ taken: 1, moved: 1 });
    expect(result.left).toEqual([
      { reason: 'turn', quote: 'Brokers take the first wages.', issue: 'papers' },
    ]);
    expect(plainState(office.state).passages).toMatchObject([{ turnId: second, start: 11 }]);
  });

  it('follows an issue into what it was merged with, and leaves an issue that only the copy has', async () => {
    const office = makeOffice();
    const copy = copyFor(office.state, 'Ines');
    const [fees, papers] = office.issueIds as [string, string, string];
    const [row] = plainState(copy).issues;
    await codeAs(copy, office, 'Ines', [{ turn: 0, start: 0, end: 29, issue: 0 }]);
    const own = { ...row, id: newId(), name: { en: 'Own idea' } } as NonNullable<typeof row>;
    await edit(copy, async (draft) => {
      draft.add('issues', own);
      await codeSelection(draft, { turnId: office.turnIds[1] as string, start: 0, end: 7 }, [own.id], {
        by: 'Ines',
        at: AT,
      });
    });
    await edit(office.state, (draft) => mergeIssues(draft, [fees], papers, AUTHOR));
    const { result } = await merge(office.state, copy);
    expect(result.left).toEqual([{ reason: 'issue', quote: 'Brokers', issue: 'Own idea' }]);
    expect(plainState(office.state).codings.map(({ issueId }) => issueId)).toEqual([papers]);
  });

  it('takes over a passage’s stricter attribution, never a looser one', async () => {
    const office = makeOffice();
    await codeAs(office.state, office, 'Ren', [
      { turn: 0, start: 0, end: 29, issue: 0 },
      { turn: 1, start: 0, end: 29, issue: 0 },
    ]);
    const copy = copyFor(office.state, 'Ines');
    await codeAs(copy, office, 'Ines', [
      { turn: 0, start: 0, end: 29, issue: 1 },
      { turn: 1, start: 0, end: 29, issue: 1 },
    ]);
    const set = async (state: IndexedState, turn: number, attribution: 'off-record' | 'affiliation') => {
      const passage = plainState(state).passages.find(({ turnId }) => turnId === office.turnIds[turn]);
      await edit(state, (draft) => draft.patch('passages', passage?.id as string, { attribution }));
    };
    await set(copy, 0, 'off-record');
    await set(office.state, 1, 'off-record');
    await set(copy, 1, 'affiliation');
    await merge(office.state, copy);
    expect(plainState(office.state).passages.map(({ attribution }) => attribution)).toEqual([
      'off-record',
      'off-record',
    ]);
  });

  it.each([
    [
      'copy-of-other',
      (office: ReturnType<typeof makeOffice>) => [office.state, copyFor(makeOffice().state, 'Ines')],
    ],
    ['copy-not-a-copy', (office: ReturnType<typeof makeOffice>) => [office.state, office.state]],
    ['copy-of-other', (office: ReturnType<typeof makeOffice>) => [office.state, indexState(emptyState())]],
    [
      'coder-in-copy',
      (office: ReturnType<typeof makeOffice>) => [
        copyFor(office.state, 'Ines'),
        copyFor(office.state, 'Sana'),
      ],
    ],
  ] as const)('refuses with %s, and changes nothing', async (code, make) => {
    const [into, from] = make(makeOffice()) as [IndexedState, IndexedState];
    const before = plainState(into);
    await expect(merge(into, from)).rejects.toMatchObject({ problem: { code } });
    expect(plainState(into)).toEqual(before);
  });
});
