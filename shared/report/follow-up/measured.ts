import type { Translate } from '../../i18n/index.ts';
import type { Cell, Line } from '../document.ts';
import type { FollowUpSummary } from '../model/follow-up.ts';
import type { MeasuredRow } from '../model/measured-rows.ts';
import { cited, listed, type SectionWriter } from '../section.ts';

/** By what it can be seen what became of it: the last figure, the target, and whether the two may be held together. */
export const measured: SectionWriter<FollowUpSummary> = ({ measured: rows }, { t }) => {
  if (rows.length === 0) return null;
  return {
    id: 'measured',
    title: t('report.followUp.measured'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.followUp.measured.caption'),
        whole: true,
        columns: [
          { head: t('report.year.indicator'), share: 34 },
          { head: t('report.year.whose'), share: 18 },
          { head: t('report.followUp.measured.last'), share: 17 },
          { head: t('report.year.target'), share: 15 },
          { head: t('report.year.status'), share: 16 },
        ],
        rows: rows.map((row): Cell[] => [
          { lines: nameLines(row, t) },
          row.whose || '–',
          { lines: lastLines(row, t) },
          row.target || '–',
          {
            lines: [
              [{ text: t(`figure.status.${row.status}`), strong: true }],
              ...(row.broken ? [[{ text: row.broken, quiet: true as const }]] : []),
              ...(row.why ? [[{ text: row.why, quiet: true as const }]] : []),
            ],
          },
        ]),
      },
    ],
  };
};

/** What is counted, in what unit, and what it bears on. */
function nameLines({ name, unit, advice, promised }: MeasuredRow, t: Translate): Line[] {
  const bears = [
    ...(advice.length > 0
      ? [t('report.followUp.measured.advice', { numbers: listed(t, advice.map(String)) })]
      : []),
    ...(promised ? [t('report.followUp.inDialogue')] : []),
  ];
  return [
    [{ text: name, strong: true }],
    [{ text: listed(t, [...(unit ? [unit] : []), ...bears]), quiet: true }],
  ];
}

function lastLines({ last, period }: MeasuredRow, t: Translate): Line[] {
  if (last.length === 0) return [t('figure.status.no-figure')];
  return [
    ...last.map(({ text, source }): Line => (source === null ? text : [text, ' ', cited(source)])),
    [{ text: period, quiet: true }],
  ];
}
