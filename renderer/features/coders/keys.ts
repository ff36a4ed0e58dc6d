import type { Choice } from '#shared/edit/reconcile.ts';
import type { ViewKey } from '../../ui/feature.ts';

/** What a key does in the list of differences. */
export type DifferenceKey = 'next' | 'previous' | Choice;

export function differenceKey(key: string): DifferenceKey | null {
  switch (key) {
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'Enter':
      return 'both';
    default:
      return LETTERS[key.toLowerCase()] ?? null;
  }
}

const LETTERS: Readonly<Record<string, DifferenceKey>> = {
  j: 'next',
  k: 'previous',
  a: 'a',
  b: 'b',
  x: 'neither',
  o: 'open',
};

/** As the help sheet lists them. */
export const coderKeys: readonly ViewKey[] = [
  { hotkey: 'ArrowDown', label: 'coders.hotkey.walk' },
  { hotkey: 'A', label: 'coders.hotkey.a' },
  { hotkey: 'B', label: 'coders.hotkey.b' },
  { hotkey: 'Enter', label: 'coders.hotkey.both' },
  { hotkey: 'X', label: 'coders.hotkey.neither' },
  { hotkey: 'O', label: 'coders.hotkey.open' },
];
