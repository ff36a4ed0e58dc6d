import { z } from 'zod';
import { Instant } from './basics.ts';
import { ownId } from './id.ts';
import { shape } from './table.ts';

/** A question to the search that an office asks again and again, under a name. */
export const SavedSearch = z.strictObject({
  id: ownId('searches'),
  name: z.string().min(1),
  /** As it was typed. */
  query: z.string(),
  /** What was ticked beside it, by facet. */
  chosen: z.record(z.string(), z.array(z.string())),
  sort: z.enum(['relevance', 'date']),
  /** Whether the other names of an issue count as the one that was typed. */
  synonyms: z.boolean(),
  savedBy: z.string(),
  at: Instant,
});
export type SavedSearch = z.infer<typeof SavedSearch>;

export const savedSearchTable = shape({
  schema: SavedSearch,
  since: 3,
  merge: {
    name: 'plain',
    query: 'plain',
    chosen: 'plain',
    sort: 'plain',
    synonyms: 'set',
    savedBy: 'plain',
    at: 'plain',
  },
});
