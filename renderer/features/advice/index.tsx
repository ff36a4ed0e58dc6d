import { IconBulb } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands, drawerCommands, edgeCommands, registerCommands } from './commands.ts';

export const feature: Feature = {
  id: 'advice',
  path: '/advice/*?',
  home: '/advice',
  label: 'advice.title',
  icon: IconBulb,
  order: 20,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, registerCommands, drawerCommands, edgeCommands],
};
