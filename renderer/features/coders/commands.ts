import { IconCopyPlus, IconFileImport } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

/** Where the view opens its form for a copy, and where it asks for a file: the view knows the language. */
export const MAKE_COPY = `${links.coders()}?copy=new`;
export const TAKE_COPY = `${links.coders()}?take=file`;

export const commands = defineCommands({
  'coders.copy': {
    label: 'coders.copy.make',
    icon: IconCopyPlus,
    menu: 'dialogue',
    run: () => go(MAKE_COPY),
  },
  'coders.take': {
    label: 'coders.take',
    icon: IconFileImport,
    menu: 'dialogue',
    run: () => go(TAKE_COPY),
  },
});

/** Keys of the list of differences. */
export const differenceCommands = defineCommands(
  {
    'coders.next': { label: 'coders.key.next', keys: ['ArrowDown', 'J'] },
    'coders.previous': { label: 'coders.key.previous', keys: ['ArrowUp', 'K'] },
    'coders.a': { label: 'coders.key.a', keys: ['A'] },
    'coders.b': { label: 'coders.key.b', keys: ['B'] },
    'coders.both': { label: 'coders.key.both', keys: ['Enter'] },
    'coders.neither': { label: 'coders.key.neither', keys: ['X'] },
    'coders.open': { label: 'coders.key.open', keys: ['O'] },
  },
  'coders.differences',
);
