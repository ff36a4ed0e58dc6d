import { IconSearch } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { focusSearch } from './focus.ts';

export const commands = defineCommands({
  'search.focus': {
    label: 'search.focus',
    icon: IconSearch,
    keys: ['mod+Shift+F', '/'],
    menu: 'edit',
    run: focusSearch,
  },
});
