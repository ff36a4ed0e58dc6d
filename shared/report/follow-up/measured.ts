import type { Translate } from '../../i18n/index.ts';
import type { Cell, Line } from '../document.ts';
import type { FollowUpSummary } from '../model/follow-up.ts';
import type { MeasuredRow } from '../model/measured-rows.ts';
import { listed, type SectionWriter } from '../section.ts';
import { figureCell, signsText } from '../year/tables.ts';

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
          { head: t('report.year.indicator'), share: 31 },
          { head: t('report.year.whose'), share: 17 },
          { head: t('report.followUp.measured.last'), share: 15 },
          { head: t('report.year.target'), share: 15 },
          { head: t('report.year.status'), share: 22 },
        ],
        rows: rows.map((row): Cell[] => [
          { lines: nameLines(row, t) },
          row.whose || '–',
          lastCell(row, t),
          row.target || '–',
          {
            lines: [
              [{ text: t(`figure.status.${row.status}`), strong: true }],
              ...(row.broken ? [[{ text: row.broken, quiet: true as const }]] : []),
              ...(row.why ? [[{ text: row.why, quiet: true as const }]] : []),
            ],
          },
        ]),
        note: signsText(
          rows.flatMap(({ signs }) => signs),
          t,
        ),
      },
    ],
  };
};

/** What is counted, in what unit, and what it bears on. */
function nameLines({ name, unit, advice, promised }: MeasuredRow, t: Translate): Line[] {
  const bears = [
    ...(advice.length > 0
      ? [t('report.followUp.measured.advice', { numbers: listed(t, spans(advice)) })]
      : []),
    ...(promised ? [t('report.followUp.inDialogue')] : []),
  ];
  return [
    [{ text: name, strong: true }],
    [{ text: listed(t, [...(unit ? [unit] : []), ...bears]), quiet: true }],
  ];
}

/** Numbers in their order, those that follow one another as one span: `1, 3–5`. */
function spans(numbers: readonly number[]): string[] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const open = found.at(-1);
    if (open && number === open[1] + 1) open[1] = number;
    else found.push([number, number]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}

function lastCell({ last, period }: MeasuredRow, t: Translate): Cell {
  const cell = figureCell(last);
  if (typeof cell === 'string' || !('lines' in cell)) return t('figure.status.no-figure');
  return { lines: [...cell.lines, [{ text: period, quiet: true }]] };
}
