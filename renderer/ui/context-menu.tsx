import { Menu } from '@mantine/core';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { useReturnFocus } from './use-return-focus.ts';

/** A place in the window, in CSS pixels. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export interface ContextMenuProps {
  readonly at: MenuPlace;
  readonly onClose: () => void;
  /** `Menu.Item`s. */
  readonly children: ReactNode;
  readonly testId?: string | undefined;
}

/** What can be done with the thing under the pointer, or under its button. Mounted while it is open. */
export function ContextMenu({ at, onClose, children, testId }: ContextMenuProps) {
  useReturnFocus();
  const [opener] = useState(() => document.activeElement);
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      // Not by keys, as is usual: the key that opened it would close it on its way through the page.
      clickOutsideEvents={['mousedown', 'touchstart']}
      position="bottom-start"
      width={260}
      offset={2}
      returnFocus={false}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown
        data-testid={testId}
        // Before what is chosen is done: a dialog that it opens gives the focus back to where the menu was asked for.
        onClickCapture={() => opener instanceof HTMLElement && opener.focus()}
      >
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where a menu stands that was asked for: at the pointer, or under what has the focus where it was asked for by key. */
export function placeOfMenu(event: MouseEvent): MenuPlace {
  event.preventDefault();
  event.stopPropagation();
  // The key gives a place too, but of the focus ring's middle: under the left edge it stands as a menu of a button does.
  const byKey = event.button !== 2;
  return byKey ? underEdge(event.currentTarget) : { x: event.clientX, y: event.clientY };
}

/** Under the left edge of an element. */
export function underEdge(element: Element): MenuPlace {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}
