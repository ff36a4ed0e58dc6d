import { IconBulb } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { go, links } from '../../ui/links.ts';

export const actions: readonly Action[] = [
  {
    id: 'advice.unanswered',
    label: 'advice.unanswered',
    icon: IconBulb,
    menu: 'dialogue',
    run: () => go(`${links.adviceList()}?status=heard`),
  },
];
