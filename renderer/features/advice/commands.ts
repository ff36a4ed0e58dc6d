import { IconAlarm, IconBulb } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

export const commands = defineCommands({
  'advice.unanswered': {
    label: 'advice.unanswered',
    icon: IconBulb,
    menu: 'dialogue',
    run: () => go(links.adviceList({ status: 'heard' })),
  },
  'advice.overdue': {
    label: 'advice.overdue.show',
    icon: IconAlarm,
    menu: 'dialogue',
    run: () => go(links.adviceList({ due: 'overdue', as: 'owner' })),
  },
});

/** Keys of the register. */
export const registerCommands = defineCommands({
  'advice.down': { label: 'advice.key.down', keys: ['ArrowDown', 'J'] },
  'advice.up': { label: 'advice.key.up', keys: ['ArrowUp', 'K'] },
  'advice.first': { label: 'advice.key.first', keys: ['Home'] },
  'advice.last': { label: 'advice.key.last', keys: ['End'] },
  'advice.open': { label: 'advice.key.open', keys: ['Enter'] },
  'advice.tick': { label: 'advice.key.tick', keys: ['Space', 'X'] },
  'advice.tickOn': { label: 'advice.key.tickOn', keys: ['shift+ArrowDown', 'shift+ArrowUp'] },
  'advice.tickAll': { label: 'advice.key.tickAll', keys: ['mod+A'] },
  'advice.done': { label: 'advice.step.done', keys: ['D'] },
  'advice.menu': { label: 'advice.key.menu', keys: ['shift+F10', 'ContextMenu'] },
  'advice.leave': { label: 'advice.key.leave', keys: ['Escape'] },
});

/** Keys of the panel in which one piece of advice is open. */
export const drawerCommands = defineCommands({
  'advice.next': { label: 'advice.next', keys: ['alt+ArrowDown'], whileTyping: true },
  'advice.previous': { label: 'advice.previous', keys: ['alt+ArrowUp'], whileTyping: true },
});

/** Keys of the edge between two columns. */
export const edgeCommands = defineCommands({
  'advice.wider': { label: 'advice.key.wider', keys: ['ArrowRight'] },
  'advice.narrower': { label: 'advice.key.narrower', keys: ['ArrowLeft'] },
  'advice.usualWidth': { label: 'advice.key.usualWidth', keys: ['Home'] },
});
