import { type ReactNode, useRef } from 'react';
import type { Rating } from '#shared/model/rating.ts';
import type { Dimension } from '#shared/model/round.ts';
import type { ScaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { GRID_COLUMNS, type GridColumn, type GridPlace, type GridRow, isAsked } from './grid-cells.ts';
import { answerOf } from './rating-form.tsx';
import classes from './rating-grid.module.css';
import { useGridKeys } from './use-grid-keys.ts';

export interface RatingGridProps {
  /** Spoken name of the grid. */
  readonly label: string;
  /** Head of the first column. */
  readonly of: string;
  readonly rows: readonly GridRow[];
  /** Of how many points the scale is. */
  readonly size: ScaleSize;
  readonly active: GridPlace | null;
  readonly onActive: (place: GridPlace) => void;
  /** Enter or a double click on a cell. */
  readonly onOpen?: ((row: string) => void) | undefined;
  /** Head of a last column, which every row's `end` stands in. */
  readonly endHead?: ReactNode;
  /** Dimensions to look at; absent = none stands out. */
  readonly highlighted?: readonly Dimension[];
  readonly testId?: string;
}

/**
 * Ratings as in a spreadsheet: arrows, Home, End and Page keys move, digits and 0 ("can't judge") answer and go on to the
 * next cell, Backspace withdraws, A turns between actual and potential, Enter opens. One cell is in the tab order.
 */
export function RatingGrid({
  label,
  of,
  rows,
  size,
  active,
  onActive,
  onOpen,
  endHead,
  highlighted = [],
  testId,
}: RatingGridProps) {
  const { t } = useSpeech();
  const table = useRef<HTMLTableElement>(null);
  const at = active && rows.some(({ id }) => id === active.row) ? active : null;
  const stop: GridPlace | null = at ?? (rows[0] ? { row: rows[0].id, column: 'scale' } : null);
  const onKeyDown = useGridKeys({ table, rows, size, onActive, onOpen });

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern stands on a table
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={classes.grid}
      onKeyDown={onKeyDown}
      data-testid={testId}
    >
      <thead>
        <tr>
          <th scope="col" className={classes.first}>
            {of}
          </th>
          {GRID_COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              data-active={at?.column === column || undefined}
              data-highlighted={(highlighted as readonly string[]).includes(column) || undefined}
            >
              <span title={t(HEADS[column])}>{t(SHORT_HEADS[column])}</span>
            </th>
          ))}
          {endHead !== undefined && (
            <th scope="col" className={classes.end}>
              {endHead}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-active={at?.row === row.id || undefined}>
            <th scope="row" className={classes.first}>
              {row.label}
            </th>
            {GRID_COLUMNS.map((column) => (
              <Cell
                key={column}
                row={row}
                column={column}
                isTabStop={stop?.row === row.id && stop.column === column}
                onActive={onActive}
                onOpen={onOpen}
              />
            ))}
            {endHead !== undefined && <td className={classes.end}>{row.end}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps extends Pick<RatingGridProps, 'onActive' | 'onOpen'> {
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly isTabStop: boolean;
}

/** One answer, and what it was before where that is to be told. */
function Cell({ row, column, isTabStop, onActive, onOpen }: CellProps) {
  const { t } = useSpeech();
  const { text, spoken } = cellOf(t, row.rating, column);
  const earlier = row.before ? cellOf(t, row.before, column).text : text;
  const changed = earlier !== text;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern stands on a table
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-readonly={row.disabled}
      aria-label={t('grid.cell', {
        row: row.name,
        column: t(HEADS[column]),
        value: changed ? t('grid.changed', { from: earlier, to: spoken }) : spoken,
      })}
      data-row={row.id}
      data-column={column}
      data-value={text}
      data-empty={text === '' || undefined}
      data-fixed={row.disabled || undefined}
      className={classes.cell}
      onFocus={() => onActive({ row: row.id, column })}
      onMouseDown={(event) => event.currentTarget.focus()}
      onDoubleClick={() => onOpen?.(row.id)}
    >
      {changed && <span className={classes.before}>{earlier || '·'} → </span>}
      {text || <span className={classes.hollow}>·</span>}
    </td>
  );
}

const HEADS = {
  nature: 'grid.nature',
  scale: 'dimension.scale',
  scope: 'dimension.scope',
  irremediability: 'dimension.irremediability',
  likelihood: 'dimension.likelihood',
  businessEffect: 'grid.businessEffect',
} as const;

const SHORT_HEADS = {
  nature: 'grid.nature',
  scale: 'dimension.scale.short',
  scope: 'dimension.scope.short',
  irremediability: 'dimension.irremediability.short',
  likelihood: 'dimension.likelihood.short',
  businessEffect: 'grid.businessEffect',
} as const;

/** What stands in a cell, and what is said of it. */
function cellOf(
  t: ReturnType<typeof useSpeech>['t'],
  rating: Rating | undefined,
  column: GridColumn,
): { text: string; spoken: string } {
  const said = (text: string, spoken = text) => ({ text, spoken });
  if (column === 'nature') return rating ? said(t(`nature.${rating.nature}`)) : said('', t('grid.open'));
  if (column === 'businessEffect')
    return rating?.businessEffect ? said(String(rating.businessEffect)) : said('', t('grid.open'));
  if (!isAsked(rating, column)) return said('×', t('rating.actual.noLikelihood'));
  const answer = answerOf(rating, column);
  if (answer === 'abstain') return said('–', t('rating.abstain'));
  return answer === null ? said('', t('grid.open')) : said(String(answer));
}
