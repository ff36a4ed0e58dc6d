import { z } from 'zod';
import { LocalText } from './basics.ts';
import { ownId } from './id.ts';
import { shape } from './table.ts';

export const PERSON_KINDS = [
  'ngo',
  'international-organisation',
  'legal-expert',
  'academic',
  'union',
  'supplier',
  'community',
  'rightsholder',
  'consultant',
  'officer',
  'manager',
  'employee',
  'other',
] as const;
export const PersonKind = z.enum(PERSON_KINDS);
export type PersonKind = z.infer<typeof PersonKind>;

/** Someone known to the office across dialogues. What they were called on a given day is a Participant's. */
export const Person = z.strictObject({
  id: ownId('persons'),
  name: LocalText,
  /** Other spellings and scripts under which the same person appears in transcripts. */
  aliases: z.array(z.string()),
  organisation: LocalText,
  kind: PersonKind,
});
export type Person = z.infer<typeof Person>;

export const personTable = shape({
  schema: Person,
  index: ['kind'],
  merge: { name: 'plain', aliases: 'set', organisation: 'plain', kind: 'plain' },
});
