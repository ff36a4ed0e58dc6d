import { IconHome } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';

export const feature: Feature = {
  id: 'home',
  path: '/home',
  home: '/home',
  label: 'home.title',
  icon: IconHome,
  order: 0,
  View: lazyView(() => import('./view.tsx')),
};
