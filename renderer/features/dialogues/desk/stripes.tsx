import { Group, Text, Tooltip } from '@mantine/core';
import { useLayoutEffect, useMemo, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { CategoryMark } from '../../../ui/category-mark.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { categoryLine } from './category-line.ts';
import classes from './desk.module.css';
import { assignLanes, markKey, type StoredMark } from './marks.ts';

const STRIPE_PITCH = 9;
const MOST_LANES = 5;
/** From this height on a stripe has room for its category's shape. */
const SHAPE_ROOM = 22;

/** A stripe in the margin for each mark of a turn, side by side where they overlap. */
export function Stripes({
  marks,
  text,
  textLength,
  digitOf,
  onOpen,
}: {
  marks: readonly StoredMark[];
  text: HTMLDivElement | null;
  textLength: number;
  /** The key that codes to an issue. */
  digitOf: ReadonlyMap<Id, number>;
  onOpen: (mark: StoredMark) => void;
}) {
  const { t, local } = useSpeech();
  const [boxes, setBoxes] = useState<readonly { top: number; height: number }[]>([]);
  // By what is drawn and not by letters: marks that share no letter may share a line.
  const lanes = useMemo(
    () => assignLanes(boxes.map(({ top, height }) => ({ start: top, end: top + height - 1 }))),
    [boxes],
  );

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
        const digit = mark.kind === 'coding' ? digitOf.get(mark.issue.id) : undefined;
        return (
          <Tooltip
            key={markKey(mark)}
            position="right"
            multiline
            maw={320}
            label={
              <Group gap={6} wrap="nowrap" align="center">
                {mark.kind === 'coding' && <CategoryMark category={mark.issue.category} size={11} />}
                <span>{label}</span>
                {digit !== undefined && <KeyHint keys={String(digit)} />}
                {mark.kind === 'coding' && mark.coding.memo !== '' && (
                  <Text span size="xs">
                    – {mark.coding.memo}
                  </Text>
                )}
              </Group>
            }
          >
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
              }}
              // The keys go on acting on the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onOpen(mark)}
            >
              {mark.kind === 'coding' && (
                <>
                  {box.height >= SHAPE_ROOM && <CategoryMark category={mark.issue.category} size={8} />}
                  <span
                    className={classes.stripeLine}
                    style={{ background: categoryLine(mark.issue.category, 'bottom') }}
                  />
                </>
              )}
            </button>
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
