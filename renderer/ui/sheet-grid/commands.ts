import { ARROWS, defineCommands } from '../commands.ts';

/** The keys of a grid whose cells are typed into; moving about is the grid's own. */
export const gridCommands = defineCommands(
  {
    'sheetGrid.edit': { label: 'sheetGrid.key.edit', keys: ['F2'], whileTyping: true },
    'sheetGrid.take': { label: 'sheetGrid.key.take', keys: ['Enter'], whileTyping: true },
    'sheetGrid.takeUp': { label: 'sheetGrid.key.takeUp', keys: ['shift+Enter'], whileTyping: true },
    'sheetGrid.next': { label: 'sheetGrid.key.next', keys: ['Tab', 'shift+Tab'], whileTyping: true },
    'sheetGrid.goOn': {
      label: 'sheetGrid.key.goOn',
      keys: [...ARROWS, 'PageUp', 'PageDown', 'Tab', 'shift+Tab'],
      whileTyping: true,
    },
    'sheetGrid.giveUp': { label: 'sheetGrid.key.giveUp', keys: ['Escape'], whileTyping: true },
    'sheetGrid.clear': { label: 'sheetGrid.key.clear', keys: ['Delete', 'Backspace'], whileTyping: true },
    'sheetGrid.fillDown': { label: 'sheetGrid.key.fillDown', keys: ['mod+D'] },
    'sheetGrid.fillRight': { label: 'sheetGrid.key.fillRight', keys: ['mod+R'] },
    'sheetGrid.extend': {
      label: 'sheetGrid.key.extend',
      keys: ARROWS.map((key) => `shift+${key}`),
      whileTyping: true,
    },
    'sheetGrid.all': { label: 'sheetGrid.key.all', keys: ['mod+A'], whileTyping: true },
    'sheetGrid.details': { label: 'sheetGrid.key.details', keys: ['mod+Enter'] },
    'sheetGrid.menu': {
      label: 'sheetGrid.key.menu',
      keys: ['shift+F10', 'ContextMenu'],
      whileTyping: true,
    },
  },
  'sheetGrid.title',
);
