import {
  IconBuildingPlus,
  IconClipboardPlus,
  IconFilePlus,
  IconPlus,
  IconTextPlus,
} from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links, type RegisterList } from '../../ui/links.ts';

/** Opens the form for a new row over its list. */
export const newRow = (list: RegisterList) => `${links.register(list)}?new=1`;

export const commands = defineCommands({
  'register.addArrangement': {
    label: 'register.add.arrangements',
    icon: IconClipboardPlus,
    menu: 'assess',
    run: () => go(newRow('arrangements')),
  },
  'register.addOrganisation': {
    label: 'register.add.organisations',
    icon: IconBuildingPlus,
    menu: 'assess',
    run: () => go(newRow('organisations')),
  },
  'register.addInstrument': {
    label: 'register.add.instruments',
    icon: IconTextPlus,
    menu: 'assess',
    run: () => go(newRow('instruments')),
  },
  'register.addSource': {
    label: 'register.add.sources',
    icon: IconFilePlus,
    menu: 'assess',
    run: () => go(newRow('sources')),
  },
});

/** Keys of a list and of a page of the register. */
export const listCommands = defineCommands({
  'register.new': { label: 'register.key.new', keys: ['n'], icon: IconPlus },
});
export const pageCommands = defineCommands({
  'register.addEntry': { label: 'register.entry.add', keys: ['e'], icon: IconPlus },
});
