import { IconUsers } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { CodersView } from './coders-view.tsx';
import { coderKeys } from './keys.ts';

export const feature: Feature = {
  id: 'coders',
  path: '/coders/*?',
  home: '/coders',
  label: 'coders.title',
  icon: IconUsers,
  order: 28,
  View: CodersView,
  actions,
  keys: coderKeys,
};
