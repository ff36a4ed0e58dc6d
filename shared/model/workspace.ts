import { z } from 'zod';
import { type FiscalYear, Instant, LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

/** How a company names its fiscal years. `namedBy` is by language: NEC's FY2020 (by its end) is 2019年度 (by its start). */
export const FiscalYearConvention = z.strictObject({
  firstMonth: z.int().min(1).max(12),
  namedBy: z.record(z.string(), z.enum(['start', 'end'])),
});
export type FiscalYearConvention = z.infer<typeof FiscalYearConvention>;

/** Says of a workspace that it is a blind copy: made so that a second coder codes without seeing what others did. */
export const CodingCopy = z.strictObject({
  /** Whose copy it is; everything done in it is written under this name. */
  coder: z.string().min(1),
  /** The workspace's own names, which the copy's name adds to. */
  of: LocalText,
  /** Number of the last journal entry that the workspace held when the copy was made. */
  seq: z.int().min(0),
  at: Instant,
});
export type CodingCopy = z.infer<typeof CodingCopy>;

/** Says of a workspace that it is a small copy: made so that one assessor rates a round somewhere else. */
export const RatingCopy = z.strictObject({
  /** Whose copy it is; everything done in it is written under this name. */
  assessor: z.string().min(1),
  roundId: idOf('rounds', {
    mayBeGone: { when: 'always', why: 'a copy keeps the id of the round it was made for' },
  }),
  assessorId: idOf('assessors', {
    mayBeGone: { when: 'always', why: 'a copy keeps the id of the assessor it was made for' },
  }),
  /** The workspace's own names, which the copy's name adds to. */
  of: LocalText,
  /** Number of the last journal entry that the workspace held when the copy was made. */
  seq: z.int().min(0),
  at: Instant,
});
export type RatingCopy = z.infer<typeof RatingCopy>;

export const Workspace = z.strictObject({
  id: ownId('workspace'),
  name: LocalText,
  company: LocalText,
  /** Other names by which a dialogue may call the company or its group: they mark a participant as internal. */
  companyAliases: z.array(z.string()),
  /** Languages in which the office keeps names and definitions, first one first. */
  languages: z.array(z.string().min(2)).min(1),
  fiscalYear: FiscalYearConvention,
  /** Version of the taxonomy that the issues were first taken from. */
  taxonomyVersion: z.string(),
  /** What a person must know before using the contents, e.g. that a sample's ratings are illustrative. */
  notice: LocalText,
  /** Null for the workspace itself. A copy keeps its `id`: by it what was done in it finds its way back. */
  copy: z.union([CodingCopy, RatingCopy]).nullable(),
});
export type Workspace = z.infer<typeof Workspace>;

export const workspaceTable = shape({
  schema: Workspace,
  history: [added(2, { copy: null })],
  merge: {
    name: 'plain',
    company: 'plain',
    companyAliases: 'set',
    languages: 'set',
    fiscalYear: 'plain',
    taxonomyVersion: 'plain',
    notice: 'prose',
    copy: 'plain',
  },
});

/** Who works in a copy. */
export function workerIn(copy: CodingCopy | RatingCopy): string {
  return 'coder' in copy ? copy.coder : copy.assessor;
}

/** The fiscal year that a date falls in. A date without a month counts as the first month of the fiscal year. */
export function fiscalYearOf(date: string, convention: FiscalYearConvention): FiscalYear {
  const year = Number(date.slice(0, 4));
  const month = date.length >= 7 ? Number(date.slice(5, 7)) : convention.firstMonth;
  return month < convention.firstMonth ? year - 1 : year;
}

/** The fiscal year that people call by a number in a language: the opposite of `fiscalYearLabel`. */
export function fiscalYearCalled(
  year: number,
  convention: FiscalYearConvention,
  language: string,
): FiscalYear {
  return convention.namedBy[language] === 'end' && convention.firstMonth > 1 ? year - 1 : year;
}
