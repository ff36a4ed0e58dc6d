import { memo } from 'react';
import type { Scheme } from '#shared/chart/palette.ts';
import type { SceneItem as Item } from '#shared/chart/scene.ts';
import { Layer } from './painted.tsx';
import classes from './scene-view.module.css';
import type { ItemHandlers } from './use-item-handlers.ts';

export interface SceneItemProps {
  readonly item: Item;
  readonly scheme: Scheme;
  readonly isTabStop: boolean;
  readonly selected: boolean;
  /** Behind a filter, or tried elsewhere: its recorded place stays, paler. */
  readonly faded: boolean;
  readonly draggable: boolean;
  readonly handlers: ItemHandlers;
}

/** An item of a picture as a button: its marks, and the ring of what has the focus. */
export const SceneItem = memo(function SceneItem({
  item,
  scheme,
  isTabStop,
  selected,
  faded,
  draggable,
  handlers,
}: SceneItemProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      className={classes.item}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${item.label}: ${item.description}`}
      aria-pressed={selected}
      data-item={item.id}
      data-faded={faded || undefined}
      data-draggable={draggable || undefined}
      onClick={(event) => handlers.open(item.id, event.shiftKey)}
      onFocus={() => handlers.focus(item.id)}
      onBlur={handlers.leave}
      onPointerEnter={() => handlers.enter(item.id)}
      onPointerDown={(event) => handlers.down(item.id, event)}
    >
      <circle className={classes.ring} cx={item.x} cy={item.y} r={item.radius + 6} />
      <Layer shapes={item.shapes} scheme={scheme} />
    </g>
  );
});
