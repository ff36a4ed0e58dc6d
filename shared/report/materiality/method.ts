import type { Translate } from '../../i18n/index.ts';
import type { Cell } from '../document.ts';
import type { DecisionLine, MaterialitySummary } from '../model/materiality.ts';
import { listed, type SectionWriter } from '../section.ts';

/** The method note, point by point: METHOD-SOURCES 2.9 (ESRS 2 IRO-1 53, GRI 3-1, UNGP Reporting Framework B2). */
export const method: SectionWriter<MaterialitySummary> = (summary, { t }) => ({
  id: 'method',
  title: t('report.method'),
  blocks: [
    { kind: 'paragraph', text: t('report.method.intro') },
    {
      kind: 'table',
      caption: t('report.method.caption'),
      columns: [
        { head: t('report.number'), share: 6, align: 'end' },
        { head: t('report.method.point'), share: 24 },
        { head: t('report.method.here'), share: 70 },
      ],
      rows: points(summary, t).map(([name, lines], index): Cell[] => [
        String(index + 1),
        name,
        { lines: lines.filter(Boolean) },
      ]),
    },
  ],
});

type Point = readonly [name: string, lines: readonly string[]];

function points(summary: MaterialitySummary, t: Translate): Point[] {
  const { thresholds, hearing, counts, comparison } = summary;
  return [
    [t('report.method.standard'), [summary.standard || t('report.notStated')]],
    [
      t('report.method.perimeter'),
      [
        t('report.method.perimeter.text', {
          company: summary.company || '–',
          fiscalYear: summary.fiscalYear,
        }),
      ],
    ],
    [t('report.method.sources'), sources(summary, t)],
    [
      t('report.method.assessors'),
      [
        summary.assessors === 0
          ? t('report.assessors.none')
          : listed(
              t,
              summary.assessorsByVoice.map(({ voice, count }) =>
                t('report.byVoice', { voice: t(`voice.${voice}`), count }),
              ),
            ),
        t('report.method.conflicts'),
      ],
    ],
    [
      t('report.method.rightsholders'),
      [
        hearing.heard === 0
          ? t('report.limits.nobody')
          : hearing.noRightsholder
            ? t('report.limits.noRightsholder')
            : t('report.method.rightsholders.text', { count: hearing.byVoice.rightsholder }),
      ],
    ],
    [t('report.method.scales'), [t('report.method.scales.text')]],
    [
      t('report.method.order'),
      [
        t('report.method.order.text', { severe: thresholds.severe }),
        t('report.method.tiers', {
          severe: thresholds.severe,
          moderate: thresholds.severe - 1,
          likely: thresholds.likely,
        }),
        t('report.method.band', { band: thresholds.nearBand }),
        t('report.method.suggestion', { floor: thresholds.floor, top: thresholds.topThemes }),
      ],
    ],
    [t('report.method.aggregation'), [t('report.method.aggregation.text'), t('report.method.divided')]],
    [t('report.method.abstention'), [t('report.method.abstention.text', { count: counts.abstentions })]],
    [
      t('report.method.exclusions'),
      [
        summary.notAssessed.length === 0
          ? t('report.method.exclusions.none')
          : t('report.method.exclusions.text', { issues: listed(t, summary.notAssessed) }),
      ],
    ],
    [
      t('report.method.changes'),
      [
        comparison
          ? t('report.method.changes.text', {
              round: comparison.roundName,
              fiscalYear: summary.comparisonYear,
            })
          : t('report.changes.first'),
      ],
    ],
    [
      t('report.method.robustness'),
      [
        summary.uncertain.length === 0
          ? t('report.robustness.stable', { top: summary.topIssues })
          : t('report.robustness.uncertain', { top: summary.topIssues, names: listed(t, summary.uncertain) }),
      ],
    ],
    [t('report.method.decision'), decided(summary.decisions, t)],
    [t('report.method.review'), [reviewDates(summary.decisions, t)]],
    [
      t('report.method.fingerprint'),
      [summary.fingerprint ? grouped(summary.fingerprint) : t('report.notStated')],
    ],
  ];
}

function sources(summary: MaterialitySummary, t: Translate): string[] {
  return [
    ...summary.dialogues.map(({ title, date, offRecord }) => {
      const name = offRecord ? t('report.method.sources.offRecord') : title;
      return date ? t('report.method.sources.dialogue', { name, date }) : name;
    }),
    summary.dialogues.length === 0 ? t('report.method.sources.noDialogue') : '',
    summary.riskSources > 0 ? t('report.method.sources.risk', { count: summary.riskSources }) : '',
    summary.otherSources.length > 0
      ? t('report.method.sources.other', { names: listed(t, summary.otherSources) })
      : '',
    summary.grievanceYears > 0
      ? t('report.method.sources.grievances', { years: summary.grievanceYears })
      : '',
  ];
}

function decided(decisions: readonly DecisionLine[], t: Translate): string[] {
  if (decisions.length === 0) return [t('report.decisions.none')];
  const by = [...new Set(decisions.map((one) => one.decidedBy).filter(Boolean))];
  const on = [...new Set(decisions.map((one) => one.decidedOn))];
  const departing = decisions.filter((one) => one.suggested !== null && one.suggested !== one.level);
  return [
    t('report.method.decision.text', {
      count: decisions.length,
      by: by.length > 0 ? listed(t, by) : t('report.notStated'),
      on: listed(t, on),
    }),
    departing.length === 0
      ? t('report.method.decision.asSuggested')
      : t('report.method.decision.departing', {
          names: listed(
            t,
            departing.map((one) => one.name),
          ),
        }),
  ];
}

function reviewDates(decisions: readonly DecisionLine[], t: Translate): string {
  const dates = [...new Set(decisions.map((one) => one.reviewDate).filter(Boolean))];
  return dates.length > 0 ? listed(t, dates) : t('report.notStated');
}

/** In eights, so that it can be read aloud and breaks over lines. */
function grouped(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(' ');
}
