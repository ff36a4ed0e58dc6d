import { IconFileText } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands } from './commands.ts';

export const feature: Feature = {
  id: 'reports',
  path: '/reports/*?',
  home: '/reports',
  label: 'reports.title',
  icon: IconFileText,
  order: 70,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands],
};
