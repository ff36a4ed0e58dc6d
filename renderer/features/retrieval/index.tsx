import { IconFilterSearch } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { cellCommands, commands } from './commands.ts';
import { paletteHits } from './palette-hits.ts';
import { startRetrieval } from './service.ts';

startRetrieval();

export const feature: Feature = {
  id: 'retrieval',
  path: '/passages',
  home: '/passages',
  label: 'retrieval.title',
  icon: IconFilterSearch,
  order: 25,
  View: lazyView(() => import('./retrieval-view.tsx')),
  commands: [commands, cellCommands],
  paletteHits,
};
