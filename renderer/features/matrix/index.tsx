import { IconChartDots } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands } from './commands.ts';

export const feature: Feature = {
  id: 'matrix',
  path: '/matrix/*?',
  home: '/matrix',
  label: 'matrix.title',
  icon: IconChartDots,
  order: 50,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands],
};
