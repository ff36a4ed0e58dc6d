import { IconScale } from '@tabler/icons-react';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import {
  agendaCommands,
  answerCommands,
  commands,
  gridCommands,
  questionCommands,
  ratingCommands,
} from './commands.ts';

export const feature: Feature = {
  id: 'assessment',
  path: '/assessment/*?',
  home: '/assessment',
  label: 'assessment.title',
  icon: IconScale,
  order: 40,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, ratingCommands, answerCommands, questionCommands, gridCommands, agendaCommands],
};
