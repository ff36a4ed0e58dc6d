import { Badge, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
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

/** In a narrow window they stand below the commitment, in its own column. */
const BELOW: readonly CommitmentColumn[] = ['dialogue', 'theme'];
const WIDE = '(min-width: 75em)';

interface CommitmentTableProps {
  readonly rows: readonly CommitmentRow[];
  readonly sort: ColumnSort<CommitmentColumn>;
  readonly onSort: (sort: ColumnSort<CommitmentColumn>) => void;
}

/** Commitments as a table: its heads sort, a commitment opens beside it, its status is chosen in place. */
export function CommitmentTable({ rows, sort, onSort }: CommitmentTableProps) {
  const { t } = useSpeech();
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  const columns = wide ? COLUMNS : COLUMNS.filter((column) => !BELOW.includes(column));
  return (
    <div className={classes.frame}>
      <Table
        aria-label={t('followUp.tab.commitments')}
        verticalSpacing="xs"
        highlightOnHover
        layout="fixed"
        miw={wide ? 940 : 660}
        data-testid="commitments"
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
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
            <Row key={row.commitment.id} row={row} wide={wide} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ row, wide }: { row: CommitmentRow; wide: boolean }) {
  const { t, local } = useSpeech();
  const { setStatus } = useCommitmentActs();
  const { commitment, dialogue, themes, due, told } = row;
  const themeNames = themes.map(({ name }) => local(name)).join(t('retrieval.separator'));
  return (
    <Table.Tr data-testid="commitment-row">
      <Table.Td>
        <PlaceLink to={links.commitment(commitment.id)} fz="sm" fw={500}>
          {commitment.text}
        </PlaceLink>
        {!wide && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {[dialogue?.title, themeNames].filter(Boolean).join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td fz="sm">{commitment.owner}</Table.Td>
      <Table.Td>
        <DueDate due={commitment.due} state={due} />
      </Table.Td>
      <Table.Td>
        <StatusField
          bare
          commitment={commitment}
          onChange={(...chosen) => setStatus(commitment, ...chosen)}
        />
      </Table.Td>
      <Table.Td>
        <Badge size="sm" variant={told ? 'light' : 'default'}>
          {t(told ? 'followUp.told.yes' : 'followUp.told.no')}
        </Badge>
      </Table.Td>
      {wide && (
        <>
          <Table.Td>
            <Text size="xs" lineClamp={2} title={dialogue?.title}>
              {dialogue?.title}
            </Text>
          </Table.Td>
          <Table.Td fz="xs">{themeNames}</Table.Td>
        </>
      )}
    </Table.Tr>
  );
}
