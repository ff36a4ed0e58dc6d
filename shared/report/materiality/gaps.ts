import type { KeyAfter, Translate } from '../../i18n/index.ts';
import { isMonitored } from '../model/impacts.ts';
import type { DecisionLine, MaterialitySummary } from '../model/materiality.ts';
import { listed, type SectionWriter } from '../section.ts';
import { isPolicy } from './policies.ts';

/** Something that a standard asks for and that the report does not say. */
interface Gap {
  readonly what: KeyAfter<'report.gap.by.'>;
  /** Of which issues or decisions, of how many; absent = of the round. */
  readonly of?: { readonly names: readonly string[]; readonly all: number };
}

/** What is asked for and not said: nothing is left out in silence. */
export const gaps: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const rows = gapsOf(summary);
  if (rows.length === 0) return null;
  return {
    id: 'gaps',
    title: t('report.gaps'),
    blocks: [
      { kind: 'paragraph', text: t('report.gaps.reading'), before: true },
      {
        kind: 'table',
        caption: t('report.gaps.caption'),
        columns: [
          { head: t('report.gaps.what'), share: 28 },
          { head: t('report.gaps.askedBy'), share: 32 },
          { head: t('report.gaps.of'), share: 40 },
        ],
        rows: rows.map(({ what, of }) => [
          t(`report.gap.${what}`),
          t(`report.gap.by.${what}`),
          ofText(of, t),
        ]),
        note: t('report.gaps.nowhere'),
        whole: true,
      },
    ],
  };
};

function ofText(of: Gap['of'], t: Translate): string {
  if (!of) return t('report.gaps.round');
  if (of.names.length === of.all) return t('report.gaps.all', { count: of.all });
  return t('report.gaps.some', { count: of.names.length, all: of.all, names: listed(t, of.names) });
}

function gapsOf(summary: MaterialitySummary): Gap[] {
  const { decisions, impacts } = summary;
  const lines = impacts.lines.filter(({ level }) => level !== null);
  const monitored = decisions.filter(({ level }) => isMonitored(level));
  const covered = new Set(
    impacts.activities.filter(isPolicy).flatMap(({ issueIds }) => issueIds.map(String)),
  );
  const measured = new Set(
    monitored
      .filter(({ measure }) => measure !== '')
      .flatMap(({ issues }) => issues.map((one) => one.issueId)),
  );
  const ofIssues = (what: Gap['what'], lacks: (line: (typeof lines)[number]) => boolean) =>
    gapOf(what, lines.filter(lacks), lines.length);
  const ofDecisions = (what: Gap['what'], lacks: (line: DecisionLine) => boolean) =>
    gapOf(what, monitored.filter(lacks), monitored.length);
  return [
    ...(monitored.length === 0 ? [{ what: 'monitored' } as const] : []),
    ...(impacts.grossOrNet === null ? [{ what: 'basis' } as const] : []),
    ...(impacts.focus === '' ? [{ what: 'focus' } as const] : []),
    ...ofIssues('affected', ({ affected }) => affected === ''),
    ...ofIssues('where', ({ site, country }) => site + country === ''),
    ...ofIssues('chain', ({ valueChain }) => valueChain.length === 0),
    ...ofIssues('horizon', ({ horizon }) => horizon === null),
    ...ofIssues('connection', ({ connection }) => connection === null),
    ...gapOf(
      'beyond',
      impacts.beyond.filter(({ why }) => why === ''),
      impacts.beyond.length,
    ),
    ...ofIssues('policy', ({ policy, issueId }) => policy === '' && !covered.has(issueId)),
    ...ofIssues('measure', ({ issueId }) => !measured.has(issueId)),
    ...ofDecisions('owner', ({ owner }) => owner === ''),
    ...ofDecisions('due', ({ measure, due }) => measure !== '' && due === ''),
    ...ofDecisions('indicator', ({ tracked }) => tracked.length === 0),
    ...(impacts.channels.length === 0 ? [{ what: 'channels' } as const] : []),
    ...ofIssues('remedy', ({ remedy }) => remedy === ''),
  ];
}

function gapOf(what: Gap['what'], lacking: readonly { readonly name: string }[], all: number): Gap[] {
  return lacking.length === 0 ? [] : [{ what, of: { names: lacking.map(({ name }) => name), all } }];
}
