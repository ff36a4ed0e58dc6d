import { breakAt, type GridRow, isDisputed } from '#shared/figure-table/rows.ts';
import { BREAK_SIGN, MARK_OF, marksOf, SIGN_OF } from '#shared/figures/signs.ts';
import type { KeyAfter } from '#shared/i18n/index.ts';
import { isValueless } from '#shared/model/figure.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './figures.module.css';

type Sign = KeyAfter<'figureGrid.sign.'>;

const SIGNS: Readonly<Record<Sign, string>> = {
  break: BREAK_SIGN,
  care: '¦',
  disputed: '≠',
  ...MARK_OF,
  ...SIGN_OF,
};

/** What the signs mean that stand in the rows; those of no others. */
export function Legend({ rows }: { rows: readonly GridRow[] }) {
  const { t } = useSpeech();
  const used = signsIn(rows);
  if (used.length === 0) return null;
  return (
    <dl className={classes.legend} aria-label={t('figureGrid.legend')} data-testid="figure-legend">
      {used.map((sign) => (
        <div key={sign}>
          <dt>{SIGNS[sign]}</dt>
          <dd>{t(`figureGrid.sign.${sign}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function signsIn(rows: readonly GridRow[]): Sign[] {
  const used = new Set<Sign>();
  for (const { cells } of rows)
    for (const cell of cells.values()) {
      const found = breakAt(cell);
      if (found !== null) used.add(found === 'boundary' || found.effect === 'no' ? 'break' : 'care');
      if (isDisputed(cell)) used.add('disputed');
      for (const figure of cell.standing) {
        for (const mark of marksOf(figure)) used.add(mark);
        if (isValueless(figure.status)) used.add(figure.status);
      }
    }
  return (Object.keys(SIGNS) as Sign[]).filter((sign) => used.has(sign));
}
