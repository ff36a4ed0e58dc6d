import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { AdviceWords } from '#shared/retrieval/advice-sheet.ts';
import { type MenuPlace, underEdge } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { RowTable, TableRow, TICK_WIDTH } from '../../ui/row-table.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import { drawnWidthOf, widthOf } from './columns.ts';
import type { RegisterGroup } from './order.ts';
import classes from './register.module.css';
import { Cell } from './register-cell.tsx';
import { RegisterHead } from './register-head.tsx';
import type { Look } from './use-look.ts';
import type { Register, RegisterRow } from './use-register.ts';

/** From how many lines on only those in view are drawn; fewer are all found by find-in-page. */
const LONG = 200;
const ROW = 58;

export interface RegisterTableProps {
  readonly register: Register;
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
  readonly words: AdviceWords;
  readonly issueOf: ReadonlyMap<Id, Issue>;
  /** The row that the keys act on, the one that is open beside the list, and those that are chosen. */
  readonly active: Id | null;
  readonly open: Id | null;
  readonly chosen: ReadonlySet<Id>;
  readonly onClick: (row: RegisterRow, event: MouseEvent) => void;
  readonly onTick: (id: Id, range: boolean) => void;
  readonly onAll: (on: boolean) => void;
  readonly onMenu: (id: Id, at: MenuPlace) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly headingOf: (group: RegisterGroup<RegisterRow>) => string;
  readonly handle: Ref<RegisterHandle>;
}

export interface RegisterHandle {
  readonly focus: () => void;
  /** Where a menu of the active row stands; null = it is not drawn. */
  readonly placeOf: (id: Id) => MenuPlace | null;
}

type Line =
  | { readonly kind: 'group'; readonly group: RegisterGroup<RegisterRow> }
  | { readonly kind: 'row'; readonly row: RegisterRow };

const rowId = (id: Id) => `advice-row-${id}`;

/** The register as a table that is walked by keys; the focus stays on the table. */
export function RegisterTable(props: RegisterTableProps) {
  const { register, look, active, chosen } = props;
  const { t } = useSpeech();
  const { columns, groups, rows } = register;
  const lines = groups.flatMap((group): Line[] => [
    ...(look.form === 'list' ? [] : [{ kind: 'group', group } as const]),
    ...group.rows.map((row) => ({ kind: 'row', row }) as const),
  ]);
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const short = lines.length <= LONG;
  const virtualizer = useRowsInView({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    getItemKey: (index) => keyOf(lines[index]),
    overscan: 10,
    // Under the heads, which stay.
    scrollPaddingStart: 40,
    rangeExtractor: (range) =>
      short ? Array.from(lines, (_, index) => index) : defaultRangeExtractor(range),
  });
  const at = lines.findIndex((line) => line.kind === 'row' && line.row.advice.id === active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where another row is active
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [active]);
  useImperativeHandle(props.handle, () => ({
    focus: () => table.current?.focus(),
    placeOf: (id) => {
      const row = document.getElementById(rowId(id));
      return row && underEdge(row);
    },
  }));

  const least = columns.reduce((sum, column) => sum + widthOf(column, look), TICK_WIDTH);
  const ticked = rows.filter(({ advice }) => chosen.has(advice.id)).length;
  return (
    <RowTable
      label={t('advice.title')}
      testId="register"
      className={classes.table}
      frame={frame}
      table={table}
      virtualizer={virtualizer}
      count={lines.length}
      widths={columns.map((column) => drawnWidthOf(column, look, least))}
      minWidth={least}
      activeId={at >= 0 && active ? rowId(active) : undefined}
      onKeyDown={props.onKeyDown}
      head={
        <RegisterHead
          look={look}
          columns={columns}
          onLook={props.onLook}
          chosen={ticked === 0 ? 'none' : ticked === rows.length ? 'all' : 'some'}
          onAll={props.onAll}
        />
      }
      line={(index, key) => {
        const line = lines[index];
        if (!line) return null;
        return line.kind === 'group' ? (
          <tr
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-rowindex={index + 2}
            className={classes.group}
            data-testid="advice-group"
          >
            <th colSpan={columns.length + 1} scope="rowgroup">
              {props.headingOf(line.group)}
            </th>
          </tr>
        ) : (
          <Row key={key} {...props} row={line.row} index={index} measure={virtualizer.measureElement} />
        );
      }}
    />
  );
}

function keyOf(line: Line | undefined): string {
  return line?.kind === 'row' ? line.row.advice.id : `group-${line?.group.key}`;
}

interface RowProps extends RegisterTableProps {
  readonly row: RegisterRow;
  readonly index: number;
  readonly measure: (element: HTMLElement | null) => void;
}

function Row({ row, index, measure, ...props }: RowProps) {
  const { t } = useSpeech();
  const { id } = row.advice;
  const { columns } = props.register;
  const apart = { kind: columns.includes('kind'), response: columns.includes('response') };
  return (
    <TableRow
      id={rowId(id)}
      ref={measure}
      index={index}
      testId="advice-row"
      isActive={id === props.active}
      isOpen={id === props.open}
      isChosen={props.chosen.has(id)}
      chooseLabel={t('advice.tick')}
      onClick={(event) => props.onClick(row, event)}
      onTick={(range) => props.onTick(id, range)}
      onMenu={(at) => props.onMenu(id, at)}
    >
      {columns.map((column) => (
        <td key={column} data-column={column}>
          <Cell row={row} column={column} words={props.words} issueOf={props.issueOf} apart={apart} />
        </td>
      ))}
    </TableRow>
  );
}
