import { IconUsers } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands, differenceCommands } from './commands.ts';

export const feature: Feature = {
  id: 'coders',
  path: '/coders/*?',
  home: '/coders',
  label: 'coders.title',
  icon: IconUsers,
  order: 28,
  within: 'dialogues',
  View: lazyView(() => import('./coders-view.tsx')),
  commands: [commands, differenceCommands],
};
