import { IconSettings } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { SettingsView } from './settings-view.tsx';

export const feature: Feature = {
  id: 'settings',
  path: '/settings/*?',
  home: '/settings',
  label: 'settings.title',
  icon: IconSettings,
  order: 900,
  View: SettingsView,
  actions,
};
