import type { Translate } from '#shared/i18n/index.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Dimension } from '#shared/model/round.ts';
import { answerOf } from './rating-form.tsx';

/** An answer as it stands in a table: `–` can't judge, `·` nothing yet. */
export function scoreText(t: Translate, rating: Rating | undefined, dimension: Dimension): string {
  if (dimension === 'likelihood' && rating?.nature === 'actual') return t('result.happening');
  const answer = answerOf(rating, dimension);
  if (answer === 'abstain') return '–';
  return answer === null ? '·' : String(answer);
}
