import type { TextRange, TurnRange } from '#shared/anchor/text-range.ts';
/**
 * What happens at the desk, as a pure function: events lead from one state to the next, and what the window and the
 * store are to do about it comes back as plain effects. It holds that a selection lies in a turn that exists, that a
 * form is open for a selection only, and that it goes only when a person leaves it or submits it.
 */
import { type Step, stepSelection } from '#shared/anchor/units.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { bordersIn, stepBorder, withBorders } from './borders.ts';
import {
  type Caret,
  type DeskEvent,
  type DeskState,
  type DeskText,
  type Effect,
  exactRange,
  type Form,
  markOfPassage,
  placeOf,
  rangeKey,
  turnOf,
} from './state.ts';

export interface Transition {
  readonly state: DeskState;
  readonly effects: readonly Effect[];
}

type Handlers = {
  readonly [Type in DeskEvent['type']]: (
    state: DeskState,
    event: Extract<DeskEvent, { type: Type }>,
  ) => Transition;
};

/** The state after an event, and what is to be done about it. The same state object where nothing changed. */
export function transition(state: DeskState, event: DeskEvent): Transition {
  // Each handler takes the event that it stands under; the compiler cannot follow the index.
  const handle = HANDLERS[event.type] as (state: DeskState, event: DeskEvent) => Transition;
  return handle(state, event);
}

const to = (state: DeskState, ...effects: Effect[]): Transition => ({ state, effects });
const FOCUS: Effect = { do: 'focus-text' };
const UNSELECT: Effect = { do: 'clear-native-selection' };
const scroll = (turnId: IdOf<'turns'>, align: 'center' | 'auto'): Effect => ({
  do: 'scroll-to-turn',
  turnId,
  align,
});

const HANDLERS: Handlers = {
  text: (state, { text }) => to(text === state.text ? state : withText(state, text)),
  activate: (state, { turnId }) => to(activeAt(state, turnId)),
  show: (state, { turnId, align }) =>
    turnOf(state.text, turnId) ? to(activeAt(state, turnId), scroll(turnId, align)) : to(state),
  follow: (state, { turnId, passageId, words }) => {
    if (!turnId || !turnOf(state.text, turnId))
      return to(state.linked === null ? state : { ...state, linked: null });
    const openMark = markOfPassage(passageId);
    return to({ ...state, activeId: turnId, openMark, linked: words }, scroll(turnId, 'center'));
  },
  step: (state, { step }) => (state.form ? to(state) : select(state, stepped(state, step))),
  'ensure-selection': ensureSelection,
  move: (state, { by }) => {
    if (state.form) return to(state);
    const { turns, indexOf } = state.text;
    const index = state.activeId ? (indexOf.get(state.activeId) ?? 0) : -1;
    const next = turns[Math.max(0, Math.min(turns.length - 1, index + by))];
    if (!next) return to(state);
    return to({ ...state, activeId: next.id, selection: null, caret: null }, scroll(next.id, 'auto'));
  },
  point: (state, { selection, caret }) => {
    // Ends that were moved go by Enter or Escape, not by a click beside them.
    if (state.borders) return to(state);
    const aside = withoutForm(state);
    const range = exactRange(state.text, selection);
    if (range) return to({ ...aside, selection: range, activeId: range.turnId });
    // A selection of nothing but blank space is a place to go on from.
    const place = selection ? { turnId: selection.turnId, at: selection.start } : caret;
    return to({ ...aside, selection: null, caret: exactCaret(state.text, place) });
  },
  'open-mark': (state, { mark, place, walked }) => {
    if (!turnOf(state.text, place.turnId) || (walked && state.form)) return to(state);
    const opened: DeskState = {
      ...state,
      activeId: place.turnId,
      openMark: mark,
      borders: null,
      caret: exactCaret(state.text, place),
    };
    const effects: Effect[] = [FOCUS, { do: 'reveal-card', mark }];
    if (!walked) return to(opened, ...effects);
    return to({ ...opened, selection: null, tab: 'marks' }, ...effects, scroll(place.turnId, 'auto'), {
      do: 'reveal-open-mark',
    });
  },
  'close-mark': (state) => to({ ...state, openMark: null }, FOCUS),
  'open-menu': openMenu,
  'open-told': (state) =>
    state.selection ? to({ ...state, overlay: { kind: 'told', words: state.selection } }) : to(state),
  'open-evidence': (state) =>
    state.selection ? to({ ...state, overlay: { kind: 'evidence', words: state.selection } }) : to(state),
  'open-overlay': (state, { overlay }) => to({ ...state, overlay }),
  'open-borders': (state, { codingId, range: words }) => {
    const range = exactRange(state.text, words);
    if (!range) return to(state);
    const { turnId } = range;
    const opened = { ...cancelled(state), activeId: turnId, borders: { codingId, range } };
    return to(opened, UNSELECT, FOCUS, scroll(turnId, 'auto'));
  },
  'step-border': (state, { step }) => to(stepBorder(state, step)),
  'drag-border': (state, { edge, at }) =>
    to(state.borders ? withBorders(state, { ...state.borders.range, [edge]: at }) : state),
  'close-borders': (state, { store }) => {
    const { borders } = state;
    if (!borders) return to(state);
    const closed = { ...state, borders: null };
    return store ? to(closed, FOCUS, { do: 'store-borders', ...borders }) : to(closed, FOCUS);
  },
  'open-details': (state) => to({ ...state, overlay: { kind: 'details' } }),
  'close-overlay': (state, { kind }) =>
    to(
      state.overlay?.kind === kind ? { ...state, overlay: null } : state,
      ...(kind === 'details' ? [] : [FOCUS]),
    ),
  'open-form': (state, { kind }) => {
    if (state.form?.kind === kind) return to(state);
    const { state: selected, effects } = ensureSelection(state);
    return to(selected.selection ? withForm(selected, kind) : selected, ...effects);
  },
  'type-ahead': (state, { letters }) =>
    to(withCodeForm(state, (form) => ({ ...form, typed: form.typed + letters }))),
  'take-typed': (state) =>
    to(withCodeForm(state, (form) => (form.typed === '' ? form : { ...form, typed: '' }))),
  highlight: (state, { issueId }) =>
    to(
      withCodeForm(state, (form) =>
        form.highlighted === issueId ? form : { ...form, highlighted: issueId },
      ),
    ),
  advise: (state, { issueId }) =>
    to(state.form?.kind === 'code' ? withForm(state, 'advice', issueId) : state),
  cancel: (state) => to(cancelled(state), UNSELECT, FOCUS),
  submit: (state, { by, issueId }) =>
    to({
      ...state,
      lastIssue: issueId ?? state.lastIssue,
      form: state.form?.kind === by ? { ...state.form, submitted: true } : state.form,
    }),
  'submit-failed': (state, { words }) =>
    to(
      state.form && isRange(state.selection, words)
        ? { ...state, form: { ...state.form, submitted: false } }
        : state,
    ),
  stored,
  'open-memo': (state, { codingId }) => {
    if (state.memo?.codingId === codingId) return to({ ...state, tab: 'marks' });
    return to({ ...state, tab: 'marks', memo: { codingId, typed: null } }, ...storedMemo(state));
  },
  'type-memo': (state, { typed }) => to(state.memo ? { ...state, memo: { ...state.memo, typed } } : state),
  'close-memo': (state, { memo }) => {
    if (!state.memo) return to(state);
    const { codingId } = state.memo;
    return to({ ...state, memo: null }, FOCUS, { do: 'store-memo', codingId, memo });
  },
  leave: (state) => to(state.memo ? { ...state, memo: null } : state, ...storedMemo(state)),
  tab: (state, { tab }) => to({ ...state, tab }),
  edit: (state, { turnId, at }) =>
    turnOf(state.text, turnId)
      ? to({ ...cancelled(state), activeId: turnId, editing: { turnId, at } }, UNSELECT, FOCUS)
      : to(state),
  'edit-done': (state, { turnId }) => to({ ...state, editing: null, activeId: turnId }, FOCUS),
  'open-find': (state, { query }) =>
    to({
      ...state,
      find: { query: query ?? state.find?.query ?? '', focus: (state.find?.focus ?? 0) + 1 },
    }),
  seek: (state, { query }) =>
    to({ ...state, find: query === null ? null : { query, focus: state.find?.focus ?? 0 } }),
  'close-find': (state) => to({ ...state, find: null, linked: null }, FOCUS),
  'show-hit': (state, { hit }) =>
    turnOf(state.text, hit.turnId)
      ? to(
          {
            ...cancelled(state),
            activeId: hit.turnId,
            caret: exactCaret(state.text, { turnId: hit.turnId, at: hit.start }),
          },
          UNSELECT,
          scroll(hit.turnId, 'auto'),
          { do: 'reveal-hit', turnId: hit.turnId },
        )
      : to(state),
  escape: (state) => {
    if (state.borders) return HANDLERS['close-borders'](state, { type: 'close-borders', store: false });
    if (state.overlay)
      return HANDLERS['close-overlay'](state, { type: 'close-overlay', kind: state.overlay.kind });
    if (state.find && !state.selection && !state.openMark)
      return HANDLERS['close-find'](state, { type: 'close-find' });
    return to({ ...cancelled(state), openMark: null }, UNSELECT, FOCUS);
  },
};

function activeAt(state: DeskState, turnId: IdOf<'turns'>): DeskState {
  return state.activeId === turnId ? state : { ...state, activeId: turnId };
}

function withCodeForm(state: DeskState, change: (form: Extract<Form, { kind: 'code' }>) => Form): DeskState {
  if (state.form?.kind !== 'code') return state;
  const form = change(state.form);
  return form === state.form ? state : { ...state, form };
}

/** Opens a form for the selection. */
function withForm(state: DeskState, kind: Form['kind'], issueId: IdOf<'issues'> | null = null): DeskState {
  if (!state.selection) return state;
  if (kind === 'code') return { ...state, form: { kind, typed: '', highlighted: null, submitted: false } };
  if (kind === 'commitment') return { ...state, form: { kind, submitted: false } };
  return { ...state, form: { kind, issueId, submitted: false } };
}

/** What was begun is kept by its form. */
function withoutForm(state: DeskState): DeskState {
  return state.form ? { ...state, form: null } : state;
}

/** Nothing selected and no form open. */
function cancelled(state: DeskState): DeskState {
  return { ...state, form: null, selection: null };
}

/** What is typed in the open memo, as a change to be stored. */
function storedMemo({ memo }: DeskState): Effect[] {
  return memo?.typed == null ? [] : [{ do: 'store-memo', codingId: memo.codingId, memo: memo.typed }];
}

/**
 * The work goes on behind the words that were stored, and the mark made of them is open: for a memo, or to be removed
 * again. Storing takes a moment: whoever has selected other words meanwhile, or opened another form, keeps them.
 */
function stored(state: DeskState, event: Extract<DeskEvent, { type: 'stored' }>): Transition {
  const { words, mark, issueId } = event;
  const opened: DeskState = {
    ...state,
    openMark: mark ?? state.openMark,
    lastIssue: issueId ?? state.lastIssue,
  };
  const { selection, form } = state;
  if (selection && (!isRange(selection, words) || (form && !form.submitted))) return to(opened);
  const behind = { ...opened, form: null, selection: null, caret: { turnId: words.turnId, at: words.end } };
  const next = { ...behind, caret: exactCaret(state.text, behind.caret) };
  return selection ? to(next, UNSELECT, FOCUS) : to(next);
}

function openMenu(state: DeskState, event: Extract<DeskEvent, { type: 'open-menu' }>): Transition {
  const { turnId, at, x, y } = event;
  const turn = turnOf(state.text, turnId);
  if (!turn) return to(state);
  const aside = withoutForm(state);
  const overlay = { kind: 'menu', turnId, x, y } as const;
  const { language } = state.text;
  if (state.selection?.turnId === turnId) return to({ ...aside, activeId: turnId, overlay });
  const range = at === null ? null : stepSelection(turn.text, language, { start: at, end: at }, 'sentence');
  const selection = exactRange(state.text, range && { turnId, ...range });
  return to({ ...aside, activeId: turnId, overlay, selection });
}

/** Selects words in whichever turn they are, which is scrolled to where it is another one. */
function select(state: DeskState, next: TurnRange | null): Transition {
  const selection = exactRange(state.text, next);
  if (!selection) return to(state);
  const { turnId } = selection;
  const effects = turnId === state.activeId ? [UNSELECT] : [UNSELECT, scroll(turnId, 'auto')];
  return to({ ...state, selection, activeId: turnId }, ...effects);
}

function ensureSelection(state: DeskState): Transition {
  return state.selection ? to(state) : select(state, stepped(state, 'next-sentence'));
}

/** What a step would select; going on over the end of a turn leads into the next one. */
function stepped(state: DeskState, step: Step): TurnRange | null {
  const { text } = state;
  const turn = turnOf(text, state.activeId);
  if (!turn) return null;
  const current = rangeIn(state, turn.id);
  const next = stepSelection(turn.text, text.language, current, step);
  if (next && next !== current) return { turnId: turn.id, ...next };
  const on = step.startsWith('next-') ? 1 : step.startsWith('previous-') ? -1 : 0;
  for (let index = (text.indexOf.get(turn.id) ?? 0) + on; on !== 0 && text.turns[index]; index += on) {
    const other = text.turns[index];
    const found = other && stepSelection(other.text, text.language, null, step);
    if (other && found) return { turnId: other.id, ...found };
  }
  return current && current.end > current.start ? { turnId: turn.id, ...current } : null;
}

/** The selection or caret as a range of a turn; null where it is in another one. */
function rangeIn(state: DeskState, turnId: IdOf<'turns'>): TextRange | null {
  const { selection } = state;
  if (selection) return selection.turnId === turnId ? { start: selection.start, end: selection.end } : null;
  const place = placeOf(state);
  return place?.turnId === turnId ? { start: place.at, end: place.at } : null;
}

/** Everything that refers to the text, made to fit another one: what is gone there is no longer selected or open. */
function withText(state: DeskState, text: DeskText): DeskState {
  const selection = exactRange(text, state.selection);
  const kept = selection ? state : withoutForm(state);
  const { overlay, editing } = state;
  return {
    ...kept,
    text,
    selection,
    borders: bordersIn(text, state),
    caret: exactCaret(text, state.caret),
    activeId: activeIn(text, state),
    overlay: overlay?.kind === 'menu' && !turnOf(text, overlay.turnId) ? null : overlay,
    editing: editing && turnOf(text, editing.turnId) ? editing : null,
  };
}

/** The active turn, or the one that took its place. A turn that is not there yet is waited for. */
function activeIn(text: DeskText, { activeId, text: before }: DeskState): Id | null {
  if (activeId === null) return text.turns[0]?.id ?? null;
  const index = before.indexOf.get(activeId);
  if (text.indexOf.has(activeId) || index === undefined) return activeId;
  return text.turns[Math.min(index, text.turns.length - 1)]?.id ?? null;
}

function exactCaret(text: DeskText, caret: Caret | null): Caret | null {
  const turn = turnOf(text, caret?.turnId ?? null);
  if (!turn || !caret) return null;
  return caret.at <= turn.text.length ? caret : { turnId: caret.turnId, at: turn.text.length };
}

function isRange(selection: TurnRange | null, words: TurnRange): boolean {
  return selection !== null && rangeKey(selection) === rangeKey(words);
}
