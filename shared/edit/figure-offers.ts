import type { Draft } from '../change/draft.ts';
import { isPublishedIn, saysTheSame, type Verdict, type Wanted } from '../figure-table/offers.ts';
import type { LocalText } from '../model/basics.ts';
import type { Break, Figure } from '../model/figure.ts';
import { blankIndicator, type Indicator } from '../model/indicator.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Source } from '../model/source.ts';
import type { Authorship } from './coding.ts';
import { addFigure, changeFigure, citedAsEntered, restateFigure } from './figure.ts';

/** A figure that a person agreed to take in. */
export interface AcceptedFigure {
  readonly wanted: Wanted;
  readonly verdict: Verdict;
  readonly breakBefore: Break | null;
  readonly note: LocalText;
}

/** What is taken in together: figures, and what they need that is not there yet. */
export interface AcceptedOffers {
  readonly figures: readonly AcceptedFigure[];
  readonly indicators: readonly Pick<
    Indicator,
    'id' | 'name' | 'unit' | 'unitName' | 'over' | 'definition'
  >[];
  readonly source: Source | null;
  readonly organisation: Organisation | null;
  /** Why figures say something else than the same source said before. */
  readonly why: string;
}

/**
 * Takes figures in that were offered: new ones are added, those that differ from another source stand beside it, those that
 * differ from the same source restate it. No number is overwritten; where only its status is another one, it is changed.
 * @returns how many came in
 * @throws ProblemError as `addFigure` and `restateFigure`
 */
export async function acceptOffers(
  draft: Draft,
  { figures, indicators, source, organisation, why }: AcceptedOffers,
  author: Authorship,
): Promise<number> {
  if (source) draft.add('sources', source);
  if (organisation) draft.add('organisations', organisation);
  for (const fields of indicators) draft.add('indicators', blankIndicator(fields));
  let count = 0;
  for (const { wanted, verdict, breakBefore, note } of figures) {
    if (verdict.kind === 'same') continue;
    const { place, period, said } = wanted;
    const needsSource = place.role === 'actual' && said.value !== null;
    const cited = wanted.cited ?? (needsSource ? await citedAsEntered(draft) : null);
    const marked = { ...said, cited, note, ...(breakBefore ? { breakBefore } : {}) };
    if (verdict.kind === 'changed') {
      const { existing } = verdict;
      // A number that is only final now is no other number.
      if (saysTheSame(existing, said) && !(await isPublished(draft, existing)))
        await changeFigure(draft, existing.id, { status: said.status }, author);
      else await restateFigure(draft, existing.id, marked, why, author);
    } else await addFigure(draft, { ...place, period, ...marked }, author);
    count++;
  }
  return count;
}

async function isPublished(draft: Draft, figure: Figure): Promise<boolean> {
  const source = figure.cited?.sourceId ? await draft.get('sources', figure.cited.sourceId) : undefined;
  return isPublishedIn(figure, source ? [source] : []);
}
