import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { scaleSqrt } from 'd3';
import { type KeyboardEvent, useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { PassageQuery } from '#shared/model/view.ts';
import {
  type CrossTable,
  issuesByDialogue,
  issuesBySpeaker,
  issuesTogether,
  narrowed,
} from '#shared/retrieval/cross.ts';
import { toldCross } from '#shared/retrieval/sheet.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { NearSelect } from './builder.tsx';
import { useCopy } from './copy.ts';
import classes from './retrieval.module.css';
import type { Ask } from './use-query.ts';
import type { Retrieval } from './use-retrieval.ts';

export type CrossForm = 'issues' | 'speakers' | 'dialogues';

export interface CrossViewProps {
  readonly form: CrossForm;
  readonly query: PassageQuery;
  readonly retrieval: Retrieval;
  readonly onAsk: Ask;
}

const TABLES: Readonly<Record<CrossForm, (index: Retrieval['index'], query: PassageQuery) => CrossTable>> = {
  issues: issuesTogether,
  speakers: issuesBySpeaker,
  dialogues: issuesByDialogue,
};

/** Deepest tint of a cell, as a share of the full colour: words on it keep 4.5 : 1 on either ground. */
const DEEPEST = 0.5;

/** How often issues come up together, or with a speaker or dialogue; every figure opens the passages behind it. */
export function CrossView({ form, query, retrieval, onAsk }: CrossViewProps) {
  const { t } = useSpeech();
  const copy = useCopy();
  const { index, tables, words } = retrieval;
  const table = useMemo(() => TABLES[form](index, query), [form, index, query]);
  const tint = scaleSqrt([0, Math.max(table.highest, 1)], [0, DEEPEST]).clamp(true);
  const columnName = form === 'issues' ? words.issue : form === 'speakers' ? words.speaker : words.dialogue;
  const unit = form === 'issues' ? query.near : 'words';

  const asking = (row: Id, column: Id): PassageQuery => {
    if (form === 'issues') return narrowed(query, [row, column]);
    const one = narrowed(query, [row]);
    return form === 'speakers' ? { ...one, speakerIds: [column] } : { ...one, dialogueIds: [column] };
  };
  const open = (next: PassageQuery) => onAsk({ query: next, form: 'list' });

  return (
    <>
      <Group justify="space-between" mb="xs" gap="sm">
        <Group gap="xs">
          {form === 'issues' && (
            <NearSelect value={query.near} onChange={(near) => onAsk({ query: { ...query, near } })} />
          )}
          <Text size="xs" c="dimmed">
            {t(`retrieval.cross.${form}`, { unit })}
          </Text>
        </Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={14} />}
          onClick={() => copy(toldCross(form, tables, query, words), t('retrieval.cross.copied'))}
        >
          {t('retrieval.copy')}
        </Button>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={classes.crossFrame} tabIndex={0}>
        <table className={classes.cross} onKeyDown={moveBetweenCells} data-testid="cross-table">
          <caption className={classes.hidden}>{t(`retrieval.cross.${form}`, { unit })}</caption>
          <thead>
            <tr>
              <td />
              {table.columns.map((column) => (
                <th key={column} scope="col" className={classes.columnHead}>
                  <span title={columnName(column)}>
                    {form === 'issues' && <Mark id={column} retrieval={retrieval} />}
                    <span className={classes.columnName}>{columnName(column)}</span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, rowAt) => (
              <tr key={row}>
                <th scope="row" className={classes.rowHead}>
                  <UnstyledButton
                    className={classes.rowName}
                    title={words.issue(row)}
                    onClick={() => open(narrowed(query, [row]))}
                  >
                    <Mark id={row} retrieval={retrieval} />
                    <span>{words.issue(row)}</span>
                  </UnstyledButton>
                </th>
                {table.columns.map((column, columnAt) => {
                  const count = table.count(row, column);
                  const own = form === 'issues' && row === column;
                  return (
                    <td key={column} data-own={own || undefined}>
                      {count > 0 ? (
                        <UnstyledButton
                          className={classes.cell}
                          data-row={rowAt}
                          data-column={columnAt}
                          data-own={own || undefined}
                          aria-label={t(own ? 'retrieval.cross.own' : 'retrieval.cross.cell', {
                            row: words.issue(row),
                            column: columnName(column),
                            count,
                            unit,
                          })}
                          style={
                            own
                              ? undefined
                              : {
                                  backgroundColor: `color-mix(in srgb, var(--mantine-primary-color-filled) ${Math.round(tint(count) * 100)}%, transparent)`,
                                }
                          }
                          onClick={() => open(asking(row, column))}
                        >
                          {count}
                        </UnstyledButton>
                      ) : (
                        <span className={classes.none}>·</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Mark({ id, retrieval }: { id: Id; retrieval: Retrieval }) {
  const issue = retrieval.index.issues.get(id);
  return issue ? <CategoryMark category={issue.category} /> : null;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go from figure to figure, over what is empty. */
function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
  if (!step || !from) return;
  event.preventDefault();
  const at = (cell: HTMLElement) => [Number(cell.dataset.row), Number(cell.dataset.column)] as const;
  const [row, column] = at(from);
  const [rows, columns] = step;
  const ahead = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-row]')]
    .map((cell) => {
      const [toRow, toColumn] = at(cell);
      return { cell, along: (toRow - row) * rows + (toColumn - column) * columns, toRow, toColumn };
    })
    .filter(({ along, toRow, toColumn }) => along > 0 && (rows !== 0 ? toColumn === column : toRow === row))
    .sort((a, b) => a.along - b.along);
  ahead[0]?.cell.focus();
}
