import { expect, test } from 'vitest';
import { z } from 'zod';
import type { MergeKind } from '#shared/model/table.ts';
import { TABLE_NAMES, TABLES } from '#shared/model/tables.ts';

const fields = TABLE_NAMES.flatMap((table) => {
  const { schema, merge } = TABLES[table];
  return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>)
    .filter(([field]) => field !== 'id')
    .map(([field, type]) => ({
      table,
      field: `${table}.${field}`,
      type,
      kind: (merge as Readonly<Record<string, MergeKind>>)[field],
    }));
});

test('every field of every table has a kind, and none has one that is not there', () => {
  expect(fields.filter(({ kind }) => kind === undefined).map(({ field }) => field)).toEqual([]);
  for (const table of TABLE_NAMES)
    expect(
      Object.keys(TABLES[table].merge).filter((field) => !(field in TABLES[table].schema.shape)),
    ).toEqual([]);
});

test('no list is overwritten as a whole', () => {
  const plainLists = fields.filter(({ type, kind }) => type instanceof z.ZodArray && kind === 'plain');
  expect(plainLists.map(({ field }) => field)).toEqual([]);
});

test('members of a list are known by a field that they have', () => {
  for (const { field, type, kind } of fields) {
    if (typeof kind !== 'object' || !('list' in kind)) continue;
    const member = (type as z.ZodArray).element as z.ZodObject;
    expect({ field, has: Object.keys(member.shape).includes(kind.list) }).toEqual({ field, has: true });
  }
});

test('what only makes sense together is of one group', () => {
  const groups = new Map<string, string[]>();
  for (const { table, field, kind } of fields)
    if (typeof kind === 'object' && 'group' in kind)
      groups.set(`${table} ${kind.group}`, [...(groups.get(`${table} ${kind.group}`) ?? []), field]);
  for (const members of groups.values()) expect(members.length).toBeGreaterThan(1);
  expect(groups.get('passages anchor')).toHaveLength(7);
});

test('a record of a round never changes', () => {
  expect(new Set(Object.values(TABLES.records.merge))).toEqual(new Set(['fixed']));
});
