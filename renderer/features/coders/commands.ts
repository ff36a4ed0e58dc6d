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
