import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, type JournalEntry, squash } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { editEntry } from '#shared/change/history.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { bringEarlier } from '#shared/edit/bring-earlier.ts';
import { updateCommitment } from '#shared/edit/commitment.ts';
import { differencesOf } from '#shared/merge/differences.ts';
import { mergeLabel, stateAt } from '#shared/merge/kin.ts';
import { sidesOfToday } from '#shared/merge/of-today.ts';
import { resolveMerge } from '#shared/merge/resolve.ts';
import { sidesOf } from '#shared/merge/unknown.ts';
import { newId } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { oldSampleOf } from '../../fixtures/old-sample.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'sample.json');
const sample = upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);
const OLD = oldSampleOf(sample);
const MERGING = { by: 'Ren', at: '2024-07-01T00:00:00.000Z', why: 'Merged' };
const stamp = () => ({ id: newId(), at: '2024-06-01T09:00:00.000Z', actor: '', device: newId() });
const BEGUN = firstEntry(OLD, 'Office', stamp());

interface Logged {
  readonly state: WorkspaceState;
  readonly journal: readonly JournalEntry[];
}

function gone(from: readonly JournalEntry[], key: string, changes: readonly Change[]): Logged {
  const last = from.at(-1) ?? null;
  const journal =
    changes.length === 0 ? from : [...from, editEntry(last, stamp(), { key, params: {} } as never, changes)];
  return { state: plainState(stateAt(journal, journal.length)), journal };
}

async function edited(
  from: Logged,
  key: string,
  recipe: (draft: Draft) => Promise<unknown>,
): Promise<Logged> {
  const draft = new Draft(stateReader(indexState(from.state)));
  await recipe(draft);
  return gone(from.journal, key, await draft.finish());
}

/** What somebody did in a copy with the version that knew of no figures. */
type Act =
  | { readonly kind: 'value'; readonly row: number; readonly value: number }
  | { readonly kind: 'activity'; readonly row: number; readonly at: number; readonly value: number }
  | { readonly kind: 'grievance'; readonly at: number; readonly count: number }
  | { readonly kind: 'promise'; readonly row: number; readonly text: string }
  | { readonly kind: 'forget'; readonly row: number };
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), row: fc.nat(2), value: fc.nat(50_000) }),
  fc.record({ kind: fc.constant('activity' as const), row: fc.nat(3), at: fc.nat(2), value: fc.nat(50_000) }),
  fc.record({
    kind: fc.constant('grievance' as const),
    at: fc.nat(3),
    count: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({
    kind: fc.constant('promise' as const),
    row: fc.nat(15),
    text: fc.constantFrom('Publish it.', 'Ask again.'),
  }),
  fc.record({ kind: fc.constant('forget' as const), row: fc.nat(3) }),
);

function acted(acts: readonly Act[]): Logged {
  const changes: Change[] = [];
  const state = indexState(OLD);
  const put = <T extends 'indicators' | 'activities' | 'grievances' | 'advice'>(
    table: T,
    row: WorkspaceState[T][number] | undefined,
    after: object | null,
  ) => {
    if (!row) return;
    const before = state[table].get(row.id) ?? null;
    if (!before) return;
    const change = { table, id: row.id, before, after: after && { ...before, ...after } } as Change;
    changes.push(change);
    applyChanges(state, [change]);
  };
  for (const one of acts) {
    if (one.kind === 'value') {
      const row = OLD.indicators[one.row];
      const values = (row?.values ?? []).map((was, index) =>
        index === 0 ? { ...was, value: one.value } : was,
      );
      put('indicators', row, { values });
    } else if (one.kind === 'activity') {
      const row = OLD.activities[one.row];
      const figures = (row?.figures ?? []).map((was, index) =>
        index === one.at ? { ...was, value: one.value } : was,
      );
      put('activities', row, { figures });
    } else if (one.kind === 'grievance') {
      const row = OLD.grievances[0];
      const counts = (row?.counts ?? []).map((was, index) =>
        index === one.at ? { ...was, count: one.count } : was,
      );
      put('grievances', row, { counts });
    } else if (one.kind === 'promise') put('advice', OLD.advice[one.row], { commitment: one.text });
    else put('activities', OLD.activities[one.row], null);
  }
  return gone([BEGUN], 'change.workspace.edit', squash(changes));
}

async function today(state: WorkspaceState): Promise<IndexedState> {
  const indexed = indexState(state);
  const draft = new Draft(stateReader(indexed));
  await bringEarlier(draft);
  applyChanges(indexed, await draft.finish());
  return indexed;
}

async function mergedWith(mine: Logged, theirs: Logged): Promise<Logged> {
  const parted = sidesOf(mine, theirs);
  if (!parted) throw new Error('no kin');
  const sides = await sidesOfToday(parted);
  const { changes } = await resolveMerge(sides, differencesOf(sides), new Map(), MERGING, parted.mine);
  const last = mine.journal.at(-1) ?? null;
  const label = mergeLabel('Ren', theirs.journal.at(-1)?.id ?? '');
  const journal = [...mine.journal, editEntry(last, stamp(), label, changes)];
  return { state: plainState(stateAt(journal, journal.length)), journal };
}

const said = (figures: Iterable<Figure>) =>
  [...figures]
    .map(({ indicatorId, via, cell, period, value, status }) =>
      JSON.stringify([indicatorId, via, cell, period, value, status]),
    )
    .sort();

test('what a copy of version 7 says is merged into an office of today: nothing twice, nothing lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 5 }), fc.boolean(), async (acts, wasBrought) => {
      const begun: Logged = { state: OLD, journal: [BEGUN] };
      const mine = wasBrought ? await edited(begun, 'change.earlier.bring', bringEarlier) : begun;
      const theirs = acted(acts);
      const both = await mergedWith(mine, theirs);
      const { activities, grievances, advice } = both.state;
      if (acts.length > 0) {
        expect([activities, grievances]).toEqual([[], []]);
        expect(advice.filter(({ commitment }) => commitment !== '')).toEqual([]);
      }
      // Here nobody did anything: what the copy says is what there is, each number once.
      const wanted = await today(theirs.state);
      const now = await today(both.state);
      expect(said(now.figures.values() as Iterable<Figure>)).toEqual(
        said(wanted.figures.values() as Iterable<Figure>),
      );
      expect([...now.commitments.values()].map((one) => (one as { text: string }).text).sort()).toEqual(
        [...wanted.commitments.values()].map((one) => (one as { text: string }).text).sort(),
      );
      // The same file once more changes nothing.
      expect((await mergedWith(both, theirs)).state).toEqual(both.state);
    }),
    { numRuns: 60 },
  );
});

test('what was done here since stays beside what comes back', async () => {
  const begun: Logged = { state: OLD, journal: [BEGUN] };
  const brought = await edited(begun, 'change.earlier.bring', bringEarlier);
  const [promise] = brought.state.commitments;
  if (!promise) throw new Error('no commitment');
  const mine = await edited(brought, 'change.commitment.edit', (draft) =>
    updateCommitment(draft, promise.id, { owner: 'Purchasing' }),
  );
  const both = await mergedWith(mine, acted([{ kind: 'value', row: 0, value: 9000 }]));
  expect(both.state.commitments.find(({ id }) => id === promise.id)?.owner).toBe('Purchasing');
  expect(both.state.figures.filter(({ value }) => value === 9000)).toHaveLength(1);
  expect(both.state.commitments).toHaveLength(brought.state.commitments.length);
});
