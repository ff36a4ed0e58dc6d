import type { Translate } from '#shared/i18n/index.ts';
import type { Unit } from '#shared/model/indicator.ts';

/** A unit as it is chosen from a list. */
export function unitName(t: Translate, unit: Unit): string {
  return unit === 'other' ? t('figureGrid.unit.other') : t(`figure.unit.${unit}`);
}
