import { IconUserPlus } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

/** Opens the form for somebody new over the list. */
export const NEW_PERSON = `${links.people()}?new=1`;

export const commands = defineCommands({
  'people.add': {
    label: 'people.add',
    icon: IconUserPlus,
    menu: 'dialogue',
    run: () => go(NEW_PERSON),
  },
});
