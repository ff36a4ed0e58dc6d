import { type ReactNode, useRef } from 'react';
import type { Answer } from '#shared/edit/rating.ts';
import { Point } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import { digitOf, directionOf, useCommands } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { answerCommands, gridCommands } from './commands.ts';
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

/** Rows that the Page keys pass over. */
const PAGE = 10;

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
  /** What a key does in the cell that has the focus. */
  const inCell = (
    run: (row: GridRow, column: GridColumn, event: KeyboardEvent) => void,
    when: (row: GridRow, column: GridColumn) => boolean = () => true,
  ) => ({
    run: (event: KeyboardEvent) => {
      const cell = cellAt(rows, event.target);
      if (cell) run(cell.row, cell.column, event);
    },
    when: (event: KeyboardEvent) => {
      const cell = cellAt(rows, event.target);
      return cell !== null && when(cell.row, cell.column);
    },
  });
  const moveBy = (downBy: number, acrossBy: number) =>
    inCell((row, column, event) => {
      const { down, across } = directionOf(event);
      move({ row: row.id, column }, down * downBy, across * acrossBy);
    });
  const canAnswer = (row: GridRow, column: GridColumn) => !row.disabled && column !== 'nature';
  const answer = (row: GridRow, column: GridColumn, value: Answer) => {
    if (column === 'businessEffect') row.edits.remark({ businessEffect: value === 'abstain' ? null : value });
    else if (column !== 'nature' && isAsked(row.rating, column)) row.edits.answer(column, value);
    if (value !== null) goOn(row, column);
  };
  const turnNature = ({ edits, rating }: GridRow) =>
    edits.setNature(rating?.nature === 'actual' ? 'potential' : 'actual');
  const onKeyDown = useCommands(
    { ...answerCommands, ...gridCommands },
    {
      'rating.answer': inCell(
        (row, column, event) => answer(row, column, Point.parse(digitOf(event))),
        canAnswer,
      ),
      'rating.abstain': inCell((row, column) => answer(row, column, 'abstain'), canAnswer),
      'rating.withdraw': inCell((row, column) => answer(row, column, null), canAnswer),
      'grid.move': moveBy(1, 1),
      'grid.edge': moveBy(rows.length, GRID_COLUMNS.length),
      'grid.rowEnd': moveBy(0, GRID_COLUMNS.length),
      'grid.corner': inCell((row, column, event) => {
        const { across } = directionOf(event);
        move({ row: row.id, column }, across * rows.length, across * GRID_COLUMNS.length);
      }),
      'grid.page': moveBy(PAGE, 0),
      'grid.nature': inCell(turnNature, (row) => !row.disabled),
      'grid.natureHere': inCell(turnNature, (row, column) => !row.disabled && column === 'nature'),
      'grid.open': inCell(
        ({ id }) => onOpen?.(id),
        () => onOpen !== undefined,
      ),
    },
  );

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

/** The cell that an event happened in; null = elsewhere in the table. */
function cellAt(
  rows: readonly GridRow[],
  target: EventTarget | null,
): { readonly row: GridRow; readonly column: GridColumn } | null {
  if (!(target instanceof HTMLElement) || target.role !== 'gridcell') return null;
  const row = rows.find(({ id }) => id === target.dataset.row);
  const column = GRID_COLUMNS.find((one) => one === target.dataset.column);
  return row && column ? { row, column } : null;
}

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
