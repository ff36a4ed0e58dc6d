import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { SortDirection } from './column-sort.ts';
import classes from './sort-button.module.css';

const SIGNS = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

interface SortButtonProps {
  readonly label: string;
  readonly direction: SortDirection;
  /** Small and grey until it sorts, as in a dense table. */
  readonly quiet?: boolean;
  /** Absent = that of all tables. */
  readonly className?: string | undefined;
  readonly onClick: () => void;
}

/** The head of a column that sorts; its cell says the direction, too (`aria-sort`). */
export function SortButton({ label, direction, quiet = false, className, onClick }: SortButtonProps) {
  const Sign = SIGNS[direction ?? 'none'];
  return (
    <UnstyledButton
      className={className ?? (quiet ? classes.quiet : classes.plain) ?? ''}
      data-sorted={direction !== null || undefined}
      onClick={onClick}
    >
      {label}
      <Sign size={13} aria-hidden />
    </UnstyledButton>
  );
}
