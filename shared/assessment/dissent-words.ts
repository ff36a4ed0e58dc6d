import type { Translate } from '../i18n/index.ts';
import type { Dimension } from '../model/round.ts';
import type { Mark } from './aggregate.ts';
import type { Dissent } from './minority.ts';

/** In what somebody dissents. Screen, Word and command line take the same words from here. */
export function dissentText(t: Translate, dissent: Dissent): string {
  if (dissent.on !== 'score') return t(`dissent.${dissent.on}`, { says: dissent.says ? 'yes' : 'no' });
  const { dimension, value, median } = dissent;
  return t('dissent.score', { dimension: t(`dimension.${dimension}`), value, median });
}

/** What a panel is divided on: dimensions, then marks. */
export function dividedNames(
  t: Translate,
  { dividedOn, splits }: { readonly dividedOn: readonly Dimension[]; readonly splits: readonly Mark[] },
): string[] {
  return [
    ...dividedOn.map((dimension) => t(`dimension.${dimension}`)),
    ...splits.map((mark) => t(`split.${mark}`)),
  ];
}
