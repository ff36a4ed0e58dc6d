import { IconBuildingFactory2 } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands, tableCommands } from './commands.ts';

export const feature: Feature = {
  id: 'suppliers',
  path: '/suppliers/*?',
  home: '/suppliers',
  label: 'suppliers.title',
  icon: IconBuildingFactory2,
  order: 67,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, tableCommands],
};
