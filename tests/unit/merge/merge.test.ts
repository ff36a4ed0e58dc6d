import { dequal } from 'dequal/lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHistory, checkState } from '#shared/archive/check.ts';
import { invert, type JournalEntry } from '#shared/change/change-set.ts';
import { editEntry } from '#shared/change/history.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { type Differences, differencesOf } from '#shared/merge/differences.ts';
import { mergeBase, mergeLabel, stateAt } from '#shared/merge/kin.ts';
import { resolveMerge } from '#shared/merge/resolve.ts';
import type { Sides } from '#shared/merge/sides.ts';
import { newId } from '#shared/model/basics.ts';
import type { RoundRecord } from '#shared/model/record.ts';
import { TABLE_NAMES, type WorkspaceState } from '#shared/model/tables.ts';
import { attempts, type Edited, edited } from '../../fixtures/edits.ts';

interface Parted {
  readonly mine: Edited;
  readonly theirs: Edited;
  readonly sides: Sides;
}

/** Two workspaces that were worked in apart after a common beginning. */
const parted: fc.Arbitrary<Promise<Parted>> = fc
  .tuple(attempts, attempts, attempts)
  .map(async ([before, here, there]) => {
    const common = await edited(before);
    const mine = await edited(here, undefined, common);
    const theirs = await edited(there, undefined, common);
    return { mine, theirs, sides: sidesOf(mine.journal, theirs.journal) };
  });

function sidesOf(mine: readonly JournalEntry[], theirs: readonly JournalEntry[]): Sides {
  const base = mergeBase(mine, theirs);
  if (!base) throw new Error('no kin');
  return {
    base: stateAt(base.side === 'mine' ? mine : theirs, base.seq),
    mine: stateAt(mine, mine.length),
    theirs: stateAt(theirs, theirs.length),
  };
}

const MERGING = { by: 'Ren', at: '2024-07-01T00:00:00.000Z', why: 'Merged' };

async function merged(
  sides: Sides,
  differences: Differences = differencesOf(sides),
): Promise<{ state: WorkspaceState; resolution: Awaited<ReturnType<typeof resolveMerge>> }> {
  const resolution = await resolveMerge(sides, differences, new Map(), MERGING);
  const state = indexState(plainState(sides.mine));
  applyChanges(state, resolution.changes);
  return { state: plainState(state), resolution };
}

/** Rows that two states do not have alike, by table and id. */
function unlike(one: WorkspaceState, other: WorkspaceState): unknown[] {
  return TABLE_NAMES.flatMap((table) => {
    const [a, b] = [indexState(one)[table], indexState(other)[table]];
    return [...new Set([...a.keys(), ...b.keys()])]
      .filter((id) => !dequal(a.get(id), b.get(id)))
      .map((id) => ({ table, id, one: a.get(id), other: b.get(id) }));
  });
}

/** Whether both sides made the very same move of a round, each with a record of its own: each keeps its own. */
function recordedTwice({ base, mine, theirs }: Sides): boolean {
  const rounds = ({ records }: IndexedState) =>
    ([...records.values()] as RoundRecord[])
      .filter(({ id }) => !base.records.has(id))
      .map(({ roundId }) => roundId);
  const here = new Set(rounds(mine));
  return rounds(theirs).some((id) => here.has(id));
}

const swapped = ({ base, mine, theirs }: Sides): Sides => ({ base, mine: theirs, theirs: mine });
/** Always the same attempts. */
const runs = { numRuns: 40, seed: 20_200_214, endOnFailure: true };

describe('two workspaces that were worked in apart', () => {
  test('come together in one that says nothing against itself, and one undo takes it back', async () => {
    await fc.assert(
      fc.asyncProperty(parted, async (work) => {
        const { mine, sides } = await work;
        const { state, resolution } = await merged(sides);
        checkState(state);
        const last = mine.journal.at(-1) as JournalEntry;
        const stamp = { id: newId(), at: last.at, actor: 'Ren', device: newId() };
        const entry = editEntry(last, stamp, mergeLabel('Aiko', newId()), resolution.changes);
        await checkHistory(state, [...mine.journal, entry]);
        const back = indexState(state);
        applyChanges(back, invert(resolution.changes));
        expect(unlike(plainState(back), mine.state)).toEqual([]);
      }),
      runs,
    );
  });

  test('taken in once, the same file offers nothing more, and what is done in it later is all there is', async () => {
    await fc.assert(
      fc.asyncProperty(parted, attempts, async (work, more) => {
        const { mine, theirs, sides } = await work;
        const { resolution } = await merged(sides);
        const last = mine.journal.at(-1) as JournalEntry;
        const until = (theirs.journal.at(-1) as JournalEntry).id;
        const stamp = { id: newId(), at: last.at, actor: 'Ren', device: newId() };
        const journal = [
          ...mine.journal,
          editEntry(last, stamp, mergeLabel('Aiko', until), resolution.changes),
        ];
        const again = sidesOf(journal, theirs.journal);
        expect(differencesOf(again).list.filter(({ at }) => at !== 'here')).toEqual([]);
        expect((await merged(again)).resolution.changes).toEqual([]);
        // And from the other side: all of theirs is in ours.
        const back = sidesOf(theirs.journal, journal);
        expect(
          differencesOf(back).list.filter(
            ({ at, parts }) => at !== 'there' && !parts.some(({ blocked }) => blocked),
          ),
        ).toEqual([]);
        const later = await edited(more, undefined, theirs);
        checkState((await merged(sidesOf(journal, later.journal))).state);
      }),
      runs,
    );
  });

  test('nothing that was done on one side alone is lost', async () => {
    await fc.assert(
      fc.asyncProperty(parted, async (work) => {
        const { sides } = await work;
        const differences = differencesOf(sides);
        const { state, resolution } = await merged(sides, differences);
        const now = indexState(state);
        for (const one of differences.list) {
          if (one.kind !== 'added' || one.table === 'passages' || resolution.overruled.has(one.key)) continue;
          expect(now[one.table].has(one.id), one.key).toBe(true);
        }
      }),
      runs,
    );
  });

  test('come to the same whichever is brought to the other, where nothing excludes anything', async () => {
    let agreed = 0;
    await fc.assert(
      fc.asyncProperty(parted, async (work) => {
        const { sides } = await work;
        const differences = differencesOf(sides);
        // From either side: a round that was opened again and moved on is refused by the side that still has it closed.
        const isFree = [differences, differencesOf(swapped(sides))].every(({ list }) =>
          list.every(({ parts }) => parts.every(({ clash, blocked }) => !clash && !blocked)),
        );
        if (!isFree || recordedTwice(sides)) return;
        const one = await merged(sides, differences);
        const other = await merged(swapped(sides));
        if (one.resolution.overruled.size + other.resolution.overruled.size > 0) return;
        agreed++;
        expect(unlike(one.state, other.state)).toEqual([]);
      }),
      { ...runs, numRuns: 80 },
    );
    expect(agreed).toBeGreaterThan(0);
  });

  test('where nobody did anything nothing changes, and who did nothing takes all that the other did', async () => {
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(attempts, attempts, async (before, after) => {
        const common = await edited(before);
        const later = await edited(after, undefined, common);
        const none = sidesOf(later.journal, common.journal);
        expect((await merged(none)).resolution.changes).toEqual([]);
        const all = sidesOf(common.journal, later.journal);
        const { state, resolution } = await merged(all);
        // Moves of a round that a guard refuses as one change (reopened and closed again) are the one thing not taken.
        if (differencesOf(all).list.some(({ parts }) => parts.some(({ blocked }) => blocked))) return;
        if ([...resolution.overruled.values()].includes('round-closed')) return;
        whole++;
        expect([...resolution.overruled]).toEqual([]);
        expect(unlike(state, later.state)).toEqual([]);
      }),
      runs,
    );
    expect(whole).toBeGreaterThan(0);
  });
});
