import type { Translate } from '../../i18n/index.ts';
import type { Block, Cell, Line } from '../document.ts';
import type { DialogueSummary } from '../model/dialogue.ts';
import type { Discussed } from '../model/discussed.ts';
import type { SectionWriter } from '../section.ts';
import { adviceText, measureText } from './words.ts';

/** What was discussed, theme by theme, and what the company does about it; in a short report as one table. */
export const discussed: SectionWriter<DialogueSummary> = (summary, { t, brief }) => {
  if (summary.discussed.length === 0) return null;
  return {
    id: 'discussed',
    title: t('report.discussed'),
    blocks: brief ? [tableOf(summary.discussed, t)] : summary.discussed.flatMap((one) => themeBlocks(one, t)),
  };
};

function themeBlocks(one: Discussed, t: Translate): Block[] {
  const measures = measuresOf(one, t);
  return [
    { kind: 'heading', level: 2, text: nameOf(one, t) },
    { kind: 'list', items: one.advice.map(adviceText) },
    ...(measures.length > 0
      ? [
          { kind: 'heading' as const, level: 3 as const, text: t('report.measures') },
          { kind: 'list' as const, items: measures },
        ]
      : []),
  ];
}

function tableOf(discussed: readonly Discussed[], t: Translate): Block {
  return {
    kind: 'table',
    caption: t('report.discussed.caption'),
    columns: [
      { head: t('report.theme'), share: 18 },
      { head: t('report.discussed.said'), share: 46 },
      { head: t('report.measures'), share: 36 },
    ],
    rows: discussed.map((one): Cell[] => {
      const measures = measuresOf(one, t);
      return [
        [{ text: nameOf(one, t), strong: true as const }],
        { lines: one.advice.map(adviceText), apart: true },
        measures.length > 0 ? { lines: measures, apart: true } : '–',
      ];
    }),
  };
}

function nameOf({ name }: Discussed, t: Translate): string {
  return name || t('report.advice.noIssue');
}

function measuresOf({ advice }: Discussed, t: Translate): Line[] {
  return advice.flatMap((one) => {
    const text = measureText(one, t);
    return text === null ? [] : [text];
  });
}
