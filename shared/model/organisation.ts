import { z } from 'zod';
import { FiscalYear, LocalText, PartialDate } from './basics.ts';
import { Cited } from './cited.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

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

/** By what a supplier may carry more risk than others. */
export const RISK_FACTORS = ['region', 'sector', 'company', 'product'] as const;
export const RiskFactor = z.enum(RISK_FACTORS);
export type RiskFactor = z.infer<typeof RiskFactor>;

/** What is known of one factor; a factor that is not listed is unknown, which is not low. */
export const FactorLevel = z.strictObject({
  factor: RiskFactor,
  level: z.enum(['raised', 'not', 'unknown']),
  cited: Cited.nullable(),
});
export type FactorLevel = z.infer<typeof FactorLevel>;

/** An issue that is at stake at an organisation: a harm that happens there, or one that may. */
export const IssueAtStake = z.strictObject({
  issueId: idOf('issues'),
  state: z.enum(['actual', 'potential']),
  cited: Cited.nullable(),
});
export type IssueAtStake = z.infer<typeof IssueAtStake>;

/** What is bought from a supplier in a year. It orders nothing (leverage is no part of severity). */
export const Amount = z.strictObject({
  value: z.number(),
  /** Currency and magnitude as people write it, e.g. `JPY million`. */
  unit: z.string(),
  fiscalYear: FiscalYear.nullable(),
});
export type Amount = z.infer<typeof Amount>;

/** One organisation, or several counted as one: whose a figure is, from whom is bought, with whom is spoken. */
export const Organisation = z.strictObject({
  id: ownId('organisations'),
  name: LocalText,
  aliases: z.array(z.string()),
  kind: OrganisationKind,
  /** Those that it belongs to: what is counted of it is counted of them too. */
  partOf: z.array(idOf('organisations')),
  /** Where it is, as people write it; empty = not said. */
  country: z.string(),
  sectors: z.array(z.string()),
  products: z.array(z.string()),
  note: LocalText,
  /** Until when it was one of the group, a supplier, a member; null = still. */
  until: PartialDate.nullable(),
  factors: z.array(FactorLevel),
  atStake: z.array(IssueAtStake),
  amount: Amount.nullable(),
});
export type Organisation = z.infer<typeof Organisation>;

export const organisationTable = shape({
  schema: Organisation,
  since: 8,
  history: [
    added(9, {
      country: '',
      sectors: [],
      products: [],
      note: {},
      until: null,
      factors: [],
      atStake: [],
      amount: null,
    }),
  ],
  index: ['kind'],
  merge: {
    name: 'plain',
    aliases: 'set',
    kind: 'plain',
    partOf: 'set',
    country: 'plain',
    sectors: 'set',
    products: 'set',
    note: 'prose',
    until: 'plain',
    factors: { list: 'factor' },
    atStake: { list: 'issueId' },
    amount: 'plain',
  },
});

/** An organisation of which nothing more is said than what is given. */
export function blankOrganisation(
  fields: Partial<Organisation> & Pick<Organisation, 'id' | 'name'>,
): Organisation {
  return {
    aliases: [],
    kind: 'other',
    partOf: [],
    country: '',
    sectors: [],
    products: [],
    note: {},
    until: null,
    factors: [],
    atStake: [],
    amount: null,
    ...fields,
  };
}
