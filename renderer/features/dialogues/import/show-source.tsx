import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { SourceLine } from '#shared/transcript/result.ts';
import { useCommands } from '../../../ui/commands.ts';
import { showCommands } from './commands.ts';
import classes from './show.module.css';
import {
  type Marking,
  marking,
  markNobody,
  markSpeaker,
  markWords,
  mayBeginWords,
  type Selection,
  walked,
  wordAt,
} from './show-marks.ts';
import { SourceLines } from './source-lines.tsx';

export interface ShowSourceProps {
  readonly lines: readonly SourceLine[];
  readonly marks: Marking;
  /** By line: the name that begins a turn there by what was marked so far. */
  readonly found: ReadonlyMap<number, string>;
  readonly onTake: () => void;
}

const NONE: ReadonlySet<number> = new Set();

/** The original, in which a person marks who speaks: with the mouse, or word by word with the arrow keys. */
export function ShowSource({ lines, marks, found, onTake }: ShowSourceProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { selection, shown, nobody } = marks;
  const texts = useMemo(() => new Map(lines.map((line) => [line.number, line])), [lines]);
  const line = selection ? texts.get(selection.line) : undefined;
  const select = (next: Selection | null) => marking.set({ ...marking.get(), selection: next });
  const walk = (by: 1 | -1, wider: boolean) => {
    if (selection && line) select(walked(selection, line.text, by, wider));
  };
  const onKeyDown = useCommands(showCommands, {
    'import.show.next': () => walk(1, false),
    'import.show.before': () => walk(-1, false),
    'import.show.wider': () => walk(1, true),
    'import.show.narrower': () => walk(-1, true),
    'import.show.speaker': () => line && marking.set(markSpeaker(marks, line.text)),
    'import.show.words': () =>
      selection && mayBeginWords(marks) && marking.set(markWords(marks, selection.line, selection.from)),
    'import.show.nobody': () => marking.set(markNobody(marks)),
    'import.show.take': onTake,
  });

  // The keys work at once.
  useEffect(() => ref.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), []);

  const wordsOf = useCallback(
    ({ number, text }: SourceLine) => {
      const one = shown.find((other) => other.line === number);
      const label = found.get(number);
      const at = label === undefined ? -1 : text.indexOf(label);
      const ranges: Range[] = [];
      if (one) ranges.push({ kind: 'name', from: one.nameFrom, to: one.nameTo });
      else if (at >= 0) ranges.push({ kind: 'found', from: at, to: at + (label?.length ?? 0) });
      if (one && one.wordsFrom !== null) ranges.push({ kind: 'words', from: one.wordsFrom, to: text.length });
      if (nobody.includes(number)) ranges.push({ kind: 'nobody', from: 0, to: text.length });
      if (selection?.line === number)
        ranges.push({ kind: 'selected', from: selection.from, to: selection.to });
      return (
        <span data-words={number}>
          {piecesOf(text, ranges).map(({ from, kinds, words }) => (
            <span key={from} className={classes.piece} data-kinds={kinds || undefined}>
              {words}
            </span>
          ))}
        </span>
      );
    },
    [shown, nobody, found, selection],
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: words are chosen with the arrow keys as well
    <div
      ref={ref}
      className={classes.source}
      onKeyDown={onKeyDown}
      onMouseUp={() => {
        const marked = markedByMouse(texts);
        if (marked) select(marked);
      }}
    >
      <SourceLines
        lines={lines}
        marked={NONE}
        selected={selection ? { from: selection.line, to: selection.line } : null}
        onSelectLine={(next) => {
          // A click has said already which word.
          if (marking.get().selection?.line !== next.number) select(wordAt(next));
        }}
        wordsOf={wordsOf}
      />
    </div>
  );
}

interface Range {
  readonly kind: 'name' | 'found' | 'words' | 'nobody' | 'selected';
  readonly from: number;
  readonly to: number;
}

/** A line cut where a range begins or ends. */
function piecesOf(text: string, ranges: readonly Range[]): { from: number; kinds: string; words: string }[] {
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const kinds = ranges.filter((range) => range.from <= from && to <= range.to).map(({ kind }) => kind);
    return { from, kinds: kinds.join(' '), words: text.slice(from, to) };
  });
}

/** What the mouse has marked: some words of one line, or the word that was clicked. */
function markedByMouse(texts: ReadonlyMap<number, SourceLine>): Selection | null {
  const found = window.getSelection();
  if (!found || found.rangeCount === 0) return null;
  const range = found.getRangeAt(0);
  const { startContainer, endContainer } = range;
  const start = startContainer.parentElement?.closest<HTMLElement>('[data-words]');
  const line = texts.get(Number(start?.dataset.words));
  if (!start || !line) return null;
  const from = offsetIn(start, startContainer, range.startOffset);
  if (range.collapsed) return wordAt(line, from);
  // Marked beyond the end of the line: as far as it goes.
  const within = start.contains(endContainer);
  const to = within ? offsetIn(start, endContainer, range.endOffset) : line.text.length;
  const words = line.text.slice(from, to);
  const blank = words.length - words.trimStart().length;
  if (words.trim() === '') return null;
  return { line: line.number, from: from + blank, to: from + words.trimEnd().length };
}

function offsetIn(line: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
