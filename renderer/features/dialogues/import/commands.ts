import { defineCommands } from '../../../ui/commands.ts';

/** Keys of the original beside the turns. */
export const sourceCommands = defineCommands(
  {
    'import.source.up': { label: 'import.source.key.up', keys: ['ArrowUp'] },
    'import.source.down': { label: 'import.source.key.down', keys: ['ArrowDown'] },
  },
  'import.source',
);

/** Keys of marking who speaks in the original. */
export const showCommands = defineCommands(
  {
    'import.show.next': { label: 'import.show.key.next', keys: ['ArrowRight'] },
    'import.show.before': { label: 'import.show.key.before', keys: ['ArrowLeft'] },
    'import.show.wider': { label: 'import.show.key.wider', keys: ['Shift+ArrowRight'] },
    'import.show.narrower': { label: 'import.show.key.narrower', keys: ['Shift+ArrowLeft'] },
    'import.show.speaker': { label: 'import.show.speaker', keys: ['Enter'] },
    'import.show.words': { label: 'import.show.words', keys: ['w'] },
    'import.show.nobody': { label: 'import.show.nobody', keys: ['n'] },
    'import.show.take': { label: 'import.show.take', keys: ['mod+Enter'] },
  },
  'import.show.title',
);

/** Leaves the marking from anywhere in it. */
export const leaveCommands = defineCommands(
  { 'import.show.leave': { label: 'import.show.leave', keys: ['Escape'] } },
  'import.show.title',
);
