import { defineCommands } from '../../../ui/commands.ts';

/** Keys of a turn whose words are being corrected. */
export const correctCommands = defineCommands(
  {
    'correct.keep': { label: 'correct.key.keep', keys: ['mod+Enter'] },
    'correct.split': { label: 'correct.split', keys: ['mod+shift+Enter'] },
    'correct.join': { label: 'correct.joinAbove', keys: ['mod+shift+Backspace'] },
    'correct.leave': { label: 'correct.leave', keys: ['Escape'], whileTyping: true },
  },
  'correct.menu',
);
