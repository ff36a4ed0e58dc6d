import { IconClipboardCheck } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands, placeCommands } from './commands.ts';

export const feature: Feature = {
  id: 'statements',
  path: '/statements/*?',
  home: '/statements',
  label: 'statement.title',
  icon: IconClipboardCheck,
  order: 68,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, placeCommands],
};
