import { Title } from '@mantine/core';
import { memo, type ReactNode, type Ref, useEffect, useImperativeHandle } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useRowsInView } from '../../../ui/use-rows-in-view.ts';
import classes from './desk.module.css';
import type { Mark, OpenMark, StoredMark } from './marks.ts';
import { turnElementId } from './speaker-words.ts';
import { TurnRow } from './turn-row.tsx';

/** A first guess of a turn's height in CSS pixels; each is measured once it is drawn. */
const ROW_HEIGHT = 58;
const LINE_HEIGHT = 28;
/** Letters of a full line of text, in a script of narrow letters and in one of wide ones. */
const LINE_LENGTH = { narrow: 88, wide: 44 };

export interface TurnListHandle {
  show(index: number, align: 'center' | 'auto'): void;
}

export interface TurnListProps {
  readonly turns: readonly Turn[];
  /** Of the dialogue, as a BCP 47 tag. */
  readonly language: string;
  readonly participants: readonly Participant[];
  readonly participantOf: ReadonlyMap<Id, Participant>;
  readonly marks: ReadonlyMap<Id, readonly StoredMark[]>;
  readonly activeId: Id | null;
  readonly open: OpenMark | null;
  readonly digitOf: ReadonlyMap<Id, number>;
  /** What is shown and not stored, by turn. */
  readonly passing: { readonly get: (turnId: IdOf<'turns'>) => readonly Mark[] | undefined };
  readonly editor: { readonly turnId: IdOf<'turns'>; readonly view: ReactNode } | null;
  /** What scrolls; null until it is drawn. */
  readonly scroll: HTMLDivElement | null;
  readonly handle: Ref<TurnListHandle>;
  readonly onActivate: (turnId: IdOf<'turns'>) => void;
  readonly onOpen: (mark: StoredMark) => void;
  readonly onEdit: (turnId: IdOf<'turns'>) => void;
  /** Told the indexes of the first and last turn that can be seen, when they change. */
  readonly onView: (first: number, last: number) => void;
}

const NO_MARKS: readonly StoredMark[] = [];
const NOTHING: readonly Mark[] = [];

/** The turns of a dialogue, of which only those in view are drawn. Scrolling redraws nothing but this. */
export const TurnList = memo(function TurnList(props: TurnListProps) {
  const { turns, marks, open, scroll } = props;
  const lineLength = /^(ja|zh|ko)/.test(props.language) ? LINE_LENGTH.wide : LINE_LENGTH.narrow;
  const virtualizer = useRowsInView({
    count: turns.length,
    getScrollElement: () => scroll,
    estimateSize: (index) =>
      ROW_HEIGHT + LINE_HEIGHT * Math.ceil((turns[index]?.text.length ?? 0) / lineLength),
    getItemKey: (index) => turns[index]?.id ?? index,
    overscan: 5,
  });
  const items = virtualizer.getVirtualItems();

  useImperativeHandle(
    props.handle,
    () => ({ show: (index, align) => virtualizer.scrollToIndex(index, { align }) }),
    [virtualizer],
  );

  const top = virtualizer.scrollOffset ?? 0;
  const bottom = top + (virtualizer.scrollRect?.height ?? 0);
  const seen = items.filter((item) => item.end > top && item.start < bottom);
  const first = (seen[0] ?? items[0])?.index ?? 0;
  const last = (seen.at(-1) ?? items.at(-1))?.index ?? 0;
  const { onView } = props;
  useEffect(() => onView(first, last), [onView, first, last]);

  useActiveElement(scroll, items.some(({ key }) => key === props.activeId) ? props.activeId : null);

  return (
    <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
      {items.map((item) => {
        const turn = turns[item.index];
        if (!turn) return null;
        const heading =
          turn.heading !== null && turn.heading !== turns[item.index - 1]?.heading ? turn.heading : null;
        const own = marks.get(turn.id) ?? NO_MARKS;
        return (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            style={{
              position: 'absolute',
              top: 0,
              insetInline: 0,
              transform: `translateY(${item.start}px)`,
            }}
          >
            {heading && (
              <Title order={2} size="h4" className={classes.heading}>
                {heading}
              </Title>
            )}
            <TurnRow
              turn={turn}
              number={item.index + 1}
              count={turns.length}
              participant={(turn.participantId && props.participantOf.get(turn.participantId)) || null}
              participants={props.participants}
              marks={own}
              passing={props.passing.get(turn.id) ?? NOTHING}
              active={turn.id === props.activeId}
              open={open && own.some((mark) => mark.passage.id === open.passageId) ? open : null}
              digitOf={props.digitOf}
              onActivate={props.onActivate}
              onOpen={props.onOpen}
              onEdit={props.onEdit}
              editor={props.editor?.turnId === turn.id ? props.editor.view : undefined}
            />
          </div>
        );
      })}
    </div>
  );
});

/** Names the turn that the keys have walked to: the focus stays on the text, and who hears it hears the turn. */
function useActiveElement(scroll: HTMLElement | null, turnId: IdOf<'turns'> | null): void {
  useEffect(() => {
    if (turnId === null) return;
    scroll?.setAttribute('aria-activedescendant', turnElementId(turnId));
    return () => scroll?.removeAttribute('aria-activedescendant');
  }, [scroll, turnId]);
}
