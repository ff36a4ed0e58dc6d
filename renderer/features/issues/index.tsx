import { IconTags } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands, findCommands, rowCommands } from './commands.ts';

export const feature: Feature = {
  id: 'issues',
  path: '/issues/*?',
  home: '/issues',
  label: 'issues.title',
  icon: IconTags,
  order: 30,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, rowCommands, findCommands],
};
