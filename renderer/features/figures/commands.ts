import { IconClipboard, IconPlus } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

/** What can be done with figures from anywhere. */
export const commands = defineCommands({
  'figures.show': { label: 'figureGrid.title', run: () => go(links.figures()) },
  'figures.paste': {
    label: 'figureGrid.paste',
    icon: IconClipboard,
    run: () => go(links.figures({ paste: true })),
  },
  'figures.newIndicator': {
    label: 'figureGrid.newIndicator',
    icon: IconPlus,
    run: () => go(links.figures({ newIndicator: true })),
  },
});
