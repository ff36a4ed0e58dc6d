import { blankArrangement } from '#shared/model/arrangement.ts';
import type { Id, Instant } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { blankInstrument } from '#shared/model/instrument.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { blankSource } from '#shared/model/source.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { found } from './found.ts';
import { ENTRIES, type SampleEntry } from './happened.ts';
import { ARRANGEMENTS } from './kept-up.ts';
import type { WordRange } from './marks.ts';
import { INSTRUMENTS, ORGANISATIONS, SOURCES } from './parties.ts';
import { FIGURES, INDICATORS, type SampleFigure } from './results.ts';

type Register = Pick<
  WorkspaceState,
  'indicators' | 'figures' | 'organisations' | 'arrangements' | 'sources' | 'instruments' | 'entries'
>;

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
    ...INSTRUMENTS.map(({ key }) => `instrument ${key}`),
    ...SOURCES.map(({ key }) => `source ${key}`),
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
  const refsOf = ({ instruments, organisations, sources, issues }: SampleEntry): Entry['refs'] => [
    ...(instruments ?? []).map((key) => ({ to: 'instrument' as const, id: named('instrument', key) })),
    ...(organisations ?? []).map((key) => ({ to: 'organisation' as const, id: named('organisation', key) })),
    ...(sources ?? []).map((key) => ({ to: 'source' as const, id: named('source', key) })),
    ...(issues ?? []).map((code) => ({ to: 'issue' as const, id: issueId(code) })),
  ];
  const statedIn = (said: SampleEntry['said']): Pick<Entry, 'sourceId' | 'locator' | 'passageId'> => {
    if (typeof said === 'string') return { sourceId: pageId, locator: said, passageId: null };
    if ('turn' in said) return { sourceId: null, locator: '', passageId: passageOf(said) };
    return { sourceId: named('source', said.source), locator: said.locator, passageId: null };
  };
  return {
    indicators: INDICATORS.map(({ key, ...one }) => blankIndicator({ id: id(`indicator ${key}`), ...one })),
    organisations: ORGANISATIONS.map(({ key, partOf, ...one }) =>
      blankOrganisation({
        id: id(`organisation ${key}`),
        ...one,
        partOf: (partOf ?? []).map((whole) => named('organisation', whole)),
      }),
    ),
    sources: SOURCES.map(({ key, publisher, issues, ...one }) =>
      blankSource({
        id: id(`source ${key}`),
        ...one,
        publisher: named('organisation', publisher),
        issueIds: (issues ?? []).map(issueId),
      }),
    ),
    instruments: INSTRUMENTS.map(({ key, of, ...one }) =>
      blankInstrument({ id: id(`instrument ${key}`), ...one, of: named('organisation', of) }),
    ),
    arrangements: ARRANGEMENTS.map(({ key, of, issues, reportsTo, ...one }) =>
      blankArrangement({
        id: id(`arrangement ${key}`),
        ...one,
        of: named('organisation', of),
        issueIds: issues.map(issueId),
        reportsTo: reportsTo
          ? { arrangementId: named('arrangement', reportsTo.key), cadence: reportsTo.cadence }
          : null,
      }),
    ),
    entries: ENTRIES.map((one, index) =>
      blankEntry({
        id: id(`entry ${index}`),
        kind: one.kind,
        text: one.text,
        when: one.when ?? null,
        fiscalYear: one.year ?? null,
        phase: one.phase ?? 'done',
        arrangementId: one.under === undefined ? null : named('arrangement', one.under),
        of: one.of === undefined ? null : named('organisation', one.of),
        refs: refsOf(one),
        ...statedIn(one.said),
        by,
        at,
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
