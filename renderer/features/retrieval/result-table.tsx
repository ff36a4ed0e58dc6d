import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Find } from '#shared/retrieval/find.ts';
import type { SheetSort } from '#shared/retrieval/retriever.ts';
import { SHEET_COLUMNS, type SheetColumn, sheetCell } from '#shared/retrieval/sheet.ts';
import type { RetrievalWords } from '#shared/retrieval/words.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { AttributionBadge } from '../../ui/attribution-badge.tsx';
import { directionOf, nextSort } from '../../ui/column-sort.ts';
import { placeOfMenu } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { go, links } from '../../ui/links.ts';
import { SortButton } from '../../ui/sort-button.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import { useCopy } from './copy.ts';
import classes from './retrieval.module.css';
import { retrievalClient } from './service.ts';
import { useFindActs } from './use-find-acts.tsx';
import { type Answered, type Retrieval, useFinds } from './use-retrieval.ts';

/** Rows are all of one height, so that any number of them scrolls; the list shows the words in full. */
const ROW = 58;

/** The words found as a table: a heading sorts, a row opens its place. */
export function ResultTable({
  answered,
  retrieval: { words },
  sort,
  onSort,
}: {
  answered: Answered;
  retrieval: Retrieval;
  sort: SheetSort | null;
  onSort: (sort: SheetSort | null) => void;
}) {
  const { t } = useSpeech();
  const copy = useCopy();
  const attempt = useAttempt();
  const { request } = answered;
  const finds = useFinds(answered);
  const several = answered.answer.authors > 1;
  const columns = SHEET_COLUMNS.filter((column) => column !== 'coders' || several);
  const { ask, dialog } = useLeakDialog();
  const acts = useFindActs();
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useRowsInView({
    count: finds.count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const drawn = virtualizer.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => finds.want(first, last + 1), [finds, first, last]);

  return (
    <>
      <Group justify="flex-end" mb="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={14} />}
          onClick={() =>
            void attempt(async () => {
              const client = retrievalClient();
              const first = await client?.sheet(request);
              const choices = first && (await ask(first.leaks));
              if (!client || !choices) return;
              const { text, rows, leftOut } = await client.sheet(request, choices);
              copy(async () => text, t('retrieval.copied', { count: rows, leftOut }));
            })
          }
        >
          {t('retrieval.copy')}
        </Button>
      </Group>
      {dialog}
      {acts.dialogs}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={frame} className={classes.tableFrame} tabIndex={0}>
        <table className={classes.table} aria-rowcount={finds.count + 1} data-testid="find-table">
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => {
                const direction = directionOf(sort, column);
                return (
                  <th key={column} scope="col" data-column={column} aria-sort={direction ?? 'none'}>
                    <SortButton
                      label={t(`retrieval.column.${column}`)}
                      direction={direction}
                      className={classes.sort}
                      onClick={() => onSort(nextSort(sort, column))}
                    />
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr aria-hidden style={{ height: before }} />}
            {drawn.map(({ index, key }) => {
              const find = finds.at(index);
              if (!find) return <tr key={key} aria-rowindex={index + 2} style={{ height: ROW }} />;
              const open = () => go(links.passage(find.dialogue.id, find.turn.id, find.id));
              return (
                <tr
                  key={key}
                  aria-rowindex={index + 2}
                  className={classes.row}
                  onClick={open}
                  onContextMenu={(event) => acts.menu(find, placeOfMenu(event))}
                >
                  {columns.map((column) => (
                    <td key={column} lang={column === 'quote' ? find.dialogue.language : undefined}>
                      <Cell find={find} column={column} words={words} onOpen={open} />
                    </td>
                  ))}
                </tr>
              );
            })}
            {after > 0 && <tr aria-hidden style={{ height: after }} />}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({
  find,
  column,
  words,
  onOpen,
}: {
  find: Find;
  column: SheetColumn;
  words: RetrievalWords;
  onOpen: () => void;
}) {
  if (column === 'who' && find.attribution.policy === 'off-record')
    return <AttributionBadge attribution={find.attribution} />;
  const text = sheetCell(find, column, words);
  if (column === 'quote')
    return (
      <UnstyledButton
        className={classes.quoteCell}
        onClick={(event) => {
          event.stopPropagation();
          onOpen();
        }}
      >
        {text}
      </UnstyledButton>
    );
  return (
    <Text size="xs" lineClamp={2} title={text}>
      {text}
    </Text>
  );
}
