import { IconSettings } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { go, links } from '../../ui/links.ts';

export const actions: readonly Action[] = [
  {
    id: 'settings.show',
    label: 'settings.show',
    icon: IconSettings,
    hotkey: 'mod+,',
    menu: 'file',
    run: () => go(links.settings()),
  },
];
