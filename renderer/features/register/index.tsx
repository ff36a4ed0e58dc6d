import { IconNotebook } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands, listCommands, pageCommands } from './commands.ts';

export const feature: Feature = {
  id: 'register',
  path: '/register/*?',
  home: '/register',
  label: 'register.title',
  icon: IconNotebook,
  order: 66,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, listCommands, pageCommands],
};
