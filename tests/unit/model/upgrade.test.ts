import { describe, expect, it } from 'vitest';
import { packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, TABLES, type TableName } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { UPGRADED_TABLES, upgradeEntry, upgradeRow, upgradeState } from '#shared/model/upgrade.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';

describe('rows of an earlier version', () => {
  it('get what they lack, and keep what they have', () => {
    expect(upgradeRow('codings', { id: 'a', memo: 'm' })).toEqual({ id: 'a', memo: 'm', reconciled: null });
    expect(upgradeRow('codings', { id: 'a', reconciled: 'rejected' })).toEqual({
      id: 'a',
      reconciled: 'rejected',
    });
    const whole = { id: 'a', reconciled: null };
    expect(upgradeRow('codings', whole)).toBe(whole);
    expect(upgradeRow('persons', { id: 'a' })).toEqual({ id: 'a' });
    expect(upgradeRow('codings', null)).toBeNull();
  });

  it('are mended on both sides of a change, and what is no entry is left to the check that follows', () => {
    const entry = {
      seq: 1,
      changes: [{ table: 'turns' as TableName, id: 'a', before: null, after: { id: 'a' } }],
    };
    expect(upgradeEntry(entry).changes[0]).toEqual({
      table: 'turns',
      id: 'a',
      before: null,
      after: { id: 'a', cues: [] },
    });
    expect(upgradeEntry('nonsense')).toBe('nonsense');
    expect(upgradeEntry({ changes: 3 })).toEqual({ changes: 3 });
  });

  it('come with every table, also those that came later', () => {
    const state = upgradeState({ turns: [] });
    expect(Object.keys(state).sort()).toEqual(Object.keys(TABLES).sort());
  });

  it('are filled with values that their schemas allow', () => {
    for (const table of UPGRADED_TABLES) {
      const added = upgradeRow(table, {}) as Record<string, unknown>;
      const parsed = TABLES[table].safeParse(added);
      const complaints = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
      expect(complaints.filter((field) => field in added)).toEqual([]);
    }
  });

  it('open from a workspace file, with their history', async () => {
    const dialogue = makeDialogue();
    const { cues: _later, ...early } = makeTurn(dialogue.id);
    const state = { ...emptyState(), dialogues: [dialogue], turns: [early as Turn] };
    const stamp = { id: newId(), at: '2024-06-01T09:30:00.000Z', actor: 'Aiko', device: newId() };
    const journal = [firstEntry(state, 'begin', stamp)];
    const bytes = await packArchive({
      app: '0.1.0',
      name: 'Early',
      sample: false,
      state,
      journal,
      files: [],
    });
    const opened = await unpackArchive(bytes);
    expect(opened.state.turns).toEqual([{ ...early, cues: [] }]);
    const [added] = opened.journal[0]?.changes.filter(({ table }) => table === 'turns') ?? [];
    expect(added?.after).toEqual({ ...early, cues: [] });
  });
});
