import type { MethodNote } from '../../assessment/method-note.ts';
import { dateText, dayOf } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/index.ts';
import { DIMENSIONS, type Dimension } from '../../model/round.ts';
import type { Cell } from '../document.ts';
import { type MaterialitySummary, namesOf } from '../model/materiality.ts';
import { coefficientText } from '../model/numbers.ts';
import { listed, type SectionContext, type SectionWriter, sentences } from '../section.ts';
import { robustnessText } from './agreement.ts';
import { comparedText } from './changes.ts';
import { assessors, perimeter, rightsholders, scales, sources, standard } from './method-basis.ts';
import { changesOf, unrecorded } from './method-log.ts';

/** The method note, point by point: METHOD-SOURCES 2.9 (ESRS 2 IRO-1 53, GRI 3-1, UNGP Reporting Framework B2). */
export const method: SectionWriter<MaterialitySummary> = (summary, context) => {
  const { t } = context;
  return {
    id: 'method',
    appendix: true,
    title: t('report.method'),
    blocks: [
      { kind: 'paragraph', text: t('report.method.intro'), before: true },
      {
        kind: 'table',
        caption: t('report.method.caption'),
        whole: true,
        columns: [
          { head: t('report.number'), share: 7, align: 'end' },
          { head: t('report.method.point'), share: 22 },
          { head: t('report.method.here'), share: 71 },
        ],
        rows: POINTS.map(([name, write], index): Cell[] => [
          String(index + 1),
          t(`report.method.${name}`),
          { lines: write(summary, context).filter(Boolean), apart: true },
        ]),
      },
    ],
  };
};

type Writer = (summary: MaterialitySummary, context: SectionContext) => readonly string[];

/** The fifteen points in their order, one line a point. */
const POINTS = [
  ['standard', standard],
  ['perimeter', perimeter],
  ['sources', sources],
  ['assessors', assessors],
  ['rightsholders', rightsholders],
  ['scales', scales],
  ['order', order],
  ['aggregation', aggregation],
  ['abstention', abstention],
  ['exclusions', exclusions],
  ['changes', changes],
  ['robustness', robustness],
  ['decision', decision],
  ['review', review],
  ['fingerprint', fingerprint],
] as const satisfies readonly (readonly [string, Writer])[];

function order(summary: MaterialitySummary, context: SectionContext): string[] {
  const { t } = context;
  const { thresholds, near, changedFromEarlier } = summary.method.lines;
  const close = namesOf(summary, near);
  return [
    summary.rules.version === 'severity-first-1'
      ? t('report.method.order.text', { severe: thresholds.severe })
      : t('report.method.order.tiers'),
    t('report.method.tiers', {
      severe: thresholds.severe,
      moderate: thresholds.severe - 1,
      likely: thresholds.likely,
    }),
    sentences(t, [
      t('report.method.band', { band: thresholds.nearBand }),
      close.length > 0
        ? t('report.method.band.near', { names: listed(t, close) })
        : t('report.method.band.none'),
    ]),
    t('report.method.suggestion', { floor: thresholds.floor, top: thresholds.topThemes }),
    ...changesOf('thresholds', ['thresholds'], summary, context),
    unrecorded(summary, context),
    sentences(
      t,
      [
        summary.method.log.kept === 'none' ? setByText(summary, t) : beganText(summary, t),
        changedFromEarlier === null
          ? ''
          : t(changedFromEarlier ? 'report.method.lines.changed' : 'report.method.lines.same'),
      ].filter(Boolean),
    ),
  ];
}

/** Rounds that an earlier version closed: what it said. */
function setByText(summary: MaterialitySummary, t: Translate): string {
  const { setBy } = summary.method.lines;
  return setBy
    ? t('report.method.setBy', { by: setBy.by || t('report.nobodyNamed'), on: dayText(setBy.at, summary) })
    : t('report.method.setBy.unknown');
}

function beganText(summary: MaterialitySummary, t: Translate): string {
  const { began } = summary.method.log;
  return began
    ? t('report.method.began', { by: began.by || t('report.nobodyNamed'), on: dayText(began.at, summary) })
    : '';
}

function aggregation(summary: MaterialitySummary, { t }: SectionContext): string[] {
  const { history, reopened, blindUntil } = summary.method.aggregation;
  return [
    t('report.method.aggregation.text'),
    sentences(t, [
      t('report.method.divided'),
      summary.rules.version === 'severity-first-1' ? '' : t('report.method.divided.marks'),
    ]),
    t('report.method.quartiles'),
    history.length > 0
      ? t('report.method.history', {
          moves: listed(
            t,
            history.map(({ stage, at }) =>
              t('report.method.history.move', {
                stage: t(`report.moved.${stage}`),
                on: dayText(at, summary),
              }),
            ),
          ),
        })
      : t('report.method.history.none'),
    ...reopened.map(({ by, at, why }) =>
      t('report.method.reopened', {
        by: by || t('report.nobodyNamed'),
        on: dayText(at, summary),
        why: why || t('report.notStated'),
      }),
    ),
    blindUntil
      ? t('report.method.blind', { on: dayText(blindUntil, summary) })
      : t('report.method.blind.none'),
    ...(summary.method.log.kept === 'none' ? discussedThen(summary, t) : discussed(summary, t)),
  ];
}

/** Rounds that an earlier version closed: what it said. */
function discussedThen(summary: MaterialitySummary, t: Translate): string[] {
  const { changedInDiscussion } = summary.method.aggregation;
  if (changedInDiscussion === null) return [];
  const moved = namesOf(summary, changedInDiscussion);
  return [
    moved.length === 0
      ? t('report.method.discussion.none')
      : t('report.method.discussion', { count: moved.length, names: listed(t, moved) }),
  ];
}

/** Who did not rate blind, the blind rounds that followed, and what was rated otherwise. */
function discussed(summary: MaterialitySummary, t: Translate): string[] {
  const {
    aggregation: { blindAgain, changedSinceFirst, changedInDiscussion },
    log: { resumed, notBlind, changes: logged },
  } = summary.method;
  const since = changedSinceFirst && namesOf(summary, changedSinceFirst);
  const moved = changedInDiscussion && namesOf(summary, changedInDiscussion);
  // What was rated of issues that came, left, or became others meanwhile cannot be compared.
  const regrouped = logged.some(({ kind, stage }) => kind.startsWith('issue-') && stage === 'discussion');
  return [
    notBlind > 0 ? t('report.method.notBlind', { count: notBlind }) : '',
    resumed > 0 ? t('report.method.resumed', { count: resumed }) : '',
    ...blindAgain.map(({ from, until }) =>
      t('report.method.blindAgain', {
        from: dayText(from, summary),
        ended: until === null ? 'no' : 'yes',
        until: until === null ? '' : dayText(until, summary),
      }),
    ),
    since && (since.length > 0 || !logged.some(({ kind }) => kind.startsWith('issue-')))
      ? t('report.method.sinceFirst', { count: since.length, names: listed(t, since) })
      : '',
    moved === null || (moved.length === 0 && regrouped)
      ? ''
      : t('report.method.discussed', { count: moved.length, names: listed(t, moved) }),
  ];
}

function abstention({ method: { abstention: own } }: MaterialitySummary, { t }: SectionContext): string[] {
  return [
    t('report.method.abstention.text'),
    countText('report.method.abstention.abstained', own.abstained, t),
    countText('report.method.abstention.unanswered', own.unanswered, t),
  ];
}

function countText(
  key: 'report.method.abstention.abstained' | 'report.method.abstention.unanswered',
  counts: Readonly<Record<Dimension, number>>,
  t: Translate,
): string {
  const total = DIMENSIONS.reduce((sum, dimension) => sum + counts[dimension], 0);
  return t(key, {
    total,
    by: listed(
      t,
      DIMENSIONS.filter((dimension) => counts[dimension] > 0).map((dimension) =>
        t('report.method.abstention.by', {
          dimension: t(`dimension.${dimension}`),
          count: counts[dimension],
        }),
      ),
    ),
  });
}

function exclusions(summary: MaterialitySummary, { t }: SectionContext): string[] {
  const own = summary.method.exclusions;
  if (own.length === 0) return [t('report.method.exclusions.none')];
  return (['not-assessed', 'unrated', 'incomplete', 'retired', 'merged'] as const).flatMap((reason) => {
    const ids = own.filter((one) => one.reason === reason).map(({ issueId }) => issueId);
    if (ids.length === 0) return [];
    return [
      t(`report.method.exclusions.${reason}`, {
        count: ids.length,
        issues: listed(t, namesOf(summary, ids)),
      }),
    ];
  });
}

function changes({ changes: found }: MaterialitySummary, { t, has }: SectionContext): string[] {
  if (!found) return [t('report.changes.first')];
  const count = (kind: 'entered' | 'left' | 'merged' | 'split') =>
    found.change.issues.filter(({ list }) => list.kind === kind).length;
  const moved = (cause: 'score' | 'method') =>
    found.change.issues.filter(({ moved: causes }) => causes.includes(cause)).length;
  return [
    comparedText(found, t),
    t('report.method.changes.counts', {
      scales: found.change.scales ? 'two' : 'one',
      entered: count('entered'),
      left: count('left'),
      merged: count('merged'),
      split: count('split'),
      score: moved('score'),
      method: moved('method'),
    }),
    has('changes') ? t('report.method.changes.see') : '',
  ];
}

function robustness(summary: MaterialitySummary, { t }: SectionContext): string[] {
  const { agreement, concordance, divided } = summary.method.robustness;
  const names = namesOf(summary, divided);
  const alphas = DIMENSIONS.map((dimension) => {
    const alpha = agreement[dimension];
    return t('report.method.alpha.one', {
      dimension: t(`dimension.${dimension}`),
      alpha: alpha === null ? t('report.alpha.undefined') : coefficientText(alpha),
    });
  });
  return [
    robustnessText(summary, t),
    summary.assessors > 1
      ? t('report.method.alpha', { alphas: listed(t, alphas) })
      : t('report.agreement.one'),
    concordance
      ? t('report.method.concordance', {
          w: coefficientText(concordance.w),
          issues: concordance.n,
          assessors: concordance.m,
        })
      : '',
    names.length > 0
      ? t('report.method.divided.names', { names: listed(t, names) })
      : t('report.divided.none'),
  ];
}

function decision(summary: MaterialitySummary, { t }: SectionContext): string[] {
  const { decisions } = summary.method;
  if (decisions.length === 0) return [t('report.decisions.none')];
  const distinct = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))];
  const by = distinct(decisions.map(({ decidedBy }) => decidedBy));
  const departing = namesOf(
    summary,
    decisions.filter(({ departs }) => departs).map(({ subject }) => subject.id),
  );
  const dissent = decisions.filter((one) => one.dissent !== '');
  return [
    t('report.method.decision.text', {
      count: decisions.length,
      by: by.length > 0 ? listed(t, by) : t('report.notStated'),
      on: listed(t, distinct(decisions.map(({ at }) => dayText(at, summary)))),
    }),
    departing.length === 0
      ? t('report.method.decision.asSuggested')
      : t('report.method.decision.departing', { names: listed(t, departing) }),
    ...(dissent.length === 0
      ? [t('report.method.dissent.none')]
      : dissent.map((one) =>
          t('report.method.dissent', {
            name: summary.names.get(one.subject.id) ?? '–',
            dissent: one.dissent,
          }),
        )),
  ];
}

function review({ language, method: { review: own } }: MaterialitySummary, { t }: SectionContext): string[] {
  return [
    own.next ? t('report.method.review.next', { on: dateText(own.next, language) }) : t('report.notStated'),
    own.next && own.without > 0 ? t('report.method.review.without', { count: own.without }) : '',
  ];
}

function fingerprint(summary: MaterialitySummary, { t }: SectionContext): string[] {
  const { sum, ratings, record, intact, fingerprint: all } = summary.method.data;
  return [
    grouped(sum),
    t('report.method.data.ratings', { count: ratings }),
    record
      ? t('report.method.data.record', {
          by: record.by || t('report.nobodyNamed'),
          on: dayText(record.at, summary),
        })
      : t('report.method.data.open'),
    all ? t('report.method.data.signedOff', { fingerprint: grouped(all) }) : '',
    intact ? '' : t('report.method.data.broken'),
  ];
}

function dayText(at: MethodNote['decisions'][number]['at'], { language }: MaterialitySummary): string {
  return dateText(dayOf(at), language);
}

/** In eights, so that it can be read aloud and breaks over lines. */
function grouped(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(' ');
}
