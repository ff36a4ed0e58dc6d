import { onScale, type ScaleSize } from '../model/scale.ts';
import type { IssueAssessment } from './assess-round.ts';

/** Effect on the business that counts as material where nobody set another: the standards prescribe no number. */
export function effectFrom(size: ScaleSize): number {
  return onScale(3, size);
}

/** Where the lens of double materiality puts an issue. "Impact only" counts as much as "both". */
export type Quadrant = 'both' | 'impact' | 'business' | 'neither';

/**
 * Material by impact = tier 1 or 2; by effect on the business = its median from a threshold on; either is enough
 * (ESRS 1-28, METHOD-SOURCES 2.8). Two records, never netted, and neither moves a rank.
 */
export function quadrantOf(
  { tier, businessEffect }: Pick<IssueAssessment, 'tier' | 'businessEffect'>,
  from: number,
): Quadrant {
  const impact = tier !== null && tier <= 2;
  const business = businessEffect !== null && businessEffect >= from;
  return impact ? (business ? 'both' : 'impact') : business ? 'business' : 'neither';
}
