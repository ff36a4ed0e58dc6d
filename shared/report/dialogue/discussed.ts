import type { Translate } from '../../i18n/index.ts';
import type { Cell } from '../document.ts';
import type { DialogueSummary } from '../model/dialogue.ts';
import type { Discussed } from '../model/discussed.ts';
import type { SectionWriter } from '../section.ts';
import { adviceText, measureLines } from './words.ts';

/** What was discussed, theme by theme, and what the company does about it. */
export const discussed: SectionWriter<DialogueSummary> = (summary, { t }) => {
  if (summary.discussed.length === 0) return null;
  return {
    id: 'discussed',
    title: t('report.discussed'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.discussed.caption'),
        columns: [
          { head: t('report.theme'), share: 16 },
          { head: t('report.discussed.said'), share: 42 },
          { head: t('report.measures'), share: 42 },
        ],
        rows: summary.discussed.flatMap((one) => rowsOf(one, t)),
        ...(summary.advice.some((one) => measureLines(one, t) === null)
          ? { note: t('report.discussed.note') }
          : {}),
      },
    ],
  };
};

/** A row for each piece of advice that was answered, and one for the rest; the first bears the theme. */
function rowsOf({ name, advice }: Discussed, t: Translate): Cell[][] {
  const rest = advice.filter((one) => measureLines(one, t) === null);
  const rows: Cell[][] = advice.flatMap((one): Cell[][] => {
    const measures = measureLines(one, t);
    return measures === null ? [] : [[adviceText(one), { lines: measures }]];
  });
  if (rest.length > 0) rows.push([{ lines: rest.map(adviceText), apart: true }, '']);
  return rows.map((cells, index) => [
    index === 0 ? [{ text: name || t('report.advice.noIssue'), strong: true as const }] : '',
    ...cells,
  ]);
}
