import { IconSearch } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { focusSearch } from './focus.ts';

export const commands = defineCommands({
  'search.focus': {
    label: 'search.focus',
    icon: IconSearch,
    keys: ['mod+Shift+F', '/'],
    menu: 'edit',
    run: focusSearch,
  },
});

/** Keys that walk through the results, from the field and in the list alike. */
export const walkCommands = defineCommands({
  'search.down': { label: 'search.key.down', keys: ['ArrowDown'], whileTyping: true },
  'search.up': { label: 'search.key.up', keys: ['ArrowUp'], whileTyping: true },
  'search.pageDown': { label: 'search.key.pageDown', keys: ['PageDown'], whileTyping: true },
  'search.pageUp': { label: 'search.key.pageUp', keys: ['PageUp'], whileTyping: true },
  'search.open': { label: 'search.key.open', keys: ['Enter'], whileTyping: true },
  'search.code': { label: 'search.key.code', keys: ['mod+Enter'] },
});

/** Keys of the field alone. */
export const fieldCommands = defineCommands({
  'search.clear': { label: 'search.key.clear', keys: ['Escape'], whileTyping: true },
});

/** Keys of the list alone, where nothing is typed. */
export const listCommands = defineCommands(
  {
    'search.list.down': { label: 'search.key.down', keys: ['J', 'N'] },
    'search.list.up': { label: 'search.key.up', keys: ['K', 'P'] },
    'search.list.first': { label: 'search.key.first', keys: ['Home'] },
    'search.list.last': { label: 'search.key.last', keys: ['End'] },
    'search.list.tick': { label: 'search.key.tick', keys: ['X', 'Space'] },
    'search.list.tickOn': { label: 'search.key.tickOn', keys: ['shift+ArrowDown', 'shift+ArrowUp'] },
    'search.list.tickAll': { label: 'search.tickAll', keys: ['mod+A'] },
    'search.list.code': { label: 'search.key.code', keys: ['C'] },
    'search.list.evidence': { label: 'search.key.evidence', keys: ['E'] },
    'search.list.menu': { label: 'search.key.menu', keys: ['shift+F10', 'ContextMenu'] },
    'search.list.leave': { label: 'search.key.leave', keys: ['Escape'] },
  },
  'search.results',
);
