import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import { alsoOnPassage } from '#shared/edit/recode.ts';
import { useRows } from '../../../store/index.ts';
import { readThrough } from '../../../store/reader.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import classes from './desk.module.css';
import type { Borders } from './state.ts';
import { placeOfClick, TURN_ATTRIBUTE } from './text-selection.ts';
import type { DeskRows } from './use-desk-rows.ts';
import type { Desk } from './use-machine.ts';
import { useMeasured } from './use-measured.ts';

export interface BorderToolsProps {
  readonly desk: Desk;
  readonly borders: Borders | null;
  readonly marks: DeskRows['marks'];
  readonly scrollRef: RefObject<HTMLDivElement | null>;
}

/** While the borders of a coding are moved: a handle at each end, and what comes of it. */
export function BorderTools({ borders, ...props }: BorderToolsProps) {
  return borders && <Tools {...props} borders={borders} />;
}

function Tools({ desk, borders, marks, scrollRef }: BorderToolsProps & { readonly borders: Borders }) {
  const { t, local } = useSpeech();
  const { codingId, range } = borders;
  const ends = useEnds(borders, scrollRef);
  const mark = marks.get(range.turnId)?.find((one) => one.kind === 'coding' && one.coding.id === codingId);
  const coding = mark?.kind === 'coding' ? mark.coding : null;
  const also = useRows(async (db) => (coding ? alsoOnPassage(readThrough(db), coding) : null), [coding]);
  const gone = coding === null;
  // The coding can be taken back meanwhile: the keys are given free again.
  useEffect(() => {
    if (gone) desk.send({ type: 'close-borders', store: false });
  }, [gone, desk]);
  const others = also ? also.codings + also.advice + also.ratings + also.entries : 0;
  if (!ends || mark?.kind !== 'coding') return null;
  return (
    <>
      {(['start', 'end'] as const).map((edge) => (
        <Handle key={edge} desk={desk} edge={edge} box={ends[edge]} label={t(`desk.borders.${edge}`)} />
      ))}
      <Paper
        className={classes.toolbar}
        shadow="md"
        withBorder
        p="xs"
        maw={430}
        style={{ top: ends.end.bottom + 10, left: ends.start.left }}
        role="group"
        aria-label={t('desk.borders')}
        data-testid="borders"
        // The keys go on acting on the text.
        onMouseDown={(event) => event.preventDefault()}
      >
        <Stack gap={6}>
          <Text size="sm" fw={500}>
            {t('desk.borders.title', { issue: local(mark.issue.name) })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('desk.borders.hint')}
          </Text>
          {also && others > 0 && <Text size="xs">{t('desk.borders.others', { ...also })}</Text>}
          <Group gap="xs">
            <Button size="compact-sm" onClick={() => desk.send({ type: 'close-borders', store: true })}>
              {t('desk.borders.store')}
              <KeyHint keys="↵" />
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => desk.send({ type: 'close-borders', store: false })}
            >
              {t('common.cancel')}
              <KeyHint keys="Esc" />
            </Button>
          </Group>
        </Stack>
      </Paper>
    </>
  );
}

interface HandleProps {
  readonly desk: Desk;
  readonly edge: 'start' | 'end';
  readonly box: DOMRect;
  readonly label: string;
}

/** An end that is dragged over the text. */
function Handle({ desk, edge, box, label }: HandleProps) {
  const [dragging, setDragging] = useState(false);
  const drag = ({ clientX, clientY }: PointerEvent) => {
    if (!dragging) return;
    const under = document.elementFromPoint(clientX, clientY);
    const place = under && placeOfClick(under, clientX, clientY);
    if (place && place.turnId === desk.current().borders?.range.turnId)
      desk.send({ type: 'drag-border', edge, at: place.at });
  };
  return (
    // The keys move the ends: a stop at each handle would do nothing more.
    <div
      className={classes.handle}
      data-edge={edge}
      title={label}
      // Under the pointer stands the text, not the handle.
      style={{
        top: box.top,
        height: box.height,
        left: edge === 'start' ? box.left : box.right,
        pointerEvents: dragging ? 'none' : undefined,
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
      }}
      onPointerMove={drag}
      onPointerUp={() => setDragging(false)}
    />
  );
}

interface Ends {
  readonly start: DOMRect;
  readonly end: DOMRect;
}

/** The first and last line of the words, as they stand in the window; follows the scrolling. */
function useEnds({ range }: Borders, scrollRef: RefObject<HTMLDivElement | null>): Ends | null {
  return useMeasured(range, scrollRef, (scroll) => {
    const spans = scroll?.querySelectorAll(`[${TURN_ATTRIBUTE}="${range.turnId}"] [data-kind~="selection"]`);
    const rects = [...(spans ?? [])].flatMap((span) => [...span.getClientRects()]);
    const [first, last] = [rects[0], rects.at(-1)];
    return first && last ? { start: first, end: last } : null;
  });
}
