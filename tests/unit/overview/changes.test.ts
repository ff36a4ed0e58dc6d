import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { en } from '#shared/i18n/en/index.ts';
import { groupChanges, noteOf } from '#shared/overview/changes.ts';

function entry(seq: number, key: string, fields: Partial<JournalEntry> = {}): JournalEntry {
  const at = `2021-06-01T00:00:${String(seq).padStart(2, '0')}.000Z`;
  return {
    ...{ seq, id: String(seq), at, actor: 'Mori', device: 'd', kind: 'edit', target: null },
    ...{ undo: seq, redo: null, undoBefore: null, redoBefore: null },
    label: { key, params: {} },
    changes: [],
    ...fields,
  };
}
const row = (table: string, id: string, after: object | null, before: object | null = null) =>
  ({ table, id, before, after }) as unknown as JournalEntry['changes'][number];
const told = (...entries: JournalEntry[]) => groupChanges(entries.map(noteOf));

describe('groupChanges', () => {
  it('counts by area, and names who changed something, the last one first', () => {
    const groups = told(
      entry(1, 'change.coding.add'),
      entry(2, 'change.advice.take', { actor: 'Sato' }),
      entry(3, 'change.coding.memo', { actor: ' Sato ' }),
      entry(4, 'change.coding.remove'),
    );
    expect(groups.map(({ area, count, actors }) => [area, count, actors])).toEqual([
      ['coding', 3, ['Mori', 'Sato']],
      ['advice', 1, ['Sato']],
    ]);
    expect(groups[0]?.latest.label.key).toBe('change.coding.remove');
  });

  it('leaves out what was taken back, and counts what was made again', () => {
    const made = entry(5, 'change.issue.add');
    const undone = entry(6, 'change.issue.add', { kind: 'undo', target: 5 });
    const redone = entry(7, 'change.issue.add', { kind: 'redo', target: 6 });
    expect(told(made, undone)).toEqual([]);
    expect(told(made, undone, redone)).toMatchObject([{ area: 'issues', count: 1 }]);
    expect(told(made, undone, redone, entry(8, 'change.issue.add', { kind: 'undo', target: 7 }))).toEqual([]);
  });

  it('counts as a change what took back something from before', () => {
    const [group] = told(entry(6, 'change.theme.add', { kind: 'undo', target: 2 }));
    expect(group).toMatchObject({ area: 'issues', count: 1, latest: { undone: true } });
  });

  it('leads to the one thing that all changes are about, as long as it is there', () => {
    const code = (seq: number, dialogueId: string) =>
      entry(seq, 'change.coding.add', { changes: [row('codings', `c${seq}`, { dialogueId })] });
    expect(told(code(1, 'water'), code(2, 'water'))[0]?.thing).toEqual({ table: 'dialogues', id: 'water' });
    expect(told(code(1, 'water'), code(2, 'land'))[0]?.thing).toBeNull();
    const removed = entry(3, 'change.dialogue.remove', { changes: [row('dialogues', 'water', null, {})] });
    expect(told(code(1, 'water'), removed).map(({ thing }) => thing)).toEqual([null, null]);
    const rated = entry(4, 'change.rating.answer', { changes: [row('ratings', 'r', { roundId: '2020' })] });
    expect(told(rated)[0]?.thing).toEqual({ table: 'rounds', id: '2020' });
  });

  it('knows an area for every change that people make to the chain', () => {
    const others = Object.keys(en)
      .filter((key) => key.startsWith('change.'))
      .filter((key) => noteOf(entry(1, key)).area === 'other')
      .map((key) => key.split('.')[1]);
    expect([...new Set(others)].sort()).toEqual(['earlier', 'layout', 'log', 'search', 'view', 'workspace']);
  });
});
