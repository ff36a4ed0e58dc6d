import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp, IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Find } from '#shared/retrieval/find.ts';
import { SHEET_COLUMNS, type SheetColumn, sheetCell, toldSheet } from '#shared/retrieval/sheet.ts';
import type { RetrievalWords } from '#shared/retrieval/words.ts';
import { AttributionBadge } from '../../ui/attribution-badge.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { go, links } from '../../ui/links.ts';
import { useCopy } from './copy.ts';
import classes from './retrieval.module.css';
import type { Retrieval } from './use-retrieval.ts';

/** Rows are all of one height, so that any number of them scrolls; the list shows the words in full. */
const ROW = 58;

/** The words found as a table: a heading sorts, a row opens its place. */
export function ResultTable({ finds, retrieval }: { finds: readonly Find[]; retrieval: Retrieval }) {
  const { t, language } = useSpeech();
  const copy = useCopy();
  const several = new Set(finds.flatMap(({ coders }) => coders)).size > 1;
  const columns = SHEET_COLUMNS.filter((column) => column !== 'coders' || several);
  const [sort, setSort] = useState<{ column: SheetColumn; down: boolean } | null>(null);
  const { words, discretion } = retrieval;
  const { ask, dialog } = useLeakDialog();
  const sorted = useMemo(() => {
    if (!sort) return finds;
    const collator = new Intl.Collator(language, { numeric: true });
    const { column, down } = sort;
    const keyed = finds.map((find) => ({ find, key: sheetCell(find, column, words) }));
    // Sorting is stable: what is equal stays in the order heard.
    keyed.sort((a, b) => collator.compare(a.key, b.key) * (down ? -1 : 1));
    return keyed.map(({ find }) => find);
  }, [finds, sort, words, language]);
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const drawn = virtualizer.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);

  return (
    <>
      <Group justify="flex-end" mb="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={14} />}
          onClick={async () => {
            const choices = await ask(toldSheet(sorted, words, discretion).leaks);
            if (choices === null) return;
            const { text, rows, leftOut } = toldSheet(sorted, words, discretion, choices);
            copy(text, t('retrieval.copied', { count: rows, leftOut }));
          }}
        >
          {t('retrieval.copy')}
        </Button>
      </Group>
      {dialog}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={frame} className={classes.tableFrame} tabIndex={0}>
        <table className={classes.table} aria-rowcount={sorted.length + 1} data-testid="find-table">
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => {
                const own = sort?.column === column ? sort : null;
                const Sign = own ? (own.down ? IconArrowDown : IconArrowUp) : IconArrowsSort;
                return (
                  <th
                    key={column}
                    scope="col"
                    data-column={column}
                    aria-sort={own ? (own.down ? 'descending' : 'ascending') : 'none'}
                  >
                    <UnstyledButton
                      className={classes.sort}
                      data-sorted={own !== null || undefined}
                      onClick={() =>
                        setSort(own ? (own.down ? null : { column, down: true }) : { column, down: false })
                      }
                    >
                      {t(`retrieval.column.${column}`)}
                      <Sign size={13} aria-hidden />
                    </UnstyledButton>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr aria-hidden style={{ height: before }} />}
            {drawn.map(({ index, key }) => {
              const find = sorted[index];
              if (!find) return null;
              const open = () => go(links.passage(find.dialogue.id, find.turn.id, find.id));
              return (
                <tr key={key} aria-rowindex={index + 2} className={classes.row} onClick={open}>
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
