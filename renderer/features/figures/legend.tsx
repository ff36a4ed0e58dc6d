import { breakAt, type GridRow, isDisputed } from '#shared/figure-table/rows.ts';
import { marksOf, SIGN_TEXT } from '#shared/figures/signs.ts';
import type { KeyAfter } from '#shared/i18n/index.ts';
import { isValueless } from '#shared/model/figure.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './figures.module.css';

type Sign = KeyAfter<'figureGrid.sign.'>;

/** What the signs mean that stand in the rows; those of no others. */
export function Legend({ rows }: { rows: readonly GridRow[] }) {
  const { t } = useSpeech();
  const used = signsIn(rows);
  if (used.length === 0) return null;
  return (
    <dl className={classes.legend} aria-label={t('figureGrid.legend')} data-testid="figure-legend">
      {used.map((sign) => (
        <div key={sign}>
          <dt>{SIGN_TEXT[sign]}</dt>
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
  return (Object.keys(SIGN_TEXT) as Sign[]).filter((sign) => used.has(sign));
}
