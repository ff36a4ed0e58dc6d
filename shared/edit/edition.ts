/** A statement is kept as it was published. */
import type { Draft } from '../change/draft.ts';
import type { Edition } from '../model/edition.ts';
import { ProblemError } from '../model/problem.ts';
import { editionsOf } from '../statement/editions.ts';
import type { Authorship } from './authorship.ts';
import { idAt } from './derived-id.ts';

/**
 * Keeps what a statement says now as it was published.
 * @param why it is published anew; of the first edition nothing is asked
 * @throws ProblemError `edition-needs-reason`, `row-missing`
 */
export async function keepEdition(
  draft: Draft,
  { checklist, of, fiscalYear, ...said }: Omit<Edition, 'id' | 'number' | 'by' | 'at'>,
  { by, at }: Authorship,
): Promise<Edition> {
  if (of !== null) await draft.require('organisations', of);
  const before = editionsOf(await draft.all('editions'), checklist, { of, fiscalYear });
  const number = 1 + Math.max(0, ...before.map((one) => one.number));
  const why = number === 1 ? '' : said.why.trim();
  if (number > 1 && why === '') throw new ProblemError('edition-needs-reason');
  const place = [checklist, String(fiscalYear), of ?? '', String(number)];
  const edition: Edition = {
    ...{ id: await idAt(draft, 'editions', place), checklist, of, fiscalYear },
    ...said,
    ...{ number, why, by, at },
  };
  draft.add('editions', edition);
  return edition;
}
