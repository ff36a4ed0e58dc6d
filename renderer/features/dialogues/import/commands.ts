import { defineCommands } from '../../../ui/commands.ts';

/** Keys of the original beside the turns. */
export const sourceCommands = defineCommands(
  {
    'import.source.up': { label: 'import.source.key.up', keys: ['ArrowUp'] },
    'import.source.down': { label: 'import.source.key.down', keys: ['ArrowDown'] },
  },
  'import.source',
);

/** Keys of the list of places in doubt. With Shift all that are alike are decided at once. */
export const placeCommands = defineCommands(
  {
    'import.place.up': { label: 'import.place.key.up', keys: ['ArrowUp', 'K'] },
    'import.place.down': { label: 'import.place.key.down', keys: ['ArrowDown', 'J'] },
    'import.place.speaker': { label: 'import.place.key.speaker', keys: ['N', 'shift+N'] },
    'import.place.same': { label: 'import.place.key.same', keys: ['S', 'shift+S'] },
    'import.place.notLabel': { label: 'import.place.key.notLabel', keys: ['L', 'shift+L'] },
    'import.place.heading': { label: 'import.place.key.heading', keys: ['H', 'shift+H'] },
    'import.place.narration': { label: 'import.place.key.narration', keys: ['O', 'shift+O'] },
    'import.place.leave': { label: 'import.place.key.leave', keys: ['Enter', 'shift+Enter'] },
  },
  'import.places',
);
