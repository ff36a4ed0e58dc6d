import { Fragment, type ReactNode, useRef } from 'react';
import { useRowsInView } from './use-rows-in-view.ts';

export interface LongListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
  /** A first guess of an item's height in CSS pixels, the gap included; each is measured once it is drawn. */
  readonly estimate: number;
  /** Height of the frame in which a long list scrolls. */
  readonly height?: string;
}

/** From how many items on only those in view are drawn. */
const LONG = 200;

/** A list that stays fast at any length; a short one is drawn as it is, so that find-in-page and printing see it all. */
export function LongList<T>(props: LongListProps<T>) {
  if (props.items.length > LONG) return <VirtualList {...props} />;
  return props.items.map((item) => <Fragment key={props.keyOf(item)}>{props.children(item)}</Fragment>);
}

function VirtualList<T>({ items, keyOf, children, estimate, height = '70vh' }: LongListProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useRowsInView({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={frame} tabIndex={0} style={{ height, overflowY: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <div
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                style={{
                  position: 'absolute',
                  insetInline: 0,
                  top: 0,
                  transform: `translateY(${start}px)`,
                  paddingBottom: 8,
                }}
              >
                {children(item)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
