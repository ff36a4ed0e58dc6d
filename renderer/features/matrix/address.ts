import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { LEGACY_IDS, LENS_IDS, type PictureId } from '#shared/chart/lens.ts';
import { SECONDARY_CHART_IDS, type SecondaryChartId } from '#shared/chart/secondary-charts.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { go, links } from '../../ui/links.ts';

/** What of a round is looked at. It stands in the address, so that going back from a sentence shows it again. */
export interface MatrixPlace {
  readonly picture: PictureId | SecondaryChartId;
  readonly table: boolean;
  /** The issue that is open. */
  readonly issueId: IdOf<'issues'> | null;
  /** The earlier round that was chosen to compare with; null = the usual one. */
  readonly sinceId: Id | null;
}

const PICTURES: readonly string[] = [...LENS_IDS, ...LEGACY_IDS, ...SECONDARY_CHART_IDS];

export function isSecondaryChart(picture: MatrixPlace['picture']): picture is SecondaryChartId {
  return (SECONDARY_CHART_IDS as readonly string[]).includes(picture);
}

/** What is looked at, and how to look at something else. */
export function useMatrixPlace(
  roundId: IdOf<'rounds'>,
): [MatrixPlace, (change: Partial<MatrixPlace>) => void] {
  const [params] = useSearchParams();
  return useMemo(() => {
    const picture = params.get('picture');
    const place: MatrixPlace = {
      picture:
        picture !== null && PICTURES.includes(picture) ? (picture as MatrixPlace['picture']) : 'salience',
      table: params.get('as') === 'table',
      issueId: params.get('issue'),
      sinceId: params.get('since'),
    };
    return [place, (change) => go(addressOf(roundId, { ...place, ...change }))];
  }, [params, roundId]);
}

export function addressOf(
  roundId: IdOf<'rounds'>,
  { picture, table, issueId, sinceId }: MatrixPlace,
): string {
  const query = new URLSearchParams({
    ...(picture === 'salience' ? {} : { picture }),
    ...(table ? { as: 'table' } : {}),
    ...(issueId === null ? {} : { issue: issueId }),
    ...(sinceId === null ? {} : { since: sinceId }),
  }).toString();
  return query === '' ? links.matrix(roundId) : `${links.matrix(roundId)}?${query}`;
}
