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
