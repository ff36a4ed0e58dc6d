import type { Translate } from '#shared/i18n/index.ts';

/** Longer names are cut where room is short; they stand in full above the text. */
const LONGEST = 24;

/** A coder's name as it fits a column or a button; whoever gave none is called so. */
export function nameShown(name: string, t: Translate): string {
  if (name === '') return t('coders.noName');
  const signs = [...name];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : name;
}
