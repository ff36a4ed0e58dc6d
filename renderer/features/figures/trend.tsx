import { extent, line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import { comparablePieces, type GridRow } from '#shared/figure-table/rows.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './figures.module.css';

const WIDTH = 104;
const HEIGHT = 26;
const EDGE = 4;

/** A small line of the figures of a row, which stops where they may not be compared. */
export function Trend({ row }: { row: GridRow }) {
  const { t } = useSpeech();
  const pieces = useMemo(() => drawn(row), [row]);
  return (
    <svg
      className={classes.trend}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('figureGrid.trend.spoken', { count: pieces.length })}
    >
      {pieces.map(({ path, points, key, bar }) => (
        <g key={key}>
          {bar !== null && (
            <path d={`M${bar - 1.5},3v${HEIGHT - 6}M${bar + 1.5},3v${HEIGHT - 6}`} className={classes.bar} />
          )}
          <path d={path} className={classes.line} />
          {points.map(([x, y]) => (
            <circle key={x} cx={x} cy={y} r={1.8} className={classes.dot} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Each piece as a path of its own, with the bar before it. */
function drawn(row: GridRow) {
  const pieces = comparablePieces(row);
  const all = pieces.flat();
  const years = extent(all, ({ period }) => at(period));
  const values = extent(all, ({ standing }) => standing[0].value ?? 0);
  const x = scaleLinear([years[0] ?? 0, years[1] ?? 1], [EDGE, WIDTH - EDGE]);
  const y = scaleLinear([values[0] ?? 0, values[1] ?? 1], [HEIGHT - EDGE, EDGE]);
  const path = line<readonly [number, number]>();
  return pieces.map((piece, index) => {
    const points = piece.map(
      ({ period, standing }) => [round(x(at(period))), round(y(standing[0].value ?? 0))] as const,
    );
    const before = pieces[index - 1]?.at(-1);
    const [first] = piece;
    return {
      key: first ? at(first.period) : index,
      path: path(points) ?? '',
      points,
      bar: before && first ? round((x(at(before.period)) + x(at(first.period))) / 2) : null,
    };
  });
}

const at = ({ fiscalYear, quarter }: { fiscalYear: number; quarter: number | null }) =>
  fiscalYear + (quarter === null ? 0 : quarter / 4);

const round = (value: number) => Math.round(value * 10) / 10;
