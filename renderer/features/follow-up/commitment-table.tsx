import { Badge, Table, Text } from '@mantine/core';
import { StatusField } from '../../dialogs/commitments/status-field.tsx';
import { useCommitmentActs } from '../../dialogs/commitments/use-commitment-acts.ts';
import { type ColumnSort, directionOf, nextSort } from '../../ui/column-sort.ts';
import { DueDate } from '../../ui/due-date.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import { SortButton } from '../../ui/sort-button.tsx';
import classes from './follow-up.module.css';
import { COLUMNS, type CommitmentColumn, type CommitmentRow } from './use-commitment-rows.ts';

/** Pixels; the commitment itself takes what is left. */
const WIDTHS: Readonly<Record<CommitmentColumn, number | undefined>> = {
  text: undefined,
  owner: 140,
  due: 112,
  status: 132,
  told: 104,
  dialogue: 150,
  theme: 130,
};

interface CommitmentTableProps {
  readonly rows: readonly CommitmentRow[];
  readonly sort: ColumnSort<CommitmentColumn>;
  readonly onSort: (sort: ColumnSort<CommitmentColumn>) => void;
}

/** Commitments as a table: its heads sort, a commitment opens beside it, its status is chosen in place. */
export function CommitmentTable({ rows, sort, onSort }: CommitmentTableProps) {
  const { t } = useSpeech();
  return (
    <div className={classes.frame}>
      <Table
        aria-label={t('followUp.tab.commitments')}
        verticalSpacing="xs"
        highlightOnHover
        layout="fixed"
        miw={940}
        data-testid="commitments"
      >
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th
                key={column}
                {...(WIDTHS[column] ? { w: WIDTHS[column] } : {})}
                aria-sort={directionOf(sort, column) ?? 'none'}
              >
                <SortButton
                  label={t(`followUp.column.${column}`)}
                  direction={directionOf(sort, column)}
                  onClick={() => onSort(nextSort(sort, column))}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.commitment.id} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ row }: { row: CommitmentRow }) {
  const { t, local } = useSpeech();
  const { setStatus } = useCommitmentActs();
  const { commitment, dialogue, themes, due, told } = row;
  return (
    <Table.Tr data-testid="commitment-row">
      <Table.Td>
        <PlaceLink to={links.commitment(commitment.id)} fz="sm" fw={500}>
          {commitment.text}
        </PlaceLink>
      </Table.Td>
      <Table.Td fz="sm">{commitment.owner}</Table.Td>
      <Table.Td>
        <DueDate due={commitment.due} state={due} />
      </Table.Td>
      <Table.Td>
        <StatusField
          bare
          commitment={commitment}
          onChange={(status, why) => setStatus(commitment, status, why)}
        />
      </Table.Td>
      <Table.Td>
        <Badge size="sm" variant={told ? 'light' : 'default'}>
          {t(told ? 'followUp.told.yes' : 'followUp.told.no')}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Text size="xs" lineClamp={2} title={dialogue?.title}>
          {dialogue?.title}
        </Text>
      </Table.Td>
      <Table.Td fz="xs">{themes.map(({ name }) => local(name)).join(t('retrieval.separator'))}</Table.Td>
    </Table.Tr>
  );
}
