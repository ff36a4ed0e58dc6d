import { Table, UnstyledButton } from '@mantine/core';
import type { PictureTable } from '#shared/chart/picture.ts';
import type { Id } from '#shared/model/basics.ts';
import classes from './matrix.module.css';

interface PlainTableProps {
  readonly table: PictureTable;
  /** Spoken name of the table. */
  readonly label: string;
  readonly selected: Id | null;
  readonly onOpen: (id: Id) => void;
}

/** What a picture says, row by row; the first cell of a row opens what it is about. */
export function PlainTable({ table, label, selected, onOpen }: PlainTableProps) {
  return (
    <Table
      verticalSpacing={5}
      fz="sm"
      highlightOnHover
      stickyHeader
      aria-label={label}
      data-testid="picture-table"
    >
      <Table.Thead>
        <Table.Tr>
          {table.columns.map((column) => (
            <Table.Th key={column}>{column}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {table.rows.map(({ id, cells: [first, ...cells] }) => (
          <Table.Tr key={id} data-selected={id === selected || undefined} className={classes.row}>
            <Table.Th scope="row" fw={400}>
              <UnstyledButton className={classes.link} fz="sm" onClick={() => onOpen(id)}>
                {first}
              </UnstyledButton>
            </Table.Th>
            {cells.map((cell, index) => (
              <Table.Td key={table.columns[index + 1]} className={classes.figure}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
