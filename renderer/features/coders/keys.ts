import type { Choice } from '#shared/edit/reconcile.ts';
import { defineCommands } from '../../ui/commands.ts';

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

/** The list's own keys. */
export const differenceCommands = defineCommands(
  {
    'coders.next': { label: 'coders.hotkey.walk', keys: ['ArrowDown'] },
    'coders.a': { label: 'coders.hotkey.a', keys: ['A'] },
    'coders.b': { label: 'coders.hotkey.b', keys: ['B'] },
    'coders.both': { label: 'coders.hotkey.both', keys: ['Enter'] },
    'coders.neither': { label: 'coders.hotkey.neither', keys: ['X'] },
    'coders.open': { label: 'coders.hotkey.open', keys: ['O'] },
  },
  'coders.differences',
);
