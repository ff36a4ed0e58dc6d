import { Menu } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconInfoCircle,
  IconPencil,
  IconRowRemove,
  IconTrash,
} from '@tabler/icons-react';
import { ContextMenu, type MenuPlace } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import type { FigureActs } from './use-figure-acts.tsx';

export interface CellMenuProps {
  readonly cells: readonly CellKey[];
  readonly at: MenuPlace;
  readonly acts: FigureActs;
  readonly onDetails: (cell: CellKey) => void;
  readonly onIndicator: (cell: CellKey) => void;
  readonly onRemoveRows: (rows: readonly string[]) => void;
  readonly onClose: () => void;
}

/** What can be done with the cells that are chosen. */
export function CellMenu({ cells, at, acts, onDetails, onIndicator, onRemoveRows, onClose }: CellMenuProps) {
  const { t } = useSpeech();
  const [first] = cells;
  const rows = [...new Set(cells.map(({ row }) => row))];
  const below = cells.filter((cell) => cell.row !== first?.row);
  return (
    <ContextMenu at={at} onClose={onClose} testId="figure-menu">
      {first && (
        <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={() => onDetails(first)}>
          {t('figureGrid.menu.details')}
        </Menu.Item>
      )}
      {first && (
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onIndicator(first)}>
          {t('figureIndicator.edit')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconArrowBarToDown size={16} />}
        disabled={below.length === 0}
        onClick={() =>
          acts.fill(below.map((to) => ({ from: { row: first?.row ?? '', column: to.column }, to })))
        }
      >
        {t('figureGrid.menu.fillDown')}
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => acts.clear(cells)}>
        {t('figureGrid.menu.remove')}
      </Menu.Item>
      <Menu.Item leftSection={<IconRowRemove size={16} />} onClick={() => onRemoveRows(rows)}>
        {t('figureGrid.menu.removeRows', { count: rows.length })}
      </Menu.Item>
    </ContextMenu>
  );
}
