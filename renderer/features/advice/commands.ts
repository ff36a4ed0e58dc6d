import { IconBulb } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

export const commands = defineCommands({
  'advice.unanswered': {
    label: 'advice.unanswered',
    icon: IconBulb,
    menu: 'dialogue',
    run: () => go(`${links.adviceList()}?status=heard`),
  },
});
