import { IconChecklist } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';

export const feature: Feature = {
  id: 'decisions',
  path: '/decisions/*?',
  home: '/decisions',
  label: 'decisions.title',
  icon: IconChecklist,
  order: 60,
  View: lazyView(() => import('./view.tsx')),
};
