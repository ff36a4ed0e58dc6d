import { Text, Tooltip } from '@mantine/core';
import { memo, type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { splitOverlaps } from '#shared/anchor/anchor.ts';
import type { Category } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import classes from './desk.module.css';
import { assignLanes, isInText, type Mark, type StoredMark } from './marks.ts';
import { START_ATTRIBUTE, TURN_ATTRIBUTE } from './text-selection.ts';

/** The colour of a category as a CSS value; the theme defines the variables for both schemes. */
export function categoryColor(category: Category): string {
  return `var(--hearken-category-${category})`;
}

export function markKey(mark: StoredMark): string {
  return mark.kind === 'coding' ? `c-${mark.coding.id}` : `a-${mark.advice.id}-${mark.passage.id}`;
}

export interface TurnRowProps {
  readonly turn: Turn;
  readonly number: number;
  readonly speaker: ReactNode;
  readonly marks: readonly StoredMark[];
  /** What is shown and not stored: hits of a search, and the person's selection. */
  readonly passing: readonly Mark[];
  readonly active: boolean;
  /** Passage that is open in the panel. */
  readonly openPassageId: string | null;
  readonly onActivate: (turnId: string) => void;
  readonly onOpen: (mark: StoredMark) => void;
  /** Stands in place of the text while it is corrected. */
  readonly editor?: ReactNode | undefined;
}

/** One turn: who speaks, the text with its marks, and a stripe in the margin for each. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { turn, passing, openPassageId } = props;
  const marks = useMemo(() => props.marks.filter(isInText), [props.marks]);
  const { t } = useSpeech();
  // State and not a ref: the stripes are drawn before the text, and measure it once it is there.
  const [text, setText] = useState<HTMLDivElement | null>(null);
  const all = useMemo<Mark[]>(() => [...marks, ...passing], [marks, passing]);
  const segments = useMemo(() => splitOverlaps(turn.text.length, all), [turn.text, all]);

  return (
    <article
      className={classes.turn}
      data-active={props.active}
      data-turn-row={turn.id}
      aria-label={t('desk.turn', { number: props.number })}
      onMouseDownCapture={() => props.onActivate(turn.id)}
    >
      <Stripes marks={props.editor ? [] : marks} text={text} onOpen={props.onOpen} textLength={turn.text.length} />
      <div className={classes.body}>
        <div className={classes.speaker}>
          {props.speaker}
          {turn.start !== null && (
            <Text size="xs" c="dimmed" className={classes.number}>
              {clock(turn.start)}
            </Text>
          )}
        </div>
        {props.editor ?? (
        <div
          ref={setText}
          className={`${classes.text} ${turn.kind === 'narration' ? classes.narration : ''}`}
          {...{ [TURN_ATTRIBUTE]: turn.id }}
        >
          {segments.map((segment) => {
            const stored = segment.marks.filter(
              (mark): mark is StoredMark => mark.kind === 'coding' || mark.kind === 'advice',
            );
            const innermost = stored.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
            const words = turn.text.slice(segment.start, segment.end);
            if (segment.marks.length === 0) {
              return (
                <span key={segment.start} {...{ [START_ATTRIBUTE]: segment.start }}>
                  {words}
                </span>
              );
            }
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the stripe in the margin is the keyboard's way
              // biome-ignore lint/a11y/useKeyWithClickEvents: as above
              <span
                key={segment.start}
                className={classes.segment}
                data-kind={segment.marks.map((mark) => mark.kind).join(' ')}
                data-open={stored.some((mark) => mark.passage.id === openPassageId)}
                style={underlines(segment.marks)}
                onClick={innermost ? () => props.onOpen(innermost) : undefined}
                {...{ [START_ATTRIBUTE]: segment.start }}
              >
                {words}
              </span>
            );
          })}
        </div>
        )}
      </div>
    </article>
  );
});

/** A tint of the innermost issue's colour, and one underline an issue, stacked. */
function underlines(marks: readonly Mark[]): React.CSSProperties | undefined {
  const colors = [
    ...new Set(marks.flatMap((mark) => (mark.kind === 'coding' ? [categoryColor(mark.issue.category)] : []))),
  ];
  const issueCount = new Set(marks.flatMap((mark) => (mark.kind === 'coding' ? [mark.issue.id] : []))).size;
  const first = colors[0];
  if (!first) return undefined;
  const lines = Array.from({ length: Math.min(issueCount, 3) }, (_, index) => colors[index] ?? first);
  const tinted = marks.some((mark) => mark.kind === 'selection' || mark.kind === 'hit');
  return {
    ...(tinted ? {} : { backgroundColor: `color-mix(in srgb, ${first} 14%, transparent)` }),
    backgroundImage: lines.map((color) => `linear-gradient(${color}, ${color})`).join(', '),
    backgroundSize: lines.map(() => '100% 2px').join(', '),
    backgroundPosition: lines.map((_, index) => `left 0 bottom ${index * 3}px`).join(', '),
    paddingBottom: `${2 + (lines.length - 1) * 3}px`,
  };
}

const STRIPE_PITCH = 9;
const MOST_LANES = 5;

function Stripes({
  marks,
  text,
  textLength,
  onOpen,
}: {
  marks: readonly StoredMark[];
  text: HTMLDivElement | null;
  textLength: number;
  onOpen: (mark: StoredMark) => void;
}) {
  const { t, local } = useSpeech();
  const lanes = useMemo(() => assignLanes(marks), [marks]);
  const [boxes, setBoxes] = useState<readonly { top: number; height: number }[]>([]);

  useLayoutEffect(() => {
    if (!text || marks.length === 0) return;
    const measure = () => {
      const origin = text.parentElement?.parentElement?.getBoundingClientRect().top ?? 0;
      setBoxes(marks.map((mark) => extentOf(text, mark.start, Math.min(mark.end, textLength), origin)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(text);
    return () => observer.disconnect();
  }, [marks, text, textLength]);

  return (
    <div className={classes.margin}>
      {marks.map((mark, index) => {
        const box = boxes[index];
        if (!box) return null;
        const label =
          mark.kind === 'coding'
            ? local(mark.issue.name)
            : `${t(`adviceKind.${mark.advice.kind}`)}${mark.advice.restatement ? `: ${mark.advice.restatement}` : ''}`;
        return (
          <Tooltip key={markKey(mark)} label={label} position="right" multiline maw={320}>
            <button
              type="button"
              className={classes.stripe}
              data-kind={mark.kind}
              data-mark={markKey(mark)}
              aria-label={t('desk.stripe', { issue: label, quote: mark.passage.quote.slice(0, 80) })}
              style={{
                top: box.top,
                height: box.height,
                right: 10 + Math.min(lanes[index] ?? 0, MOST_LANES - 1) * STRIPE_PITCH,
                ...(mark.kind === 'coding' ? { background: categoryColor(mark.issue.category) } : {}),
              }}
              onClick={() => onOpen(mark)}
            />
          </Tooltip>
        );
      })}
    </div>
  );
}

/** Where `[start, end)` of the text is drawn, from `origin` down, in CSS pixels. */
function extentOf(
  text: HTMLElement,
  start: number,
  end: number,
  origin: number,
): { top: number; height: number } {
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  let started = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!started && start < at + length) {
      range.setStart(node, Math.max(0, start - at));
      started = true;
    }
    if (started && end <= at + length) {
      range.setEnd(node, Math.max(0, end - at));
      break;
    }
    at += length;
  }
  const box = range.getBoundingClientRect();
  return { top: box.top - origin, height: Math.max(12, box.height) };
}

/** Seconds as people read a clock: `3:07`, `1:02:45`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
