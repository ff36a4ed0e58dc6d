import { IconTable } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { gridCommands } from '../../ui/sheet-grid/commands.ts';

export const feature: Feature = {
  id: 'figures',
  path: '/figures/*?',
  home: '/figures',
  label: 'sheetGrid.title',
  icon: IconTable,
  order: 75,
  View: lazyView(() => import('./view.tsx')),
  commands: [gridCommands],
};
