import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import { z } from 'zod';
import type { MatrixInput } from '#shared/chart/matrix.ts';
import {
  columnLabel,
  MATRIX_COLUMNS,
  type MatrixColumnId,
  matrixRows,
  sortRows,
} from '#shared/chart/matrix-table.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { useKept } from '../../store/index.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { RatingBadges } from '../../ui/rating-badges.tsx';
import classes from './matrix.module.css';

interface MatrixTableProps {
  readonly input: MatrixInput;
  readonly visible: ReadonlySet<string> | null;
  readonly selected: Id | null;
  readonly onOpen: (issueId: IdOf<'issues'>) => void;
}

/** Columns of words stand at the left, figures in the middle. */
const WORDS: readonly MatrixColumnId[] = ['issue', 'suggestion', 'badges'];
/** The category is the sign at the name. */
const SHOWN = MATRIX_COLUMNS.filter((id) => id !== 'category');

const Sort = z.object({ column: z.enum(MATRIX_COLUMNS), down: z.boolean() });
const BY_RANK: z.infer<typeof Sort> = { column: 'rank', down: false };

/** The matrix as a table: every figure of every issue, sorted by any of them. */
export function MatrixTable({ input, visible, selected, onOpen }: MatrixTableProps) {
  const { t, language } = useSpeech();
  const [sort, setSort] = useKept('matrix.sort', Sort, BY_RANK);
  const rows = useMemo(() => matrixRows(input.assessment, input.nameOf, t), [input, t]);
  const sorted = useMemo(
    () =>
      sortRows(rows, sort, language).filter(({ issue }) => visible === null || visible.has(issue.issueId)),
    [rows, sort, language, visible],
  );
  return (
    <div className={classes.room}>
      <Table
        verticalSpacing={5}
        horizontalSpacing={8}
        fz="sm"
        highlightOnHover
        stickyHeader
        className={classes.matrixTable}
        aria-label={t('matrix.table.label')}
        data-testid="matrix-table"
      >
        <Table.Thead>
          <Table.Tr>
            {SHOWN.map((id) => {
              const own = sort.column === id;
              const label = columnLabel(t, id);
              return (
                <Table.Th
                  key={id}
                  {...(WORDS.includes(id) ? {} : { ta: 'center' as const })}
                  {...(id === 'issue' ? { className: classes.pinned } : {})}
                  aria-sort={own ? (sort.down ? 'descending' : 'ascending') : 'none'}
                >
                  <UnstyledButton
                    className={classes.sort}
                    title={t('matrix.table.sort', { column: label })}
                    onClick={() => setSort({ column: id, down: own ? !sort.down : startsDown(id) })}
                  >
                    {label}
                    {own &&
                      (sort.down ? (
                        <IconChevronDown size={12} aria-hidden />
                      ) : (
                        <IconChevronUp size={12} aria-hidden />
                      ))}
                  </UnstyledButton>
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map(({ issue, cells }) => (
            <Table.Tr
              key={issue.issueId}
              data-selected={issue.issueId === selected || undefined}
              className={classes.row}
            >
              {SHOWN.map((id) =>
                id === 'issue' ? (
                  <Table.Th key={id} scope="row" fw={400} className={classes.pinned}>
                    <UnstyledButton className={classes.link} onClick={() => onOpen(issue.issueId)}>
                      <Group gap={8} wrap="nowrap">
                        <CategoryMark category={issue.category} title />
                        <span>{cells.issue.text}</span>
                      </Group>
                    </UnstyledButton>
                  </Table.Th>
                ) : (
                  <Table.Td
                    key={id}
                    className={classes.figure}
                    {...(WORDS.includes(id) ? {} : { ta: 'center' as const })}
                  >
                    {id === 'badges' ? (
                      <div className={classes.remarks}>
                        <RatingBadges badges={issue.badges} />
                      </div>
                    ) : (
                      cells[id].text
                    )}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What is looked for in a column of grades is their high end; places and names begin at the beginning. */
function startsDown(id: MatrixColumnId): boolean {
  return id !== 'rank' && id !== 'tier' && !WORDS.includes(id);
}
