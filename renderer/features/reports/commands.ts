import { IconClipboardCheck, IconFileText, IconReportAnalytics, IconTable } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

export const commands = defineCommands({
  'reports.dialogue': {
    label: 'reports.create.dialogue',
    icon: IconFileText,
    menu: 'file',
    run: () => go(links.report('dialogue')),
  },
  'reports.followUp': {
    label: 'reports.create.follow-up',
    icon: IconFileText,
    menu: 'file',
    run: () => go(links.report('follow-up')),
  },
  'reports.materiality': {
    label: 'reports.create.materiality',
    icon: IconReportAnalytics,
    menu: 'file',
    run: () => go(links.report('materiality')),
  },
  'reports.year': {
    label: 'reports.create.year',
    icon: IconTable,
    menu: 'file',
    run: () => go(links.report('year')),
  },
  'reports.humanRights': {
    label: 'reports.create.human-rights',
    icon: IconFileText,
    menu: 'file',
    run: () => go(links.report('human-rights')),
  },
  'reports.statement': {
    label: 'reports.create.statement',
    icon: IconClipboardCheck,
    menu: 'file',
    run: () => go(links.report('statement')),
  },
});
