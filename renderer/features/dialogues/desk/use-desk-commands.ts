import { type KeyboardEvent, useEffect } from 'react';
import type { Step } from '#shared/anchor/units.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { useCopyQuote } from '../../../dialogs/use-copy-quote.tsx';
import { actor } from '../../../store/index.ts';
import { type CommandHandler, digitOf, isTyping, useCommands } from '../../../ui/commands.ts';
import { provideActs } from './acts.ts';
import { borderCommands, type DeskCommand, deskCommands, type SelectionCommand } from './commands.ts';
import { findOpen, isInText, neighbourMark } from './marks.ts';
import { type BorderStep, bordersOf, openingOf, placeOf } from './state.ts';
import type { DeskRows } from './use-desk-rows.ts';
import type { DeskEdits } from './use-edits.ts';
import type { Find } from './use-find.ts';
import type { Desk } from './use-machine.ts';

/** What the desk's commands need. */
export interface CommandContext {
  readonly desk: Desk;
  readonly edits: DeskEdits;
  readonly rows: Pick<DeskRows, 'codings' | 'marks'>;
  /** The digit that codes to an issue. */
  readonly digits: ReadonlyMap<Id, number>;
  readonly walkHits: Find['walk'];
  readonly copy: ReturnType<typeof useCopyQuote>['copy'];
}

/**
 * Binds the desk's commands.
 * @returns the handler for the element that has the text, and what runs a command of the selection
 */
export function useDeskCommands(context: CommandContext): {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly run: (command: SelectionCommand) => void;
} {
  const selected = selectionHandlers(context);
  const press = useCommands(deskCommands, {
    ...selected,
    ...stepHandlers(context),
    ...otherHandlers(context),
  });
  const { send } = context.desk;
  useEffect(() => provideActs({ commitment: () => send({ type: 'open-form', kind: 'commitment' }) }), [send]);
  const pressBorder = useCommands(borderCommands, borderHandlers(context.desk));
  const onKeyDown = (event: KeyboardEvent) => {
    if (context.desk.current().borders) pressBorder(event);
    else if (!typeAhead(context.desk, event)) press(event);
  };
  return { onKeyDown, run: (command) => selected[command]() };
}

function selectionHandlers({ desk, copy }: CommandContext): Readonly<Record<SelectionCommand, () => void>> {
  return {
    'desk.code': () => desk.send({ type: 'open-form', kind: 'code' }),
    'desk.advice': () => desk.send({ type: 'open-form', kind: 'advice' }),
    'desk.commitment': () => desk.send({ type: 'open-form', kind: 'commitment' }),
    'desk.evidence': () => desk.send({ type: 'open-evidence' }),
    'desk.told': () => desk.send({ type: 'open-told' }),
    'desk.copy': () => {
      const { selection } = desk.current();
      if (selection) copy(selection);
    },
  };
}

/** Commands that make a selection, or change it. */
function stepHandlers({ desk }: CommandContext) {
  const step = (name: Step) => () => desk.send({ type: 'step', step: name });
  return {
    'desk.nextSentence': step('next-sentence'),
    'desk.previousSentence': step('previous-sentence'),
    'desk.nextWord': step('next-word'),
    'desk.previousWord': step('previous-word'),
    'desk.wholeSentence': step('sentence'),
    'desk.wholeTurn': step('turn'),
    'desk.grow': step('grow'),
    'desk.shrink': step('shrink'),
    'desk.growSentence': step('grow-sentence'),
    'desk.shrinkSentence': step('shrink-sentence'),
    'desk.growStart': step('grow-start'),
    'desk.shrinkStart': step('shrink-start'),
  } satisfies Partial<Record<DeskCommand, CommandHandler>>;
}

/** What the keys do while the borders of a coding are moved: nothing else. */
function borderHandlers({ send }: Desk) {
  const step = (name: BorderStep) => () => send({ type: 'step-border', step: name });
  return {
    'desk.border.grow': step('grow'),
    'desk.border.shrink': step('shrink'),
    'desk.border.growStart': step('grow-start'),
    'desk.border.shrinkStart': step('shrink-start'),
    'desk.border.store': () => send({ type: 'close-borders', store: true }),
    'desk.border.cancel': () => send({ type: 'close-borders', store: false }),
  } satisfies Record<keyof typeof borderCommands, CommandHandler>;
}

function otherHandlers(context: CommandContext) {
  const { desk, edits, rows, digits, walkHits } = context;
  const { current, send } = desk;
  const open = () => findOpen(rows.marks, current().openMark);
  return {
    'desk.nextTurn': () => send({ type: 'move', by: 1 }),
    'desk.previousTurn': () => send({ type: 'move', by: -1 }),
    'desk.nextMark': () => walkMarks(context, 1),
    'desk.previousMark': () => walkMarks(context, -1),
    'desk.nextHit': () => walkHits(1),
    'desk.previousHit': () => walkHits(-1),
    'desk.quick': (event) => {
      const pressed = digitOf(event);
      const issueId = [...digits].find(([, digit]) => digit === pressed)?.[0];
      if (issueId) edits.code(issueId, 'key');
    },
    'desk.repeat': () => {
      const issueId = current().lastIssue ?? newestOf(rows.codings, actor())?.issueId;
      if (issueId) edits.code(issueId, 'key');
    },
    'desk.remove': () => {
      const mark = open();
      if (mark) edits.remove(mark);
    },
    'desk.borders': () => {
      const mark = open();
      if (mark?.kind === 'coding' && isInText(mark)) send(bordersOf(mark));
    },
    'desk.recode': () => {
      const mark = open();
      if (mark?.kind === 'coding')
        send({ type: 'open-overlay', overlay: { kind: 'recode', codingId: mark.coding.id } });
    },
    'desk.memo': () => {
      const mark = open();
      if (mark?.kind === 'coding') send({ type: 'open-memo', codingId: mark.coding.id });
    },
    'desk.edit': () => {
      const { activeId, selection } = current();
      const at = selection?.turnId === activeId ? selection.start : 0;
      if (activeId) send({ type: 'edit', turnId: activeId, at });
    },
    'desk.clear': () => send({ type: 'escape' }),
  } satisfies Partial<Record<DeskCommand, CommandHandler>>;
}

/** Opens the mark before or after the open one, else before or after where the person is. */
function walkMarks({ desk: { current, send }, rows: { marks } }: CommandContext, by: 1 | -1): void {
  const state = current();
  const { activeId, openMark, text } = state;
  const place = placeOf(state);
  const here = {
    turn: (activeId && text.indexOf.get(activeId)) || 0,
    at: place?.turnId === activeId ? place.at : 0,
    key: openMark?.key ?? null,
  };
  const mark = neighbourMark(text.indexOf, marks, here, by);
  if (mark) send(openingOf(mark, true));
}

/**
 * While a form is open and does not have the focus yet, what is pressed is meant for it: nothing but Escape does
 * anything in the text.
 * @returns whether the key was used up
 */
function typeAhead({ current, send }: Desk, event: KeyboardEvent): boolean {
  const { form } = current();
  const { ctrlKey, metaKey, altKey, nativeEvent, target } = event;
  const plain = !ctrlKey && !metaKey && !altKey;
  if (!form || !plain || event.key === 'Escape' || nativeEvent.isComposing || isTyping(target)) return false;
  if (event.key.length === 1) send({ type: 'type-ahead', letters: event.key });
  else if (event.key === 'Enter') send({ type: 'type-ahead', letters: '\n' });
  event.preventDefault();
  return true;
}

/** A coder's newest coding. */
function newestOf(codings: readonly Coding[], coder: string): Coding | undefined {
  let newest: Coding | undefined;
  for (const coding of codings)
    if (coding.coder === coder && (!newest || coding.at > newest.at)) newest = coding;
  return newest;
}
