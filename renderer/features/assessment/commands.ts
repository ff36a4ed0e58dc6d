import { IconFileImport, IconScale, IconSend } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';

export const NEW_ROUND = '/assessment/new';
/** In the address of a new round: it begins with no other. */
export const SCRATCH = 'scratch';

/** The round that is shown; null = none. */
function shownRound(): string | null {
  return /^#\/assessment\/([0-9a-f-]{36})$/.exec(window.location.hash)?.[1] ?? null;
}

function openSheets(dialog: 'send' | 'receive'): void {
  const roundId = shownRound();
  if (roundId) go(`${links.round(roundId)}?sheets=${dialog}`);
}

export const commands = defineCommands({
  'assessment.new': {
    label: 'assessment.new',
    icon: IconScale,
    menu: 'assess',
    run: () => go(NEW_ROUND),
  },
  'assessment.sheets.send': {
    label: 'sheets.send',
    icon: IconSend,
    menu: 'assess',
    when: () => shownRound() !== null,
    run: () => openSheets('send'),
  },
  'assessment.sheets.receive': {
    label: 'sheets.receive',
    icon: IconFileImport,
    menu: 'assess',
    when: () => shownRound() !== null,
    run: () => openSheets('receive'),
  },
});
