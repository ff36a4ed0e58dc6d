import { z } from 'zod';
import { FiscalYear, Instant } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { PublishedDocument } from './published-document.ts';
import { shape } from './table.ts';

/**
 * A statement as it was published. What it said then stays, and is printed again the same, whatever becomes of answers,
 * register and checklist. An edition never changes; a later one says why it came.
 */
export const Edition = z.strictObject({
  id: ownId('editions'),
  checklist: z.string().min(1),
  version: z.string(),
  /** Whose statement; null = that of the company of the workspace. */
  of: idOf('organisations').nullable(),
  fiscalYear: FiscalYear,
  /** 1, 2, … of the statement of this year. */
  number: z.int().min(1),
  /** Why it was published anew; empty of the first. */
  why: z.string(),
  /** By language. */
  documents: z.record(z.string(), PublishedDocument),
  by: z.string(),
  at: Instant,
});
export type Edition = z.infer<typeof Edition>;

export const editionTable = shape({
  schema: Edition,
  since: 10,
  index: ['checklist+fiscalYear'],
  merge: {
    checklist: 'fixed',
    version: 'fixed',
    of: 'fixed',
    fiscalYear: 'fixed',
    number: 'fixed',
    why: 'fixed',
    documents: 'fixed',
    by: 'fixed',
    at: 'fixed',
  },
});
