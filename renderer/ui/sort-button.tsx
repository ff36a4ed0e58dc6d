import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { SortDirection } from './column-sort.ts';

const SIGNS = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

interface SortButtonProps {
  readonly label: string;
  readonly direction: SortDirection;
  readonly className: string | undefined;
  readonly onClick: () => void;
}

/** The head of a column that sorts; its cell says the direction, too (`aria-sort`). */
export function SortButton({ label, direction, className, onClick }: SortButtonProps) {
  const Sign = SIGNS[direction ?? 'none'];
  return (
    <UnstyledButton
      className={className ?? ''}
      data-sorted={direction !== null || undefined}
      onClick={onClick}
    >
      {label}
      <Sign size={13} aria-hidden />
    </UnstyledButton>
  );
}
