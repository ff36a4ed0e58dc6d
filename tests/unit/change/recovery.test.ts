import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, JournalEntry } from '#shared/change/change-set.ts';
import { recoverLog } from '#shared/change/recovery.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { makePerson } from '../../fixtures/person.ts';

const AT = '2026-11-29T09:00:00.000Z';

/** A history over few persons, so that entries often touch the same ones; [n] is the state after entry n. */
function history(moves: readonly { who: number; remove: boolean }[]) {
  const ids = Array.from({ length: 6 }, () => newId());
  const state = indexState(emptyState());
  const states: WorkspaceState[] = [plainState(state)];
  const entries = moves.map(({ who, remove }, index): JournalEntry => {
    const id = ids[who % ids.length] as string;
    const before = state.persons.get(id) ?? null;
    const after = remove && before ? null : makePerson({ id, aliases: [`${index}`] });
    const change = { table: 'persons', id, before, after } as Change;
    applyChanges(state, [change]);
    states.push(plainState(state));
    const seq = index + 1;
    return {
      seq,
      id: newId(),
      at: AT,
      actor: 'Aiko',
      device: newId(),
      kind: 'edit',
      target: null,
      undo: seq === 1 ? null : seq,
      redo: null,
      undoBefore: seq <= 2 ? null : seq - 1,
      redoBefore: null,
      label: { key: 'change.workspace.edit', params: {} },
      changes: [change],
    };
  });
  return { entries, states };
}

function replayed(entries: readonly JournalEntry[], from: IndexedState): WorkspaceState {
  for (const { changes } of entries) {
    // What each change says stood before is what stands there.
    for (const { table, id, before } of changes) expect(from[table].get(id) ?? null).toEqual(before);
    applyChanges(from, changes);
  }
  return plainState(from);
}

const damage = fc.record({
  moves: fc.array(fc.record({ who: fc.nat(5), remove: fc.boolean() }), { minLength: 2, maxLength: 25 }),
  head: fc.nat(24),
  kept: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
  snapshots: fc.array(fc.boolean(), { minLength: 26, maxLength: 26 }),
});

test('what is left of a log and its snapshots continues it without a gap, and leads to its states', async () => {
  await fc.assert(
    fc.asyncProperty(damage, async ({ moves, head, kept, snapshots }) => {
      const { entries, states } = history(moves);
      const seq = Math.min(head, entries.length);
      const read = new Map(
        entries.filter((one) => one.seq > seq && kept[one.seq - 1]).map((one) => [one.seq, one]),
      );
      const further = states.flatMap((state, at) =>
        at > seq && snapshots[at] ? [{ seq: at, read: async () => state }] : [],
      );
      const begun = indexState(states[seq] ?? emptyState());
      const found = await recoverLog({
        seq,
        state: begun,
        entries: read,
        snapshots: further,
        at: AT,
        device: newId(),
      });

      const reach = Math.max(seq, ...read.keys(), ...further.map((one) => one.seq));
      expect(found.entries.map((one) => one.seq)).toEqual(
        Array.from({ length: reach - seq }, (_, index) => seq + index + 1),
      );
      const end = replayed(found.entries, indexState(states[seq] ?? emptyState()));
      expect(end).toEqual(plainState(begun));
      expect(found.lostEntries).toBe(reach - seq - read.size);

      // Behind the last gap that nothing tells of, all is as it was.
      const known = (at: number) => at <= seq || read.has(at) || further.some((one) => one.seq >= at);
      const unknown = Array.from({ length: reach }, (_, index) => index + 1).filter((at) => !known(at));
      expect(found.lostChanges).toBe(unknown.length);
      if (unknown.length === 0) expect(end).toEqual(states[reach]);
      for (const one of found.entries)
        for (const pointer of [one.undo, one.redo, one.undoBefore, one.redoBefore])
          if (pointer !== null) expect(read.has(pointer) || pointer <= seq).toBe(true);
    }),
    { numRuns: 400 },
  );
});
