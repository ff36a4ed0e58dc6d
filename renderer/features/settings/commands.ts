import { IconSettings } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

export const commands = defineCommands({
  'settings.show': {
    label: 'settings.show',
    icon: IconSettings,
    keys: ['mod+,'],
    menu: 'file',
    run: () => go(links.settings()),
  },
});
