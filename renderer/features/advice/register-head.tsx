import { type PointerEvent, useRef } from 'react';
import type { AdviceColumn } from '#shared/retrieval/advice-sheet.ts';
import { useCommands } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { RowTableHead } from '../../ui/row-table.tsx';
import { widthOf } from './columns.ts';
import { edgeCommands } from './commands.ts';
import classes from './register.module.css';
import { LEAST_WIDTH, type Look } from './use-look.ts';

/** How far an arrow moves the edge of a column, in CSS pixels. */
const STEP = 16;

export interface RegisterHeadProps {
  readonly look: Look;
  readonly columns: readonly AdviceColumn[];
  readonly onLook: (change: Partial<Look>) => void;
  /** How much of what is shown is chosen. */
  readonly chosen: 'none' | 'some' | 'all';
  readonly onAll: (on: boolean) => void;
}

/** The heads of the register: each sorts, and its edge makes the column wider or narrower. */
export function RegisterHead({ look, columns, onLook, chosen, onAll }: RegisterHeadProps) {
  const { t } = useSpeech();
  const resize = (column: AdviceColumn, width: number | null) => {
    const { [column]: _, ...rest } = look.widths;
    onLook({
      widths: width === null ? rest : { ...rest, [column]: Math.max(LEAST_WIDTH, Math.round(width)) },
    });
  };
  return (
    <RowTableHead
      columns={columns.map((id) => ({
        id,
        label: t(`advice.column.${id}`),
        edge: (
          <Edge
            label={t('advice.columnWidth', { column: t(`advice.column.${id}`) })}
            width={widthOf(id, look)}
            onResize={(width) => resize(id, width)}
          />
        ),
      }))}
      sort={look.sort}
      onSort={(sort) => onLook({ sort })}
      chosen={chosen}
      chooseLabel={t('advice.tickAll')}
      onAll={onAll}
    />
  );
}

interface EdgeProps {
  readonly label: string;
  readonly width: number;
  /** Null = as wide as usual. */
  readonly onResize: (width: number | null) => void;
}

/** The edge of a column: dragged, moved by arrows, and put back by a double click. */
function Edge({ label, width, onResize }: EdgeProps) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const onKeyDown = useCommands(edgeCommands, {
    'advice.wider': () => onResize(width + STEP),
    'advice.narrower': () => onResize(width - STEP),
    'advice.usualWidth': () => onResize(null),
  });
  const begin = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    // As it is drawn: a column can be wider than it was made, where there is room left.
    const drawn = event.currentTarget.parentElement?.getBoundingClientRect().width ?? width;
    drag.current = { x: event.clientX, width: drawn };
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an edge that can be moved is no rule between two texts
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={LEAST_WIDTH}
      tabIndex={0}
      className={classes.edge}
      onKeyDown={onKeyDown}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (drag.current) onResize(drag.current.width + event.clientX - drag.current.x);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onDoubleClick={() => onResize(null)}
    />
  );
}
