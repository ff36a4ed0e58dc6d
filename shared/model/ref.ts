import { z } from 'zod';
import { idBy, type Reference } from './id.ts';

/** What a row can point at, by its word, and the table where that is. */
const TABLE_OF = {
  issue: 'issues',
  theme: 'themes',
  dialogue: 'dialogues',
  passage: 'passages',
  advice: 'advice',
  decision: 'decisions',
  person: 'persons',
  commitment: 'commitments',
  entry: 'entries',
  indicator: 'indicators',
  figure: 'figures',
  instrument: 'instruments',
  organisation: 'organisations',
  arrangement: 'arrangements',
  source: 'sources',
} as const;
type RefKind = keyof typeof TABLE_OF;

/**
 * The schema of the one way to point at rows of several tables.
 * @param field the field that holds it, singly or in a list, as a path from the row
 * @param exceptions when what it points at may be gone
 */
export function refSchema<const Kind extends RefKind>(
  field: string,
  kinds: readonly [Kind, ...Kind[]],
  exceptions: Pick<Reference, 'mayBeGone'> = {},
) {
  const tables = Object.fromEntries(kinds.map((kind) => [kind, TABLE_OF[kind]]));
  return z.strictObject({ to: z.enum(kinds), id: idBy(`${field}.to`, tables, exceptions) });
}
