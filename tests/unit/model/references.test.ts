import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainState } from '#shared/change/state.ts';
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
  if (schema instanceof z.ZodRecord) {
    // Texts by language are words; lists by key could be anything.
    const value = schema.valueType;
    return value instanceof z.ZodArray && !(value.element as z.ZodString).minLength ? [path.join('.')] : [];
  }
  const named = /(^id|Ids?)$/.test(path.at(-1) ?? '');
  return schema instanceof z.ZodUUID || named ? [path.join('.')] : [];
}

describe('what refers to what', () => {
  it.each(TABLE_NAMES)('is declared for every field of %s that holds an id', (table) => {
    const found = new Set(idPaths(TABLES[table].schema as unknown as z.ZodType, []));
    expect(Object.keys(REFERENCES[table]).sort()).toEqual([...found].sort());
  });

  it('says why, wherever what is named may be gone', () => {
    const excused = TABLE_NAMES.flatMap((table) =>
      Object.values(REFERENCES[table]).flatMap((one) =>
        typeof one === 'object' ? (one.mayBeGone ?? []) : [],
      ),
    );
    for (const { why } of excused) expect(why.length).toBeGreaterThan(20);
  });

  it('knows the tables whose rows a record keeps', () => {
    for (const table of RECORDED_TABLES) {
      const field = RoundRecord.shape[table as keyof typeof RoundRecord.shape] as unknown as z.ZodArray;
      expect(field.element).toBe(TABLES[table].schema);
    }
    expect(RECORDED_TABLES).toHaveLength(13);
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
      { numRuns: 300, seed: 20_200_214 },
    );
    // Every edit was really made: a property over edits that all refuse would hold nothing.
    expect([...EDIT_NAMES, 'undo', 'redo'].filter((name) => !made.has(name))).toEqual([]);
  });
});
