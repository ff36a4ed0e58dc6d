import { z } from 'zod';
import { ownId } from './id.ts';
import { shape } from './table.ts';

/** A word that transcripts keep getting wrong, and what it should be: applied to a dialogue when a person says so. */
export const Correction = z.strictObject({
  id: ownId('glossary'),
  /** As it stands in transcripts, letter for letter. */
  wrong: z.string().min(1),
  right: z.string(),
  /** Why, or when it does not hold. */
  note: z.string(),
});
export type Correction = z.infer<typeof Correction>;

export const correctionTable = shape({
  schema: Correction,
  index: ['wrong'],
  merge: { wrong: 'plain', right: 'plain', note: 'plain' },
});
