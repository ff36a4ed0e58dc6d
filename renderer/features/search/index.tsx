import { IconSearch } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { startSearch } from '../../workers/search/service.ts';
import { commands, fieldCommands, listCommands, walkCommands } from './commands.ts';
import { paletteHits } from './palette-hits.ts';

startSearch();

export const feature: Feature = {
  id: 'search',
  path: '/search',
  home: '/search',
  label: 'search.title',
  icon: IconSearch,
  order: 80,
  View: lazyView(() => import('./search-view.tsx')),
  commands: [commands, walkCommands, fieldCommands, listCommands],
  paletteHits,
};
