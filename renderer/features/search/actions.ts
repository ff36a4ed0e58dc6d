import { IconSearch } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { focusSearch } from './focus.ts';

export const actions: readonly Action[] = [
  {
    id: 'search.focus',
    label: 'search.focus',
    icon: IconSearch,
    hotkey: 'mod+Shift+F',
    otherHotkeys: ['/'],
    menu: 'edit',
    run: focusSearch,
  },
];
