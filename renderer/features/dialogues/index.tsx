import { IconMessages } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands } from './commands.ts';
import { correctCommands } from './correct/commands.ts';
import { borderCommands, deskCommands } from './desk/commands.ts';
import { leaveCommands, placeCommands, showCommands, sourceCommands } from './import/commands.ts';

export const feature: Feature = {
  id: 'dialogues',
  path: '/dialogues/*?',
  home: '/dialogues',
  label: 'dialogues.title',
  icon: IconMessages,
  order: 10,
  View: lazyView(() => import('./view.tsx')),
  commands: [
    commands,
    deskCommands,
    borderCommands,
    correctCommands,
    placeCommands,
    sourceCommands,
    showCommands,
    leaveCommands,
  ],
};
