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

/** Keys of the field that looks for an issue. */
export const findCommands = defineCommands(
  {
    'issues.openFound': { label: 'issues.key.openFound', keys: ['Enter'], whileTyping: true },
    'issues.clear': { label: 'issues.key.clear', keys: ['Escape'], whileTyping: true },
  },
  'issues.search',
);

/** Keys of an issue in the list. */
export const rowCommands = defineCommands({
  'issues.up': { label: 'issues.key.up', keys: ['alt+ArrowUp'] },
  'issues.down': { label: 'issues.key.down', keys: ['alt+ArrowDown'] },
});
