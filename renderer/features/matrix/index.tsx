import { IconChartDots } from '@tabler/icons-react';
import { sceneCommands } from '../../charts/commands.ts';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands, sideCommands } from './commands.ts';

export const feature: Feature = {
  id: 'matrix',
  path: '/matrix/*?',
  home: '/matrix',
  label: 'matrix.title',
  icon: IconChartDots,
  order: 50,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, sceneCommands, sideCommands],
};
