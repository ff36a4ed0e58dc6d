import { IconFileText } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { ReportsView } from './reports-view.tsx';

export const feature: Feature = {
  id: 'reports',
  path: '/reports/*?',
  home: '/reports',
  label: 'reports.title',
  icon: IconFileText,
  order: 70,
  View: ReportsView,
  actions,
};
