import { IconChartBar, IconFileImport, IconPlus } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

/** What can be done with suppliers from anywhere. */
export const commands = defineCommands({
  'suppliers.show': { label: 'suppliers.title', run: () => go(links.suppliers()) },
  'suppliers.import': {
    label: 'suppliers.import',
    icon: IconFileImport,
    run: () => go(links.suppliers('import')),
  },
  'suppliers.new': { label: 'suppliers.new', icon: IconPlus, run: () => go(links.suppliers('new')) },
  'suppliers.coverage': {
    label: 'suppliers.coverage',
    icon: IconChartBar,
    run: () => go(links.supplierCoverage()),
  },
});

/** Keys of the table of suppliers. */
export const tableCommands = defineCommands({
  'suppliers.down': { label: 'suppliers.key.down', keys: ['ArrowDown', 'J'] },
  'suppliers.up': { label: 'suppliers.key.up', keys: ['ArrowUp', 'K'] },
  'suppliers.pageDown': { label: 'suppliers.key.pageDown', keys: ['PageDown'] },
  'suppliers.pageUp': { label: 'suppliers.key.pageUp', keys: ['PageUp'] },
  'suppliers.first': { label: 'suppliers.key.first', keys: ['Home'] },
  'suppliers.last': { label: 'suppliers.key.last', keys: ['End'] },
  'suppliers.open': { label: 'suppliers.key.open', keys: ['Enter'] },
  'suppliers.tick': { label: 'suppliers.key.tick', keys: ['Space', 'X'] },
  'suppliers.tickOn': { label: 'suppliers.key.tickOn', keys: ['shift+ArrowDown', 'shift+ArrowUp'] },
  'suppliers.tickAll': { label: 'suppliers.key.tickAll', keys: ['mod+A'] },
  'suppliers.plan': { label: 'suppliers.plan', keys: ['P'] },
  'suppliers.copy': { label: 'suppliers.copyTable', keys: ['mod+C'] },
  'suppliers.menu': { label: 'suppliers.key.menu', keys: ['shift+F10', 'ContextMenu'] },
  'suppliers.leave': { label: 'suppliers.key.leave', keys: ['Escape'] },
});
