import { z } from 'zod';
import { LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { shape } from './table.ts';

export const ORGANISATION_KINDS = [
  /** The company, or a company of its group. */
  'own',
  /** Several of them that are counted as one: “the company and its affiliates in Japan”. */
  'own-set',
  'supplier',
  'supplier-set',
  'ngo',
  'international-organisation',
  'government',
  'union',
  'initiative',
  'other',
] as const;
export const OrganisationKind = z.enum(ORGANISATION_KINDS);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** Whose a figure is: one organisation, or several counted as one. */
export const Organisation = z.strictObject({
  id: ownId('organisations'),
  name: LocalText,
  aliases: z.array(z.string()),
  kind: OrganisationKind,
  /** Those that it belongs to: what is counted of it is counted of them too. */
  partOf: z.array(idOf('organisations')),
});
export type Organisation = z.infer<typeof Organisation>;

export const organisationTable = shape({
  schema: Organisation,
  since: 8,
  merge: { name: 'plain', aliases: 'set', kind: 'plain', partOf: 'set' },
});
