import { IconTagPlus } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

/** Opens the form for a new issue over the list. */
export const NEW_ISSUE = `${links.issues()}?new=1`;

export const commands = defineCommands({
  'issues.add': {
    label: 'issues.add',
    icon: IconTagPlus,
    menu: 'assess',
    run: () => go(NEW_ISSUE),
  },
});
