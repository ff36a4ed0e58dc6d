import { useEffect, useState } from 'react';
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
  const looked = useLooked(rows.length);
  const used = signsIn(rows.slice(0, looked));
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

/** Rows that are looked at before the table is shown, and in each idle moment after. */
const PART = 60;

/** How many rows were looked at: of a long table more and more, while nothing else is to be done. */
function useLooked(count: number): number {
  const [looked, setLooked] = useState(PART);
  useEffect(() => {
    if (looked >= count) return;
    const next = requestIdleCallback(() => setLooked(looked + PART));
    return () => cancelIdleCallback(next);
  }, [looked, count]);
  return looked;
}

const known = new WeakMap<GridRow, ReadonlySet<Sign>>();

function signsIn(rows: readonly GridRow[]): Sign[] {
  const used = new Set<Sign>();
  for (const row of rows) {
    const own = known.get(row) ?? signsOf(row);
    known.set(row, own);
    for (const sign of own) used.add(sign);
  }
  return (Object.keys(SIGN_TEXT) as Sign[]).filter((sign) => used.has(sign));
}

function signsOf({ cells }: GridRow): Set<Sign> {
  const used = new Set<Sign>();
  for (const cell of cells.values()) {
    const found = breakAt(cell);
    if (found !== null) used.add(found === 'boundary' || found.effect === 'no' ? 'break' : 'care');
    if (isDisputed(cell)) used.add('disputed');
    for (const figure of cell.standing) {
      for (const mark of marksOf(figure)) used.add(mark);
      if (isValueless(figure.status)) used.add(figure.status);
    }
  }
  return used;
}
