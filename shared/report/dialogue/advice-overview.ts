import type { DialogueSummary } from '../model/dialogue.ts';
import { listed, type SectionWriter } from '../section.ts';

/** How much of an advice's words stands in the overview when the office has not put it in its own, in characters. */
const OPENING = 90;

/** All advice on one page: for whoever reads no further. */
export const adviceOverview: SectionWriter<DialogueSummary> = (summary, { t }) => {
  if (summary.advice.length < 2) return null;
  return {
    id: 'advice-overview',
    title: t('report.adviceOverview'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.adviceOverview.caption'),
        columns: [
          { head: t('report.number'), share: 6, align: 'end' },
          { head: t('report.advice'), share: 43 },
          { head: t('report.issue'), share: 23 },
          { head: t('report.status'), share: 13 },
          { head: t('report.due'), share: 15 },
        ],
        rows: summary.advice.map((one) => [
          String(one.number),
          [
            { text: t(`adviceKind.${one.kind}`), quiet: true as const },
            ' ',
            one.restatement || opening(one.quotes[0]?.text ?? ''),
          ],
          listed(t, one.issueNames) || '–',
          t(`adviceStatus.${one.status}`),
          one.due || '–',
        ]),
      },
    ],
  };
};

function opening(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= OPENING) return line;
  const cut = line.slice(0, OPENING);
  const space = cut.lastIndexOf(' ');
  // Half a surrogate pair is no character.
  const kept = space > OPENING / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
}
