import type { Figure } from '../../assessment/assess-round.ts';
import type { Translate } from '../../i18n/index.ts';
import type { IssueLine } from '../model/materiality.ts';
import { pointText } from '../model/numbers.ts';

/** `1`, or `2=` where others share the place; `–` where nobody rated the issue. */
export function rankText(issue: Pick<IssueLine, 'rank' | 'tied'>, t: Translate): string {
  if (issue.rank === null) return '–';
  return issue.tied ? t('report.rank.tied', { rank: issue.rank }) : String(issue.rank);
}

/** The median, and in brackets the upper one where it differs and ranks: both are printed (METHOD, Aggregation). */
export function figureText(figure: Figure): string {
  const shown = pointText(figure.shown);
  return figure.ranking === figure.shown ? shown : `${shown} (${pointText(figure.ranking)})`;
}

/** While a dimension is missing no figure is printed, only the floor: `≥ 4`. */
export function severityText(issue: Pick<IssueLine, 'severity' | 'floor'>): string {
  if (issue.severity) return figureText(issue.severity);
  return issue.floor ? `≥ ${pointText(issue.floor.shown)}` : '–';
}

export function likelihoodText(
  issue: Pick<IssueLine, 'nature' | 'likelihood' | 'rank'>,
  t: Translate,
): string {
  if (issue.rank === null) return '–';
  if (issue.nature === 'actual') return t('nature.actual');
  return issue.likelihood ? figureText(issue.likelihood) : '–';
}
