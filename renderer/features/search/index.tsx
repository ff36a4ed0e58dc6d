import { IconSearch } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { startSearch } from '../../workers/search/service.ts';
import { actions } from './actions.ts';
import { paletteHits } from './palette-hits.ts';
import { SearchView } from './search-view.tsx';

startSearch();

export const feature: Feature = {
  id: 'search',
  path: '/search',
  home: '/search',
  label: 'search.title',
  icon: IconSearch,
  order: 80,
  View: SearchView,
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
