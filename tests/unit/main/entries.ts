import type { Change, JournalEntry } from '#shared/change/change-set.ts';
import { newId } from '#shared/model/basics.ts';
import type { Person } from '#shared/model/person.ts';
import { makePerson } from '../../fixtures/person.ts';

/** An entry that adds a person. */
export function makeEntry(
  seq: number,
  person: Person = makePerson({ aliases: [`第${seq}号\n“quoted”`] }),
): JournalEntry {
  const change: Change<'persons'> = { table: 'persons', id: person.id, before: null, after: person };
  return {
    seq,
    id: newId(),
    at: '2024-06-01T09:30:00.000Z',
    actor: 'Aiko',
    device: newId(),
    kind: 'edit',
    target: null,
    undo: seq === 1 ? null : seq,
    redo: null,
    undoBefore: seq <= 2 ? null : seq - 1,
    redoBefore: null,
    label: { key: 'change.workspace.edit', params: {} },
    changes: [change as Change],
  };
}

/** Entries 1 … count, each adding a person. */
export function makeEntries(count: number): JournalEntry[] {
  return Array.from({ length: count }, (_, index) => makeEntry(index + 1));
}
