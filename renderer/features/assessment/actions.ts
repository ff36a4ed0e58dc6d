import { IconScale } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { go } from '../../ui/links.ts';

export const NEW_ROUND = '/assessment/new';

export const actions: readonly Action[] = [
  {
    id: 'assessment.new',
    label: 'assessment.new',
    icon: IconScale,
    menu: 'assess',
    run: () => go(NEW_ROUND),
  },
];
