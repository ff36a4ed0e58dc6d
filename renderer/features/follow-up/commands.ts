import { IconListCheck, IconMessages } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

export const commands = defineCommands({
  'followUp.due': {
    label: 'followUp.open',
    icon: IconListCheck,
    menu: 'dialogue',
    run: () => go(links.followUp()),
  },
  'followUp.next': {
    label: 'followUp.tab.next',
    icon: IconMessages,
    menu: 'dialogue',
    run: () => go(links.nextDialogue()),
  },
});
