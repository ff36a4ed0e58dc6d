import { z } from 'zod';
import { LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

export const PERSON_KINDS = [
  'ngo',
  'international-organisation',
  'legal-expert',
  'academic',
  'union',
  'supplier',
  'customer',
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

/**
 * Someone known to the office across dialogues: how they are called today, in every language. What they were on the day
 * of a dialogue (title, organisation, capacity) is its Participant's.
 */
export const Person = z.strictObject({
  id: ownId('persons'),
  name: LocalText,
  /** How the Japanese name is read, in kana: what Japanese lists are sorted by. Empty = not known. */
  reading: z.string(),
  /** Other spellings and scripts under which the same person appears in transcripts. */
  aliases: z.array(z.string()),
  /** What they are now. */
  title: LocalText,
  organisation: LocalText,
  /** The organisation of the register that this is; null = not said. */
  organisationId: idOf('organisations').nullable(),
  kind: PersonKind,
});
export type Person = z.infer<typeof Person>;

export const personTable = shape({
  schema: Person,
  history: [added(6, { reading: '', title: {} }), added(9, { organisationId: null })],
  index: ['kind'],
  merge: {
    name: 'plain',
    reading: 'plain',
    aliases: 'set',
    title: 'plain',
    organisation: 'plain',
    organisationId: 'plain',
    kind: 'plain',
  },
});

/** Every spelling under which a person is known, each once. */
export function spellingsOf({
  name,
  reading,
  aliases,
}: Pick<Person, 'name' | 'reading' | 'aliases'>): string[] {
  return [...new Set([...Object.values(name), reading, ...aliases])].filter((one) => one !== '');
}
