import { z } from 'zod';
import { Id, LocalTerms, LocalText } from '../model/basics.ts';
import { Instrument, InstrumentReference } from '../model/instrument.ts';
import { CATEGORIES, Category } from '../model/issue.ts';
import { ProblemError } from '../model/problem.ts';

/** An issue as the taxonomy ships it: what a workspace then adds is its order, its years and its history. */
export const TaxonomyIssue = z.strictObject({
  id: Id,
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  category: Category,
  name: LocalText,
  definition: LocalText,
  sourceWording: LocalText,
  synonyms: LocalTerms,
  include: LocalText,
  exclude: LocalText,
  example: LocalText,
  instruments: z.array(InstrumentReference).min(1),
  riskSources: z.array(LocalText).min(1),
});
export type TaxonomyIssue = z.infer<typeof TaxonomyIssue>;

const TaxonomyCategory = z.strictObject({ id: Category, name: LocalText, definition: LocalText });

/**
 * The list of human-rights issues that ships with the app: `resources/taxonomy/taxonomy.json`. Issues stand in the
 * order in which they are shown within their category. A workspace copies it when it is made, and is then its own.
 */
export const Taxonomy = z
  .strictObject({
    /** Year of the list that it follows, and its revision, e.g. `2020.1`. */
    version: z.string().regex(/^\d{4}\.\d+$/),
    /** Languages in which every name, definition and note is written. */
    languages: z.array(z.string()).min(1),
    /** Where the list comes from, and what was changed in wording. */
    note: LocalText,
    categories: z.array(TaxonomyCategory).length(CATEGORIES.length),
    instruments: z.array(Instrument.pick({ id: true, code: true, name: true, kind: true })),
    issues: z.array(TaxonomyIssue),
  })
  .check((context) => {
    const { instruments, issues } = context.value;
    const report = (message: string, path: (string | number)[]) =>
      context.issues.push({ code: 'custom', message, path, input: context.value });
    for (const [list, name] of [
      [instruments, 'instruments'],
      [issues, 'issues'],
    ] as const) {
      const codes = new Set<string>();
      list.forEach(({ code }, index) => {
        if (codes.has(code)) report(`code stands twice: ${code}`, [name, index, 'code']);
        codes.add(code);
      });
    }
    const known = new Set(instruments.map(({ code }) => code));
    issues.forEach((issue, index) => {
      for (const { code } of issue.instruments)
        if (!known.has(code)) report(`unknown instrument: ${code}`, ['issues', index, 'instruments']);
    });
  });
export type Taxonomy = z.infer<typeof Taxonomy>;

/**
 * Reads a taxonomy from its JSON text.
 * @throws ProblemError `taxonomy-invalid` with where and why
 */
export function readTaxonomy(json: string): Taxonomy {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    throw new ProblemError('taxonomy-invalid', { field: '', reason: 'JSON' }, { cause });
  }
  const parsed = Taxonomy.safeParse(data);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new ProblemError('taxonomy-invalid', {
    field: first?.path.join('.') ?? '',
    // Our own words about data that ships with the app.
    reason: (first?.code === 'custom' ? first.message : first?.code) ?? '',
  });
}
