import { IconFileImport, IconScale, IconSend } from '@tabler/icons-react';
import { ARROWS, defineCommands } from '../../ui/commands.ts';
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

/** Keys of the rating view, one issue at a time. */
export const ratingCommands = defineCommands(
  {
    'rating.next': { label: 'rating.next', keys: ['N', 'mod+Enter'] },
    'rating.previous': { label: 'rating.previous', keys: ['P'] },
    'rating.reason': { label: 'rating.key.reason', keys: ['R'] },
  },
  'assessment.tab.rate',
);

/** Keys that answer, on a question and in a table of ratings alike. */
export const answerCommands = defineCommands(
  {
    'rating.answer': { label: 'rating.key.answer', keys: ['1-5'] },
    'rating.abstain': { label: 'rating.key.abstain', keys: ['0'] },
    'rating.withdraw': { label: 'rating.key.withdraw', keys: ['Backspace', 'Delete'] },
  },
  'assessment.tab.rate',
);

/** Keys within one question. */
export const questionCommands = defineCommands(
  { 'rating.level': { label: 'rating.key.level', keys: ARROWS } },
  'assessment.tab.rate',
);

/** Keys of a table of ratings. */
export const gridCommands = defineCommands(
  {
    'grid.move': { label: 'grid.key.move', keys: ARROWS },
    'grid.edge': {
      label: 'grid.key.edge',
      keys: ['mod+ArrowUp', 'mod+ArrowDown', 'mod+ArrowLeft', 'mod+ArrowRight'],
    },
    'grid.rowEnd': { label: 'grid.key.rowEnd', keys: ['Home', 'End'] },
    'grid.corner': { label: 'grid.key.corner', keys: ['mod+Home', 'mod+End'] },
    'grid.page': { label: 'grid.key.page', keys: ['PageUp', 'PageDown'] },
    'grid.nature': { label: 'grid.key.nature', keys: ['A'] },
    'grid.natureHere': { label: 'grid.key.natureHere', keys: ['Space'] },
    'grid.open': { label: 'grid.key.open', keys: ['Enter'] },
  },
  'grid.title',
);

/** Keys of the discussion. */
export const agendaCommands = defineCommands(
  {
    'agenda.next': { label: 'agenda.key.next', keys: ['N'] },
    'agenda.previous': { label: 'agenda.key.previous', keys: ['P'] },
  },
  'assessment.tab.discussion',
);
