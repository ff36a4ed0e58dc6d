import type { KeyboardEvent } from 'react';

/** Rows that Page Up and Page Down pass over. */
const LEAP = 8;

/** Letters that walk as the arrows do, where nothing is typed. */
const LETTERS: Readonly<Record<string, string>> = {
  j: 'ArrowDown',
  n: 'ArrowDown',
  k: 'ArrowUp',
  p: 'ArrowUp',
};

/** What the keys act on. A row is named by its place; `active` is the one that the arrows stand on. */
export interface Keyed {
  readonly rows: number;
  readonly active: number;
  readonly point: (index: number) => void;
  readonly open: () => void;
  readonly code: () => void;
  readonly evidence: () => void;
  readonly menu: () => void;
  /** Null: cannot be ticked. */
  readonly isTicked: (index: number) => boolean | null;
  readonly tick: (index: number, on: boolean) => void;
  readonly tickAll: () => void;
  /** Empties the field. @returns false where it is empty */
  readonly clear: () => boolean;
  /** Out of the list: first the ticks, then the focus. */
  readonly leave: () => void;
}

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'currentTarget' | 'preventDefault'
> & { readonly nativeEvent: { readonly isComposing: boolean } };

/** The keys of the field, where one types on, and of the list, where letters act. */
export function resultKeys(keyed: Keyed): Record<'onFieldKey' | 'onListKey', (pressed: Pressed) => void> {
  const walks = (key: string): boolean => {
    const last = keyed.rows - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, keyed.active + 1),
      ArrowUp: Math.max(0, keyed.active - 1),
      PageDown: Math.min(last, keyed.active + LEAP),
      PageUp: Math.max(0, keyed.active - LEAP),
    };
    const next = to[key];
    if (next === undefined || last < 0) return false;
    keyed.point(next);
    return true;
  };
  const isMod = ({ ctrlKey, metaKey }: Pressed) => ctrlKey || metaKey;

  const inField = (pressed: Pressed): boolean => {
    const { key, altKey, shiftKey } = pressed;
    if (altKey) return false;
    if (key === 'Enter') {
      if (isMod(pressed)) keyed.code();
      else keyed.open();
      return true;
    }
    if (isMod(pressed) || shiftKey) return false;
    return key === 'Escape' ? keyed.clear() : walks(key);
  };

  const inList = (pressed: Pressed): boolean => {
    const { altKey, shiftKey, target, currentTarget } = pressed;
    if (altKey || target !== currentTarget) return false;
    const key = pressed.key.length === 1 ? pressed.key.normalize('NFKC').toLowerCase() : pressed.key;
    if (isMod(pressed)) {
      if (key === 'a') keyed.tickAll();
      else if (key === 'Enter') keyed.code();
      else return false;
      return true;
    }
    if (shiftKey) return withShift(key);
    const act = PLAIN[LETTERS[key] ?? key];
    if (act) act();
    return act !== undefined || walks(LETTERS[key] ?? key);
  };

  const ticking = (index: number, on: boolean) => {
    if (keyed.isTicked(index) !== null) keyed.tick(index, on);
  };
  const withShift = (key: string): boolean => {
    if (key === 'F10') {
      keyed.menu();
      return true;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (by === undefined) return false;
    ticking(keyed.active, true);
    ticking(keyed.active + by, true);
    return walks(key);
  };
  const turnTick = () => ticking(keyed.active, keyed.isTicked(keyed.active) === false);
  const PLAIN: Readonly<Record<string, (() => void) | undefined>> = {
    Home: () => keyed.point(0),
    End: () => keyed.point(keyed.rows - 1),
    Enter: keyed.open,
    ' ': turnTick,
    x: turnTick,
    c: keyed.code,
    e: keyed.evidence,
    ContextMenu: keyed.menu,
    Escape: keyed.leave,
  };

  const handling = (acts: (pressed: Pressed) => boolean) => (pressed: Pressed) => {
    // Enter and arrows belong to the input method while it composes Japanese.
    if (!pressed.nativeEvent.isComposing && acts(pressed)) pressed.preventDefault();
  };
  return { onFieldKey: handling(inField), onListKey: handling(inList) };
}
