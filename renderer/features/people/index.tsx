import { IconAddressBook } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { commands } from './commands.ts';

export const feature: Feature = {
  id: 'people',
  path: '/people/*?',
  home: '/people',
  label: 'people.title',
  icon: IconAddressBook,
  order: 26,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands],
};
