import type { Translate } from '../../i18n/index.ts';
import type { Block, Cell, Line } from '../document.ts';
import type { DialogueSummary } from '../model/dialogue.ts';
import type { Discussed } from '../model/discussed.ts';
import type { SectionWriter } from '../section.ts';
import { adviceText, measureLines } from './words.ts';

/** What was discussed, theme by theme, and what the company does about it; then what it has not answered yet. */
export const discussed: SectionWriter<DialogueSummary> = (summary, { t }) => {
  if (summary.discussed.length === 0) return null;
  const rows = summary.discussed.flatMap((one) => answeredRows(one, t));
  const open = summary.discussed.flatMap((one) => unanswered(one, t));
  const blocks: Block[] = [];
  if (rows.length > 0)
    blocks.push({
      kind: 'table',
      caption: t('report.discussed.caption'),
      columns: [
        { head: t('report.theme'), share: 16 },
        { head: t('report.discussed.said'), share: 38 },
        { head: t('report.measures'), share: 46 },
      ],
      rows,
    });
  if (open.length > 0)
    blocks.push(
      { kind: 'paragraph', text: t('report.discussed.open'), before: true },
      { kind: 'list', items: open },
    );
  return { id: 'discussed', title: t('report.discussed'), blocks };
};

/** A row for each piece of advice that was answered; the first bears the theme. */
function answeredRows(one: Discussed, t: Translate): Cell[][] {
  const rows = one.advice.flatMap((item): Cell[][] => {
    const measures = measureLines(item, t);
    return measures === null ? [] : [[adviceText(item), { lines: measures }]];
  });
  return rows.map((cells, index) => [
    index === 0 ? [{ text: nameOf(one, t), strong: true as const }] : '',
    ...cells,
  ]);
}

/** The advice of a theme to which no response is recorded, in one line. */
function unanswered(one: Discussed, t: Translate): Line[] {
  const own = one.advice.filter((item) => measureLines(item, t) === null);
  if (own.length === 0) return [];
  return [
    [
      { text: nameOf(one, t), strong: true as const },
      t('report.colon'),
      ...own.flatMap((item, index) => [...(index === 0 ? [] : [' ']), ...adviceText(item)]),
    ],
  ];
}

function nameOf({ name }: Discussed, t: Translate): string {
  return name || t('report.advice.noIssue');
}
