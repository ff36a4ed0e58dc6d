import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { added, changed, removed, renamed, shape, upgraded, versionOf } from '#shared/model/table.ts';
import { emptyState, MODEL_VERSION, TABLE_NAMES, TABLES, type TableName } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { isNewerEntry, isNewerState, upgradeEntry, upgradeRow, upgradeState } from '#shared/model/upgrade.ts';
import { arbitraryRow } from '../../fixtures/arbitrary.ts';
import { asOfVersion } from '../../fixtures/earlier.ts';
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
    expect(upgradeRow('rounds', { id: 'a', basedOn: null, finished: [], history: [] })).toMatchObject({
      id: 'a',
      basedOn: null,
      finished: [],
      history: [],
      // What was changed before there was a log is not in it.
      log: [],
      logWhole: false,
      grossOrNet: null,
      focus: {},
    });
    expect(upgradeRow('codings', null)).toBeNull();
  });

  it('are upgraded on both sides of a change, and what is no entry is left to the check that follows', () => {
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

describe('the name of a round, which was one text for everybody', () => {
  it.each([
    ['typed', 'After the audit', 2020, { en: 'After the audit', ja: 'After the audit' }],
    ['typed in Japanese', '監査後の評価', 2020, { en: '監査後の評価', ja: '監査後の評価' }],
    [
      'nearly the usual one',
      'Assessment FY2020 (draft)',
      2020,
      { en: 'Assessment FY2020 (draft)', ja: 'Assessment FY2020 (draft)' },
    ],
    [
      'the usual one of another year',
      'Assessment FY2018',
      2020,
      { en: 'Assessment FY2018', ja: 'Assessment FY2018' },
    ],
    ['the usual one', 'Assessment FY2020', 2020, { en: 'Assessment FY2020', ja: '2020年度人権課題評価' }],
    [
      'by the year of its end',
      'Assessment FY2021',
      2020,
      { en: 'Assessment FY2021', ja: '2020年度人権課題評価' },
    ],
    [
      'the usual one in Japanese',
      '2020年度人権課題評価',
      2020,
      { en: 'Assessment FY2020', ja: '2020年度人権課題評価' },
    ],
    ['none', '', 2020, {}],
  ])('%s', (_what, name, fiscalYear, names) => {
    expect(upgradeRow('rounds', { name, fiscalYear } as never)).toMatchObject({ name: names });
  });
});

const VERSIONS = Array.from({ length: MODEL_VERSION - 1 }, (_, index) => index + 1);

describe.each(VERSIONS)('what version %i of the model wrote', (version) => {
  it.each(TABLE_NAMES.filter((table) => TABLES[table].since <= version))('is accepted: %s', (table) => {
    fc.assert(
      fc.property(arbitraryRow(table), (row) => {
        const then = asOfVersion(TABLES[table], version, row);
        const now = upgradeRow(table, then);
        expect(TABLES[table].schema.safeParse(now).error).toBeUndefined();
        // What that version knew is as it was, also inside of rows.
        expect(asOfVersion(TABLES[table], version, now)).toEqual(then);
        expect(upgradeRow(table, now)).toBe(now);
      }),
      { numRuns: 30 },
    );
  });
});

describe('rows inside a record', () => {
  it('are brought up to date with the table they are of', () => {
    fc.assert(
      fc.property(arbitraryRow('records'), (record) => {
        const issues = record.issues.map(({ example: _later, ...issue }) => issue);
        const rounds = record.rounds.map((round) => ({
          ...round,
          assessors: round.assessors.map(({ conflict: _later, ...assessor }) => assessor),
        }));
        const now = upgradeRow('records', { ...record, issues, rounds });
        expect(TABLES.records.schema.safeParse(now).error).toBeUndefined();
      }),
    );
  });

  it('are of a version as young as the youngest of them', () => {
    const youngest = Math.max(...Object.values(TABLES.records.embeds).map(versionOf));
    expect(versionOf(TABLES.records)).toBeGreaterThanOrEqual(youngest);
  });
});

describe('a shape', () => {
  const Inner = z.strictObject({ colour: z.string() });
  const inner = shape({
    schema: Inner,
    history: [renamed(2, 'color', 'colour')],
    merge: { colour: 'plain' },
  });
  const Outer = z.strictObject({ first: z.string(), last: z.string(), one: Inner, many: z.array(Inner) });
  const outer = shape({
    schema: Outer,
    history: [
      changed(3, (row) => {
        if (typeof row.name !== 'string') return row;
        const { name, ...rest } = row;
        const [first = '', last = ''] = String(name).split(' ');
        return { ...rest, first, last };
      }),
      removed(4, 'age'),
    ],
    embeds: { one: inner, many: inner },
    merge: { first: 'plain', last: 'plain', one: 'plain', many: 'set' },
  });

  it('takes renames, splits and removals, singly and in lists, and leaves what has taken them alone', () => {
    const early = {
      name: 'Aiko Mori',
      age: 42,
      one: { color: 'red' },
      many: [{ color: 'teal' }, { colour: 'blue' }],
    };
    const now = upgraded(outer, early);
    expect(now).toEqual({
      first: 'Aiko',
      last: 'Mori',
      one: { colour: 'red' },
      many: [{ colour: 'teal' }, { colour: 'blue' }],
    });
    expect(upgraded(outer, now)).toBe(now);
    expect(versionOf(outer)).toBe(4);
  });

  it('gives back what is no row as it is', () => {
    for (const odd of [null, undefined, 3, 'row', [1], { many: 7, one: null }])
      expect(upgraded(outer, odd)).toBe(odd);
  });
});

describe('what only a later version knows', () => {
  it('is noticed: a table, a field, a field inside', () => {
    fc.assert(
      fc.property(arbitraryRow('records'), arbitraryRow('persons'), (record, person) => {
        const change = (table: string, after: unknown) => ({
          changes: [{ table: table as TableName, before: null, after }],
        });
        expect(isNewerEntry(change('persons', person))).toBe(false);
        expect(isNewerEntry(change('records', record))).toBe(false);
        expect(isNewerEntry(change('persons', { ...person, later: 1 }))).toBe(true);
        expect(isNewerEntry(change('suppliers', {}))).toBe(true);
        const persons = [{ ...person, later: 1 }];
        expect(isNewerEntry(change('records', { ...record, persons }))).toBe(true);
        expect(isNewerState({ ...emptyState(), records: [{ ...record, persons }] })).toBe(true);
        expect(isNewerState({ ...emptyState(), records: [record] })).toBe(false);
        expect(isNewerState({ suppliers: [] })).toBe(true);
      }),
    );
  });

  it('is not taken for what an earlier version wrote', () => {
    const { reconciled: _later, ...early } = fc.sample(arbitraryRow('codings'), 1)[0] as object & {
      reconciled: unknown;
    };
    expect(isNewerState({ codings: [early] })).toBe(false);
    expect(added(9, {}).since).toBe(9);
  });
});
