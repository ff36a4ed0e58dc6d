import { DIMENSIONS } from '../../model/round.ts';
import type { Block } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { coefficientText } from '../model/numbers.ts';
import { listed, type SectionWriter, sentences } from '../section.ts';

/** How far the assessors agree, where they are divided and why, and how far places depend on the reading. */
export const agreement: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  if (summary.issues.every((one) => one.rank === null)) return null;
  const blocks: Block[] = [];
  if (summary.assessors < 2) {
    blocks.push({ kind: 'paragraph', text: t('report.agreement.one') });
  } else {
    blocks.push(
      { kind: 'paragraph', text: t('report.agreement.reading') },
      {
        kind: 'table',
        caption: t('report.agreement.caption'),
        columns: [
          { head: t('report.dimension'), share: 60 },
          { head: t('report.alpha'), share: 40, align: 'center' },
        ],
        rows: DIMENSIONS.map((dimension) => {
          const alpha = summary.agreement[dimension];
          return [
            t(`dimension.${dimension}`),
            alpha === null ? t('report.alpha.undefined') : coefficientText(alpha),
          ];
        }),
      },
    );
    const divided = summary.issues.filter((one) => one.dividedOn.length > 0);
    if (divided.length === 0) {
      blocks.push({ kind: 'paragraph', text: t('report.divided.none') });
    } else {
      blocks.push(
        { kind: 'heading', level: 2, text: t('report.divided') },
        { kind: 'paragraph', text: t('report.divided.reading') },
      );
      for (const one of divided) {
        const dimensions = listed(
          t,
          one.dividedOn.map((dimension) => t(`dimension.${dimension}`)),
        );
        blocks.push(
          { kind: 'list', items: [[{ text: one.name, strong: true }, t('report.colon'), dimensions]] },
          ...one.minority.map(({ voice, rationale }) => ({
            kind: 'quote' as const,
            text: rationale,
            source: t('report.minority', { voice: t(`voice.${voice}`) }),
          })),
        );
      }
    }
  }
  blocks.push(
    { kind: 'heading', level: 2, text: t('report.robustness') },
    { kind: 'paragraph', text: robustness(summary, t) },
  );
  return { id: 'agreement', title: t('report.agreement'), blocks };
};

function robustness(summary: MaterialitySummary, t: Parameters<typeof agreement>[1]['t']): string {
  const { moves, kept } = summary.oneStep;
  const top = summary.topIssues;
  return sentences(t, [
    summary.uncertain.length === 0
      ? t('report.robustness.stable', { top })
      : t('report.robustness.uncertain', { top, names: listed(t, summary.uncertain) }),
    t('report.robustness.moves', { moves, changed: moves - kept, top }),
  ]);
}
