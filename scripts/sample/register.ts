import { blankArrangement } from '#shared/model/arrangement.ts';
import type { Id, Instant } from '#shared/model/basics.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { blankSource } from '#shared/model/source.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { found } from './found.ts';
import type { WordRange } from './marks.ts';
import { ARRANGEMENTS, FIGURES, INDICATORS, ORGANISATIONS, type SampleFigure, SOURCES } from './results.ts';

type Register = Pick<WorkspaceState, 'indicators' | 'figures' | 'organisations' | 'arrangements' | 'sources'>;

interface Naming {
  readonly id: (name: string) => Id;
  readonly issueId: (code: string) => Id;
  readonly passageOf: (range: WordRange) => Id;
  readonly by: string;
  readonly at: Instant;
}

/** What the company published in figures, with whose they are, through what they were counted, and where they stand. */
export function sampleRegister({ id, issueId, passageOf, by, at }: Naming): Register {
  const known = new Set([
    ...ORGANISATIONS.map(({ key }) => `organisation ${key}`),
    ...ARRANGEMENTS.map(({ key }) => `arrangement ${key}`),
    ...INDICATORS.map(({ key }) => `indicator ${key}`),
  ]);
  const named = (what: string, key: string) => {
    found(known.has(`${what} ${key}`) || undefined, `${what} ${key}`);
    return id(`${what} ${key}`);
  };
  const pageId = id(`source ${SOURCES[0]?.key}`);
  const citedIn = (said: SampleFigure['said']) => {
    if (said === null) return null;
    const isPage = typeof said === 'string';
    return {
      sourceId: isPage ? pageId : null,
      passageId: isPage ? null : passageOf(said),
      locator: isPage ? said : '',
      asStated: '',
    };
  };
  return {
    indicators: INDICATORS.map(({ key, ...one }) => blankIndicator({ id: id(`indicator ${key}`), ...one })),
    organisations: ORGANISATIONS.map(({ key, partOf, ...one }) =>
      blankOrganisation({
        id: id(`organisation ${key}`),
        ...one,
        partOf: partOf.map((whole) => named('organisation', whole)),
      }),
    ),
    sources: SOURCES.map(({ key, publisher, ...one }) =>
      blankSource({ id: id(`source ${key}`), ...one, publisher: named('organisation', publisher) }),
    ),
    arrangements: ARRANGEMENTS.map(({ key, of, issues, ...one }) =>
      blankArrangement({
        id: id(`arrangement ${key}`),
        ...one,
        of: named('organisation', of),
        issueIds: issues.map(issueId),
      }),
    ),
    figures: FIGURES.map(({ indicator, of, via, year, said, ...one }, index) =>
      blankFigure({
        id: id(`figure ${index}`),
        indicatorId: named('indicator', indicator),
        of: of === null ? null : named('organisation', of),
        via: via === undefined ? null : named('arrangement', via),
        period: { fiscalYear: year },
        cited: citedIn(said),
        by,
        at,
        ...one,
      }),
    ),
  };
}
