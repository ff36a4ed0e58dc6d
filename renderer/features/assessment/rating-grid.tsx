import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Answer } from '#shared/edit/rating.ts';
import { Point } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { answerOf } from './rating-form.tsx';
import classes from './rating-grid.module.css';
import type { RatingEdits } from './use-rating.ts';

export const GRID_COLUMNS = ['nature', ...DIMENSIONS, 'businessEffect'] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

export interface GridRow {
  readonly id: string;
  readonly label: ReactNode;
  /** Spoken name of the row. */
  readonly name: string;
  readonly rating: Rating | undefined;
  readonly edits: RatingEdits;
  readonly disabled: boolean;
  /** What was rated before, where it is to be told; undefined = nothing to compare with. */
  readonly before?: Rating | undefined;
  readonly end?: ReactNode;
}

export interface GridPlace {
  readonly row: string;
  readonly column: GridColumn;
}

export interface RatingGridProps {
  /** Spoken name of the grid. */
  readonly label: string;
  /** Head of the first column. */
  readonly of: string;
  readonly rows: readonly GridRow[];
  readonly active: GridPlace | null;
  readonly onActive: (place: GridPlace) => void;
  /** Enter or a double click on a cell. */
  readonly onOpen?: (row: string) => void;
  /** Head of a last column, which every row's `end` stands in. */
  readonly endHead?: ReactNode;
  /** Dimensions to look at; absent = none stands out. */
  readonly highlighted?: readonly Dimension[];
  readonly testId?: string;
}

/**
 * Ratings as in a spreadsheet: arrows, Home, End and Page keys move, 1–5 and 0 ("can't judge") answer and go on to the
 * next cell, Backspace withdraws, A turns between actual and potential, Enter opens. One cell is in the tab order.
 */
export function RatingGrid({
  label,
  of,
  rows,
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

  const focus = (place: GridPlace) => {
    onActive(place);
    table.current
      ?.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`)
      ?.focus();
  };
  const move = (from: GridPlace, down: number, right: number) => {
    const row = clamp(rows.findIndex(({ id }) => id === from.row) + down, rows.length);
    const column = clamp(GRID_COLUMNS.indexOf(from.column) + right, GRID_COLUMNS.length);
    const target = rows[row];
    const name = GRID_COLUMNS[column];
    if (target && name) focus({ row: target.id, column: name });
  };
  /** Where an answer leads: along what is asked of the row, then to the next row's first question. */
  const goOn = (row: GridRow, column: GridColumn) => {
    if (column === 'businessEffect') return move({ row: row.id, column }, 1, 0);
    const asked = DIMENSIONS.filter((one) => one !== 'likelihood' || row.rating?.nature !== 'actual');
    const next = asked[asked.indexOf(column as Dimension) + 1];
    const below = rows[rows.indexOf(row) + 1];
    if (next) focus({ row: row.id, column: next });
    else if (below) focus({ row: below.id, column: 'scale' });
  };
  const onKeyDown = (event: KeyboardEvent, row: GridRow, column: GridColumn) => {
    if (event.altKey) return;
    const place = { row: row.id, column };
    const ends = event.ctrlKey || event.metaKey;
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(place, ends ? rows.length : 1, 0),
      ArrowUp: () => move(place, ends ? -rows.length : -1, 0),
      ArrowRight: () => move(place, 0, ends ? GRID_COLUMNS.length : 1),
      ArrowLeft: () => move(place, 0, ends ? -GRID_COLUMNS.length : -1),
      Home: () => move(place, ends ? -rows.length : 0, -GRID_COLUMNS.length),
      End: () => move(place, ends ? rows.length : 0, GRID_COLUMNS.length),
      PageDown: () => move(place, 10, 0),
      PageUp: () => move(place, -10, 0),
    };
    const act = moves[event.key];
    if (act) act();
    else if (ends) return;
    else if (event.key === 'Enter' && onOpen) onOpen(row.id);
    else if (row.disabled || !change(row, column, event.key.normalize('NFKC'))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** @returns false where the key means nothing here */
  const change = (row: GridRow, column: GridColumn, key: string): boolean => {
    const { edits, rating } = row;
    if (key === 'a' || key === 'A' || (column === 'nature' && key === ' ')) {
      edits.setNature(rating?.nature === 'actual' ? 'potential' : 'actual');
      return true;
    }
    const point = Point.safeParse(Number(key));
    const takesBack = key === 'Backspace' || key === 'Delete';
    if (column === 'nature') return false;
    if (!takesBack && key !== '0' && !point.success) return false;
    if (column === 'businessEffect') edits.remark({ businessEffect: point.success ? point.data : null });
    else if (isAsked(row.rating, column)) {
      const value: Answer = takesBack ? null : point.success ? point.data : 'abstain';
      edits.answer(column, value);
    }
    if (!takesBack) goOn(row, column);
    return true;
  };

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern stands on a table
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={classes.grid}
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
            {GRID_COLUMNS.map((column) => {
              const { text, spoken } = cellOf(t, row.rating, column);
              const earlier = row.before ? cellOf(t, row.before, column).text : text;
              const changed = earlier !== text;
              const here = stop?.row === row.id && stop.column === column;
              return (
                <td
                  key={column}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
                  role="gridcell"
                  tabIndex={here ? 0 : -1}
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
                  onKeyDown={(event) => onKeyDown(event, row, column)}
                >
                  {changed && <span className={classes.before}>{earlier || '·'} → </span>}
                  {text || <span className={classes.hollow}>·</span>}
                </td>
              );
            })}
            {endHead !== undefined && <td className={classes.end}>{row.end}</td>}
          </tr>
        ))}
      </tbody>
    </table>
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

function isAsked(rating: Rating | undefined, dimension: Dimension): boolean {
  return dimension !== 'likelihood' || rating?.nature !== 'actual';
}

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

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
