import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainState } from '#shared/change/state.ts';
import { type IdOf, meaningsOf, type Reference } from '#shared/model/id.ts';
import { RoundRecord } from '#shared/model/record.ts';
import { circles, dangling, RECORDED_TABLES, REFERENCES } from '#shared/model/references.ts';
import { TABLE_NAMES, TABLES } from '#shared/model/tables.ts';
import { attempts, EDIT_NAMES, edited } from '../../fixtures/edits.ts';

/** Paths of fields that hold ids, or are named as if they did; lists and alternatives are gone through. */
function idPaths(schema: z.ZodType, path: readonly string[]): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      // Rows inside a record are of their own tables.
      key in TABLES ? [] : idPaths(field as z.ZodType, [...path, key]),
    );
  if (schema instanceof z.ZodArray) return idPaths(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return idPaths(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => idPaths(option as z.ZodType, path));
  const named = /(^id|Ids?)$/.test(path.at(-1) ?? '');
  return schema instanceof z.ZodUUID || named ? [path.join('.')] : [];
}

const TARGETS = new Set<string>([...TABLE_NAMES, 'assessors']);

function targetsOf({ to }: Reference): readonly string[] {
  if (typeof to === 'string') return [to];
  return 'by' in to ? Object.values(to.tables) : to;
}

describe('what refers to what', () => {
  it.each(TABLE_NAMES)('is said by the schema of every field of %s that holds an id', (table) => {
    const { schema } = TABLES[table];
    const said = [...meaningsOf(schema, (field) => !(field in TABLES)).keys()];
    expect(said.sort()).toEqual([...new Set(idPaths(schema as unknown as z.ZodType, []))].sort());
  });

  it('names tables that there are', () => {
    const named = TABLE_NAMES.flatMap((table) => REFERENCES[table].flatMap(([, one]) => targetsOf(one)));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((one) => !TARGETS.has(one))).toEqual([]);
  });

  it('says why, wherever what is named may be gone', () => {
    const excused = TABLE_NAMES.flatMap((table) =>
      REFERENCES[table].flatMap(([, one]) => one.mayBeGone ?? []),
    );
    expect(excused.length).toBeGreaterThan(5);
    for (const { why } of excused) expect(why.length).toBeGreaterThan(20);
  });

  it('knows the tables whose rows a record keeps', () => {
    for (const table of RECORDED_TABLES) {
      const field = RoundRecord.shape[table as keyof typeof RoundRecord.shape] as unknown as z.ZodType;
      const list = (field instanceof z.ZodNullable ? field.unwrap() : field) as z.ZodArray;
      expect(list.element).toBe(TABLES[table].schema);
    }
    expect(RECORDED_TABLES).toHaveLength(21);
  });

  it('an id of one table does not stand in for one of another', () => {
    const turn = '' as IdOf<'turns'>;
    // @ts-expect-error: a turn is no issue
    const issue: IdOf<'issues'> = turn;
    // A string of no table does: what comes from outside needs no cast.
    const read: IdOf<'issues'> = String(issue);
    expect(read).toBe('');
  });
});

describe('whatever is done with the app’s own edits', () => {
  it('every reference leads to a row, and none in a circle', async () => {
    const made = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(attempts, async (tried) => {
        const done = await edited(tried, (state) => {
          const plain = plainState(state);
          expect([...dangling(plain), ...circles(plain)]).toEqual([]);
        });
        for (const name of done.made) made.set(name, (made.get(name) ?? 0) + 1);
      }),
      { numRuns: 520, seed: 20_200_214 },
    );
    // Every edit was really made: a property over edits that all refuse would hold nothing.
    expect([...EDIT_NAMES, 'undo', 'redo'].filter((name) => !made.has(name))).toEqual([]);
  });
});
