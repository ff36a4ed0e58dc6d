import { defineCommands } from '../../../ui/commands.ts';

/** Keys of the original beside the turns. */
export const sourceCommands = defineCommands(
  {
    'import.source.up': { label: 'import.source.key.up', keys: ['ArrowUp'] },
    'import.source.down': { label: 'import.source.key.down', keys: ['ArrowDown'] },
  },
  'import.source',
);
