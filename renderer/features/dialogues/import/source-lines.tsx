import { Text, VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { LINE_ROLES, type SourceLine } from '#shared/transcript/result.ts';
import { useCommands } from '../../../ui/commands.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useRowsInView } from '../../../ui/use-rows-in-view.ts';
import { sourceCommands } from './commands.ts';
import type { LineRange } from './place.ts';
import classes from './source-lines.module.css';

export interface SourceLinesProps {
  readonly lines: readonly SourceLine[];
  /** Lines, by their numbers, at which something is in doubt. */
  readonly marked: ReadonlySet<number>;
  /** The lines that are looked at. */
  readonly selected: LineRange | null;
  /** The lines of what the pointer is on. */
  readonly pointed?: LineRange | null;
  /** Where to scroll; each new object scrolls once more. */
  readonly scrollTo?: LineRange | null;
  readonly onSelectLine: (line: SourceLine) => void;
  /** What is drawn of a line's words; absent = the words. */
  readonly wordsOf?: (line: SourceLine) => ReactNode;
}

/** The file line by line as it was read, with what each line was taken for. */
export const SourceLines = memo(function SourceLines(props: SourceLinesProps) {
  const { lines, marked, selected, pointed = null, scrollTo = null, onSelectLine, wordsOf } = props;
  const { t } = useSpeech();
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useRowsInView({
    count: lines.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => 22,
    getItemKey: (index) => lines[index]?.number ?? index,
    overscan: 20,
  });
  useEffect(() => {
    if (!scrollTo) return;
    const index = indexOfLine(lines, scrollTo.from);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' });
  }, [scrollTo, lines, virtualizer]);
  const walk = (by: 1 | -1) => {
    const at = selected ? indexOfLine(lines, by < 0 ? selected.from : selected.to) + by : 0;
    const next = lines[Math.max(0, Math.min(lines.length - 1, at))];
    if (!next) return;
    onSelectLine(next);
    virtualizer.scrollToIndex(lines.indexOf(next), { align: 'auto' });
  };
  const onKeyDown = useCommands(sourceCommands, {
    'import.source.up': () => walk(-1),
    'import.source.down': () => walk(1),
  });
  return (
    <div className={classes.pane} data-testid="import-source">
      <RoleLegend lines={lines} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys walk through the lines below */}
      <div
        ref={scrollRef}
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <ol
          className={classes.track}
          aria-label={t('import.source')}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            if (!line) return null;
            const { number, role } = line;
            const within = (range: LineRange | null) =>
              range !== null && range.from <= number && number <= range.to ? '' : undefined;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys choose lines
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-line={number}
                data-role={role}
                data-selected={within(selected)}
                data-pointed={within(pointed)}
                data-marked={marked.has(number) ? '' : undefined}
                aria-current={within(selected) === '' ? 'true' : undefined}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                className={classes.line}
                style={{ transform: `translateY(${start}px)` }}
                title={t(`import.source.role.${role}`)}
                onClick={() => onSelectLine(line)}
              >
                <span className={classes.number}>{number}</span>
                <span className={classes.words}>
                  <VisuallyHidden>
                    {t(`import.source.role.${role}`)}
                    {marked.has(number) && ` (${t('import.source.inDoubt')})`}:{' '}
                  </VisuallyHidden>
                  {wordsOf ? wordsOf(line) : line.text}
                </span>
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
});

/** What the colours mean, as far as they occur. */
function RoleLegend({ lines }: Pick<SourceLinesProps, 'lines'>) {
  const { t } = useSpeech();
  const roles = useMemo(() => {
    const there = new Set(lines.map(({ role }) => role));
    return LINE_ROLES.filter((role) => there.has(role));
  }, [lines]);
  return (
    <div className={classes.legend} aria-hidden>
      {roles.map((role) => (
        <Text key={role} span size="xs" c="dimmed" className={classes.role} data-role={role}>
          {t(`import.source.role.${role}`)}
        </Text>
      ))}
    </div>
  );
}

/** Index of a line, or of the first after it where blank lines were left out; -1 beyond the last. */
function indexOfLine(lines: readonly SourceLine[], number: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low < lines.length ? low : -1;
}
