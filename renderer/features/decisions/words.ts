import type { Suggestion } from '#shared/assessment/suggestion.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { Thresholds } from '#shared/model/round.ts';

/** Why a level is suggested, by the round's own thresholds. */
export function reasonText(t: Translate, { reason }: Suggestion, { topThemes, floor }: Thresholds): string {
  return t(`decisions.suggestion.${reason}`, { k: topThemes, floor });
}
