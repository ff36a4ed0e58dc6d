import { breakAt, type GridCell, isDisputed } from '#shared/figure-table/rows.ts';
import { MARK_OF, marksOf } from '#shared/figures/signs.ts';
import { valueText } from '#shared/figures/value-text.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './figures.module.css';

/** A figure in its cell: what it says, and by signs what is to be known of it. */
export function FigureValue({ cell }: { cell: GridCell | undefined }) {
  const { t } = useSpeech();
  if (!cell) return null;
  const { standing } = cell;
  const disputed = isDisputed(cell);
  const shown = disputed ? standing : standing.slice(0, 1);
  const marks = [...new Set(standing.flatMap(marksOf))].map((mark) => MARK_OF[mark]);
  const found = breakAt(cell);
  return (
    <span className={classes.value}>
      {found !== null && found !== 'boundary' && found.effect === 'care' && (
        <span className={classes.care} aria-hidden>
          ¦
        </span>
      )}
      <span className={disputed ? classes.disputed : undefined} data-value={standing[0].value ?? undefined}>
        {shown.map((figure) => valueText(figure, t)).join(' ≠ ')}
      </span>
      {marks.length > 0 && <sup className={classes.mark}>{marks.join(' ')}</sup>}
    </span>
  );
}
