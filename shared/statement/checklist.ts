import { z } from 'zod';
import { FIGURE_AREAS } from '../figures/area.ts';
import { ARRANGEMENT_KINDS } from '../model/arrangement.ts';
import { ENTRY_KINDS } from '../model/entry.ts';
import { ORGANISATION_KINDS } from '../model/organisation.ts';
import { SOURCE_KINDS } from '../model/source.ts';

/** Words in both languages in which the app ships. */
const Both = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });

const some = <const Kind extends string>(kinds: readonly Kind[]) => z.array(z.enum(kinds)).min(1);

/** Rows of the workspace that belong to a requirement by what they are: nothing is tagged by hand. */
export const Gather = z.discriminatedUnion('from', [
  /** Texts of the company's own: policies, principles, codes. */
  z.strictObject({ from: z.literal('policies') }),
  z.strictObject({ from: z.literal('arrangements'), kinds: some(ARRANGEMENT_KINDS) }),
  z.strictObject({
    from: z.literal('entries'),
    kinds: some(ENTRY_KINDS),
    /** Only those about a published statement, or about a policy. */
    about: z.enum(['statement', 'policy']).optional(),
  }),
  z.strictObject({ from: z.literal('figures'), kinds: some(FIGURE_AREAS) }),
  z.strictObject({ from: z.literal('targets') }),
  z.strictObject({ from: z.literal('organisations'), kinds: some(ORGANISATION_KINDS) }),
  z.strictObject({ from: z.literal('sources'), kinds: some(SOURCE_KINDS) }),
  z.strictObject({ from: z.literal('decisions') }),
  z.strictObject({ from: z.literal('advice') }),
  z.strictObject({ from: z.literal('commitments') }),
  z.strictObject({ from: z.literal('dialogues') }),
]);
export type Gather = z.infer<typeof Gather>;

/** One thing that a law or standard asks a company to say, in our own words. */
export const Requirement = z.strictObject({
  /** As the standard numbers it. */
  number: z.string().min(1),
  /** Whether the number was checked against the standard's text; one that was not is shown as such. */
  verified: z.boolean(),
  /** Whether a law demands it, leaves it open, or a standard that binds nobody asks for it. */
  need: z.enum(['must', 'may', 'asked']),
  /** Once a year, or of each channel or theme. */
  asked: z.enum(['once', 'channel', 'theme']),
  title: Both,
  asks: Both,
  gathers: z.array(Gather).min(1),
});
export type Requirement = z.infer<typeof Requirement>;

/** What a law or standard asks to be published: one file of `resources/checklists`. */
export const Checklist = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.string().min(1),
  /** By what code a statement in the register says that it answers this. */
  law: z.string().min(1),
  name: Both,
  /** What the document is called that comes of it. */
  statement: Both,
  source: Both,
  /** What somebody has to know before relying on it. */
  note: Both,
  requirements: z.array(Requirement).min(1),
});
export type Checklist = z.infer<typeof Checklist>;
