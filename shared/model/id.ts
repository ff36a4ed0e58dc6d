import { z } from 'zod';

declare const named: unique symbol;

/**
 * The id of a row of one table, or of something that rows hold. The id of another table does not stand in for it (that
 * does not compile); a string of no table does, so that what is read from outside needs no cast. Erased at run time.
 */
export type IdOf<Names extends string> = string & { readonly [named]?: Names };

/** How one row names another. */
export interface Reference {
  /** The table of what is named (`assessors` stand inside their round); of several, any one; or by what another field says. */
  readonly to:
    | string
    | readonly string[]
    | { readonly by: string; readonly tables: Readonly<Record<string, string>> };
  /** The row that is named belongs to the same dialogue as the row that names it. */
  readonly sameDialogue?: true;
  /** When what it names may be gone all the same, and why; absent = it is always there. */
  readonly mayBeGone?: { readonly when: 'always' | 'in-copy' | 'kept-in-record'; readonly why: string };
}

type Exceptions = Omit<Reference, 'to'>;
type IdSchema<Names extends string> = z.ZodType<IdOf<Names>, string>;

/** What an id of the model names: other rows, or the thing itself that carries it. */
const MEANING = new WeakMap<object, Reference | 'own'>();

function uuid<Names extends string>(meaning: Reference | 'own'): IdSchema<Names> {
  const schema = z.uuid();
  MEANING.set(schema, meaning);
  return schema as unknown as IdSchema<Names>;
}

/** The schema of a row's own id. */
export function ownId<Names extends string>(_of: Names): IdSchema<Names> {
  return uuid('own');
}

/** The schema of an id that names a row of a table. */
export function idOf<Names extends string>(to: Names, exceptions: Exceptions = {}): IdSchema<Names> {
  return uuid({ to, ...exceptions });
}

/** The schema of an id that names a row of any of several tables. */
export function idOfAny<Names extends string>(
  to: readonly Names[],
  exceptions: Exceptions = {},
): IdSchema<Names> {
  return uuid({ to, ...exceptions });
}

/** The schema of an id whose table another field of the row tells. `by`: path of that field. */
export function idBy<Names extends string>(
  by: string,
  tables: Readonly<Record<string, Names>>,
  exceptions: Exceptions = {},
): IdSchema<Names> {
  return uuid({ to: { by, tables }, ...exceptions });
}

/** What the ids of a schema name, by path: dots lead inside, lists are gone through. */
export function meaningsOf(
  schema: z.ZodType,
  within: (field: string, depth: number) => boolean = () => true,
): Map<string, Reference | 'own'> {
  const found = new Map<string, Reference | 'own'>();
  const walk = (one: z.ZodType, path: readonly string[]): void => {
    const meaning = MEANING.get(one);
    if (meaning) found.set(path.join('.'), meaning);
    else if (one instanceof z.ZodObject) {
      for (const [field, inner] of Object.entries(one.shape))
        if (within(field, path.length)) walk(inner as z.ZodType, [...path, field]);
    } else if (one instanceof z.ZodArray) walk(one.element as z.ZodType, path);
    else if (one instanceof z.ZodNullable || one instanceof z.ZodOptional)
      walk(one.unwrap() as z.ZodType, path);
    else if (one instanceof z.ZodUnion) for (const option of one.options) walk(option as z.ZodType, path);
  };
  walk(schema, []);
  return found;
}
