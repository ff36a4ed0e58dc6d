import { IconSearch } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { startSearch } from '../../workers/search/service.ts';
import { actions } from './actions.ts';
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
  actions,
  keys: [
    { hotkey: 'ArrowDown', label: 'search.key.down' },
    { hotkey: 'ArrowUp', label: 'search.key.up' },
    { hotkey: 'Enter', label: 'search.key.open' },
    { hotkey: 'mod+Enter', label: 'search.key.code' },
    { hotkey: 'X', label: 'search.key.tick' },
    { hotkey: 'E', label: 'search.key.evidence' },
    { hotkey: 'Escape', label: 'search.key.clear' },
  ],
  paletteHits,
};
