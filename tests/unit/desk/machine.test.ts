import { describe, expect, it } from 'vitest';
import { transition } from '../../../renderer/features/dialogues/desk/machine.ts';
import {
  type DeskEvent,
  type DeskState,
  type Effect,
  initialState,
  quoteOf,
} from '../../../renderer/features/dialogues/desk/state.ts';
import { textOf } from './text.ts';

const TEXT = textOf(['They pay brokers. Nobody keeps papers.', 'We asked twice.', ' \n ', 'Go and see.']);
const BEGINNING = { turnId: null, passageId: null, words: null };

function reached(...events: DeskEvent[]): DeskState {
  return events.reduce((state, event) => transition(state, event).state, initialState(TEXT, BEGINNING, null));
}

function effectsOf(state: DeskState, event: DeskEvent): string[] {
  return transition(state, event).effects.map((effect: Effect) => effect.do);
}

const NEXT: DeskEvent = { type: 'step', step: 'next-sentence' };
const FIRST = { turnId: 't1', start: 0, end: 17 };
const MARK = { passageId: 'p1', key: 'c-1' };
const stored = (by: 'code' | 'advice' | 'key'): DeskEvent => ({
  type: 'stored',
  by,
  words: FIRST,
  mark: MARK,
  issueId: 'i1',
});

describe('the selection', () => {
  it('goes from sentence to sentence, over blank turns, to the end of the dialogue', () => {
    const quotes = [1, 2, 3, 4, 5].map((count) =>
      quoteOf(reached(...Array.from({ length: count }, () => NEXT))),
    );
    expect(quotes).toEqual([
      'They pay brokers.',
      'Nobody keeps papers.',
      'We asked twice.',
      'Go and see.',
      'Go and see.',
    ]);
  });

  it('takes the turn with it that the keys act on, and scrolls to it', () => {
    const state = reached(NEXT, NEXT);
    expect(effectsOf(state, NEXT)).toEqual(['clear-native-selection', 'scroll-to-turn']);
    expect(transition(state, NEXT).state.activeId).toBe('t2');
  });

  it('made with the mouse is the range of a quote: within its turn, without blank space at its ends', () => {
    const state = reached({
      type: 'point',
      selection: { turnId: 't1', start: 16, end: Number.MAX_SAFE_INTEGER },
      caret: null,
    });
    expect(quoteOf(state)).toBe('. Nobody keeps papers.');
    const blank = reached({ type: 'point', selection: { turnId: 't3', start: 0, end: 2 }, caret: null });
    expect(blank).toMatchObject({ selection: null, caret: { turnId: 't3', at: 0 } });
  });

  it('is left where its words are no longer in the text', () => {
    const state = reached(NEXT, NEXT, {
      type: 'text',
      text: textOf(['They pay brokers.', 'We asked twice.']),
    });
    expect(state).toMatchObject({ selection: null, activeId: 't1' });
  });

  it('of a turn that was removed gives way to the turn that took its place', () => {
    const text = textOf(['They pay brokers.', 'Go and see.'], ['t1', 't4']);
    expect(reached(NEXT, NEXT, NEXT, { type: 'text', text })).toMatchObject({
      selection: null,
      activeId: 't4',
    });
  });

  it('can go to a turn that a change has made and that is still to be read', () => {
    const text = textOf(['They pay brokers.', 'Nobody keeps papers.'], ['t1', 'new']);
    const state = reached({ type: 'edit', turnId: 't1', at: 3 }, { type: 'edit-done', turnId: 'new' });
    expect(transition(state, { type: 'text', text }).state).toMatchObject({ activeId: 'new', editing: null });
  });
});

describe('words that are stored', () => {
  it('are left behind, with the mark made of them open and the keys going on after them', () => {
    const state = reached(
      NEXT,
      { type: 'open-form', kind: 'code' },
      { type: 'submit', by: 'code', issueId: 'i1' },
    );
    expect(state.form?.submitted).toBe(true);
    const next = transition(state, stored('code'));
    expect(next.state).toMatchObject({
      selection: null,
      form: null,
      openMark: MARK,
      lastIssue: 'i1',
      caret: { turnId: 't1', at: 17 },
    });
    expect(quoteOf(transition(next.state, NEXT).state)).toBe('Nobody keeps papers.');
  });

  it('do not take from a fast hand what it selected, or opened, meanwhile', () => {
    const moved = reached(NEXT, { type: 'submit', by: 'key', issueId: 'i1' }, NEXT, {
      type: 'open-form',
      kind: 'code',
    });
    const state = transition(
      transition(moved, { type: 'type-ahead', letters: 'f' }).state,
      stored('key'),
    ).state;
    expect(quoteOf(state)).toBe('Nobody keeps papers.');
    expect(state).toMatchObject({ form: { kind: 'code', typed: 'f' }, openMark: MARK });
    expect(effectsOf(moved, stored('key'))).toEqual([]);
  });

  it('and could not be: the form is there as it was', () => {
    const open = reached(
      NEXT,
      { type: 'open-form', kind: 'advice' },
      { type: 'submit', by: 'advice', issueId: null },
      { type: 'submit-failed', words: FIRST },
    );
    expect(open.form).toMatchObject({ kind: 'advice', submitted: false });
  });
});

describe('a memo', () => {
  it('is stored when another one is opened before it was finished', () => {
    const state = reached({ type: 'open-memo', codingId: 'c1' }, { type: 'type-memo', typed: 'asked tw' });
    expect(transition(state, { type: 'open-memo', codingId: 'c2' }).effects).toEqual([
      { do: 'store-memo', codingId: 'c1', memo: 'asked tw' },
    ]);
    expect(effectsOf(state, { type: 'close-memo', memo: 'asked twice' })).toEqual([
      'focus-text',
      'store-memo',
    ]);
  });
});

describe('a menu', () => {
  it('is of the sentence under the pointer, or of the selection that is there', () => {
    const place = { x: 1, y: 2 };
    const state = reached({ type: 'open-menu', turnId: 't1', at: 20, ...place });
    expect(quoteOf(state)).toBe('Nobody keeps papers.');
    expect(quoteOf(reached(NEXT, { type: 'open-menu', turnId: 't1', at: 20, ...place }))).toBe(
      'They pay brokers.',
    );
    expect(quoteOf(reached(NEXT, { type: 'open-menu', turnId: 't2', at: null, ...place }))).toBe('');
  });

  it('that closes leaves open what was chosen in it', () => {
    const state = reached(
      { type: 'open-menu', turnId: 't1', at: 3, x: 0, y: 0 },
      { type: 'open-evidence' },
      { type: 'close-overlay', kind: 'menu' },
    );
    expect(state.overlay).toEqual({ kind: 'evidence', words: FIRST });
  });
});
