import type { ArrangementKind } from '../model/arrangement.ts';
import type { OrganisationKind } from '../model/organisation.ts';

/** What figures are about, as reports and statements group them. */
export const FIGURE_AREAS = ['training', 'grievances', 'suppliers', 'others'] as const;
export type FigureArea = (typeof FIGURE_AREAS)[number];

const BY_ARRANGEMENT: Partial<Readonly<Record<ArrangementKind, FigureArea>>> = {
  training: 'training',
  channel: 'grievances',
  'supplier-programme': 'suppliers',
};

/**
 * By what a figure was counted through, else by whose it is.
 * @param via kind of the channel or programme; undefined = through none
 * @param of kind of the organisation whose it is; undefined = not stated, or it differs
 */
export function figureArea(via: ArrangementKind | undefined, of: OrganisationKind | undefined): FigureArea {
  const own = via === undefined ? undefined : BY_ARRANGEMENT[via];
  return own ?? (of === 'supplier' || of === 'supplier-set' ? 'suppliers' : 'others');
}
