import { z } from 'zod';
import { FiscalYear, LocalTerms, LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { InstrumentReference } from './instrument.ts';
import { added, shape } from './table.ts';

/** The four groups of fiscal 2020, in the order in which they are shown. */
export const CATEGORIES = ['general', 'customers-communities', 'supply-chain', 'employees'] as const;
export const Category = z.enum(CATEGORIES);
export type Category = z.infer<typeof Category>;

/** A human-rights issue on which a company's activities may have an adverse impact. */
export const Issue = z.strictObject({
  id: ownId('issues'),
  /** Stable handle for files and the command line, e.g. `sc-forced-labour`. */
  code: z.string().min(1),
  category: Category,
  /** Position within its category, ascending. */
  order: z.number(),
  name: LocalText,
  definition: LocalText,
  /** The wording of the document the issue was taken from, where it differs from the preferred name. */
  sourceWording: LocalText,
  synonyms: LocalTerms,
  /** What belongs to the issue, and what does not: guidance while coding. */
  include: LocalText,
  exclude: LocalText,
  /** Words as somebody might say them that are plainly of the issue: guidance while coding. */
  example: LocalText,
  instruments: z.array(InstrumentReference),
  /** Where risk information for the issue is found (UNGP 18). */
  riskSources: z.array(LocalText),
  /** First fiscal year in which the issue was on the list, and the last one; null = still on it. */
  activeFrom: FiscalYear,
  retiredAfter: FiscalYear.nullable(),
  /** The issue that this one was merged into; its codings moved there, its history stays. */
  mergedInto: idOf('issues', {
    mayBeGone: { when: 'in-copy', why: 'an assessor’s copy holds the issues of one round' },
  }).nullable(),
  /** The issue that this one was split off from; what was said and rated of that stays with it. */
  splitFrom: idOf('issues', {
    mayBeGone: { when: 'in-copy', why: 'an assessor’s copy holds the issues of one round' },
  }).nullable(),
});
export type Issue = z.infer<typeof Issue>;

export const issueTable = shape({
  schema: Issue,
  history: [added(2, { example: {} }), added(4, { splitFrom: null })],
  index: ['code', 'category'],
  merge: {
    code: 'plain',
    category: 'plain',
    order: 'plain',
    name: 'plain',
    definition: 'prose',
    sourceWording: 'plain',
    synonyms: 'set',
    include: 'prose',
    exclude: 'prose',
    example: 'prose',
    instruments: 'set',
    riskSources: 'set',
    activeFrom: 'plain',
    retiredAfter: 'plain',
    mergedInto: 'plain',
    splitFrom: 'plain',
  },
});

/** On the list, i.e. neither retired nor merged away. */
export function isActive(issue: Issue): boolean {
  return issue.retiredAfter === null && issue.mergedInto === null;
}
