import { robustnessSentences } from '../../assessment/depends-words.ts';
import type { Rules } from '../../assessment/order.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Block } from '../document.ts';
import type { CardLine } from '../model/cards.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { facts, listed, type SectionWriter, sentences } from '../section.ts';

/**
 * How sure the place of what is monitored is (METHOD-SOURCES 2.6): a card for each theme and for what is looked at
 * most closely, a line for the rest.
 */
export const cards: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  if (summary.cards.length === 0) return null;
  const isWhole = ({ kind, level }: CardLine) => kind === 'theme' || level === 'monitor-closely';
  const rest = summary.cards.filter((one) => !isWhole(one));
  return {
    id: 'cards',
    appendix: true,
    title: t('report.cards'),
    blocks: [
      { kind: 'paragraph', text: t('report.cards.reading'), before: true },
      ...summary.cards.filter(isWhole).flatMap((one) => cardBlocks(one, summary.rules, summary.topIssues, t)),
      ...(rest.length > 0 ? [restTable(rest, t)] : []),
    ],
  };
};

function restTable(rest: readonly CardLine[], t: Translate): Block {
  const span = (best: number, worst: number) => (best === worst ? String(best) : `${best}–${worst}`);
  return {
    kind: 'table',
    caption: t('report.cards.rest'),
    columns: [
      { head: t('report.issue'), share: 34 },
      { head: t('report.card.place'), share: 11, align: 'center' },
      { head: t('report.card.span'), share: 15, align: 'center' },
      { head: t('report.card.without'), share: 20, align: 'center' },
      { head: t('report.card.severeBy'), share: 20 },
    ],
    rows: rest.map(({ name, card }) => [
      name,
      String(card.rank),
      span(card.readings.best, card.readings.worst),
      span(card.leaveOneOut.best, card.leaveOneOut.worst),
      severeText(card, t),
    ]),
  };
}

function severeText({ severeBy }: CardLine['card'], t: Translate): string {
  return severeBy
    ? t('report.card.severeBy.one', { dimension: t(`dimension.${severeBy}`) })
    : t('report.card.severeBy.several');
}

function cardBlocks(one: CardLine, rules: Rules, topIssues: number, t: Translate): Block[] {
  const { card } = one;
  const { readings, weightings } = card;
  return [
    { kind: 'heading', level: 2, text: one.name },
    {
      kind: 'facts',
      facts: facts([
        [
          t('report.card.place'),
          t('report.card.readings', {
            rank: card.rank,
            best: readings.best,
            worst: readings.worst,
            same: readings.best === readings.worst ? 'yes' : 'no',
            share: Math.round(readings.topShare * 100),
            k: card.k,
            kind: one.kind,
          }),
        ],
        ...(rules.version === 'severity-first-1'
          ? []
          : [
              [
                t('report.card.conclusions'),
                sentences(t, robustnessSentences(t, card.readings, card.given)),
              ] as [string, string],
            ]),
        [t('report.card.without'), withoutText(one, t)],
        [t('report.card.step'), stepText(one, topIssues, t)],
        [t('report.card.severeBy'), severeText(card, t)],
        [
          t('report.card.weights'),
          weightings
            ? t('report.card.weights.text', { ...weightings, k: card.k })
            : t('report.card.weights.none'),
        ],
      ]),
    },
  ];
}

function withoutText({ card, without }: CardLine, t: Translate): string {
  if (without.length === 0) return t('report.card.without.same');
  return sentences(t, [
    t('report.card.without.moved', {
      names: listed(
        t,
        without.map(({ voice, ranks }) =>
          t('report.card.without.one', {
            count: ranks.length,
            voice: t(`voice.${voice}`),
            ranks: listed(t, ranks.map(String)),
          }),
        ),
      ),
    }),
    card.leaveOneOut.byUpperMedian ? t('report.card.without.upper') : '',
  ]);
}

function stepText({ kind, steps }: CardLine, topIssues: number, t: Translate): string {
  if (steps.length === 0) return t('report.card.step.none', { k: topIssues });
  return t('report.card.step.some', {
    k: topIssues,
    steps: listed(
      t,
      steps.map(({ issue, moves }) => {
        const text = listed(
          t,
          moves.map(({ dimension, step }) =>
            t('report.card.step.one', {
              dimension: t(`dimension.${dimension}`),
              step: step > 0 ? '+1' : '−1',
            }),
          ),
        );
        return kind === 'theme' ? t('report.aside', { text: issue, aside: text }) : text;
      }),
    ),
  });
}
