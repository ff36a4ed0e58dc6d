import { IconClipboardCheck } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

export const commands = defineCommands({
  'statements.show': {
    label: 'statement.open',
    icon: IconClipboardCheck,
    menu: 'assess',
    run: () => go(links.statements()),
  },
});

/** Keys by which one goes from requirement to requirement, while one types too. */
export const placeCommands = defineCommands({
  'statements.previous': { label: 'statement.previous', keys: ['alt+ArrowUp'], whileTyping: true },
  'statements.following': { label: 'statement.following', keys: ['alt+ArrowDown'], whileTyping: true },
  'statements.gap': { label: 'statement.next', keys: ['alt+G'], whileTyping: true },
});
