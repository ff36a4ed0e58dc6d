import { IconSettings } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands } from './commands.ts';

export const feature: Feature = {
  id: 'settings',
  path: '/settings/*?',
  home: '/settings',
  label: 'settings.title',
  icon: IconSettings,
  order: 900,
  View: lazyView(() => import('./settings-view.tsx')),
  commands: [commands],
};
