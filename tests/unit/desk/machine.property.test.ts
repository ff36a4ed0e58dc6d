/** Any events in any order: what holds of the desk in every state that they lead to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition } from '../../../renderer/features/dialogues/desk/machine.ts';
import {
  type DeskEvent,
  type DeskState,
  exactRange,
  initialState,
  turnOf,
} from '../../../renderer/features/dialogues/desk/state.ts';
import { textOf } from './text.ts';

const TEXTS = [
  textOf(['They pay brokers. Nobody keeps papers.', 'We asked twice.', ' \n ', '', 'Go 👀 and see.']),
  textOf(['They pay.', 'Nobody keeps papers. We asked twice.'], ['t1', 't6']),
  textOf(['', 'We asked them twice. 👀'], ['t1', 't2']),
  textOf([]),
];
const turnId = fc.constantFrom('t1', 't2', 't3', 't4', 't5', 't6', 'nowhere');
const offset = fc.oneof(fc.integer({ min: -2, max: 45 }), fc.constant(Number.MAX_SAFE_INTEGER));
const selection = fc.record({ turnId, start: offset, end: offset });
const caret = fc.record({ turnId, at: fc.nat(45) });
const id = fc.constantFrom('i1', 'i2');
const mark = fc.record({ passageId: fc.constantFrom('p1', 'p2'), key: fc.option(fc.constant('c-1')) });
const letters = fc.constantFrom('a', 'b', 'c\n');
const formKind = fc.constantFrom('code' as const, 'advice' as const, 'commitment' as const);
const by = fc.constantFrom('code' as const, 'advice' as const, 'commitment' as const, 'key' as const);
const step = fc.constantFrom(
  'next-sentence' as const,
  'previous-sentence' as const,
  'next-word' as const,
  'previous-word' as const,
  'sentence' as const,
  'turn' as const,
  'grow' as const,
  'shrink' as const,
  'grow-sentence' as const,
  'shrink-sentence' as const,
  'grow-start' as const,
  'shrink-start' as const,
);

/** One generator an event; the compiler asks for every one. */
const EVENTS: {
  [Type in DeskEvent['type']]: fc.Arbitrary<Omit<Extract<DeskEvent, { type: Type }>, 'type'>>;
} = {
  text: fc.record({ text: fc.constantFrom(...TEXTS) }),
  'open-told': fc.constant({}),
  activate: fc.record({ turnId }),
  show: fc.record({ turnId, align: fc.constantFrom('center' as const, 'auto' as const) }),
  follow: fc.record({
    turnId: fc.option(turnId),
    passageId: fc.option(fc.constant('p1')),
    words: fc.option(selection),
  }),
  step: fc.record({ step }),
  'ensure-selection': fc.constant({}),
  move: fc.record({ by: fc.constantFrom(1 as const, -1 as const) }),
  point: fc.record({ selection: fc.option(selection), caret: fc.option(caret) }),
  'open-mark': fc.record({ mark, place: caret, walked: fc.boolean() }),
  'close-mark': fc.constant({}),
  'open-menu': fc.record({ turnId, at: fc.option(fc.nat(45)), x: fc.nat(9), y: fc.nat(9) }),
  'open-evidence': fc.constant({}),
  'open-details': fc.constant({}),
  'open-overlay': fc.record({ overlay: fc.constant({ kind: 'recode' as const, codingId: 'c1' }) }),
  'open-borders': fc.record({ codingId: fc.constant('c1'), range: selection }),
  'step-border': fc.record({
    step: fc.constantFrom('grow' as const, 'shrink' as const, 'grow-start' as const, 'shrink-start' as const),
  }),
  'drag-border': fc.record({ edge: fc.constantFrom('start' as const, 'end' as const), at: fc.nat(45) }),
  'close-borders': fc.record({ store: fc.boolean() }),
  'close-overlay': fc.record({
    kind: fc.constantFrom('menu' as const, 'evidence' as const, 'recode' as const, 'details' as const),
  }),
  'open-form': fc.record({ kind: formKind }),
  'type-ahead': fc.record({ letters }),
  'take-typed': fc.constant({}),
  highlight: fc.record({ issueId: fc.option(id) }),
  advise: fc.record({ issueId: id }),
  cancel: fc.constant({}),
  submit: fc.record({ by, issueId: fc.option(id) }),
  'submit-failed': fc.record({ words: selection }),
  stored: fc.record({ by, words: selection, mark: fc.option(mark), issueId: fc.option(id) }),
  'open-memo': fc.record({ codingId: fc.constantFrom('c1', 'c2') }),
  'type-memo': fc.record({ typed: letters }),
  'close-memo': fc.record({ memo: letters }),
  leave: fc.constant({}),
  tab: fc.record({ tab: fc.constantFrom('marks' as const, 'people' as const) }),
  edit: fc.record({ turnId, at: fc.nat(45) }),
  'edit-done': fc.record({ turnId }),
  'open-find': fc.record({ query: fc.option(letters) }),
  seek: fc.record({ query: fc.option(letters) }),
  'close-find': fc.constant({}),
  'show-hit': fc.record({ hit: selection }),
  escape: fc.constant({}),
};

const TYPES = Object.keys(EVENTS) as DeskEvent['type'][];
const anyEvent = fc.oneof(
  ...TYPES.map((type) =>
    (EVENTS[type] as fc.Arbitrary<object>).map((rest) => ({ type, ...rest }) as DeskEvent),
  ),
  // Forms are open for long only where what opens them, and is typed in them, comes often.
  fc.constant<DeskEvent>({ type: 'step', step: 'next-sentence' }),
  formKind.map((kind): DeskEvent => ({ type: 'open-form', kind })),
  letters.map((typed): DeskEvent => ({ type: 'type-memo', typed })),
  letters.map((typed): DeskEvent => ({ type: 'type-ahead', letters: typed })),
);
const story = fc.array(anyEvent, { minLength: 1, maxLength: 60 });
const START = initialState(TEXTS[0] ?? textOf([]), { turnId: null, passageId: null, words: null }, null);

/** Follows a story event by event. */
function follow(
  events: readonly DeskEvent[],
  check: (before: DeskState, event: DeskEvent, after: ReturnType<typeof transition>) => void,
): DeskState {
  return events.reduce((before, event) => {
    const after = transition(before, event);
    check(before, event, after);
    return after.state;
  }, START);
}

const always = (check: Parameters<typeof follow>[1]) =>
  fc.assert(
    fc.property(story, (events) => {
      follow(events, check);
    }),
    { numRuns: 1000 },
  );

/** What Escape can still close. */
function openThings({ overlay, form, selection: words, openMark, find, borders }: DeskState): number {
  return [overlay, form, words, openMark, find, borders].filter((one) => one !== null).length;
}

describe('in every state', () => {
  it('what is selected is a quote of a turn that exists', () => {
    always((_before, _event, { state }) => {
      if (state.selection) expect(exactRange(state.text, state.selection)).toBe(state.selection);
    });
  });

  it('borders that are moved hold words of a turn that exists, and are stored only when that is asked for', () => {
    always((before, event, { state, effects }) => {
      const { borders } = state;
      if (borders) expect(exactRange(state.text, borders.range)).toBe(borders.range);
      const stored = effects.filter((effect) => effect.do === 'store-borders');
      if (event.type === 'close-borders' && event.store && before.borders)
        expect(stored).toEqual([{ do: 'store-borders', ...before.borders }]);
      else expect(stored).toEqual([]);
    });
  });

  it('caret, menu and editor are at a turn that exists, and the caret within it', () => {
    always((_before, _event, { state: { text, caret: place, overlay, editing } }) => {
      if (place) expect(place.at).toBeLessThanOrEqual(turnOf(text, place.turnId)?.text.length ?? -1);
      if (overlay?.kind === 'menu') expect(turnOf(text, overlay.turnId)).toBeDefined();
      if (editing) expect(turnOf(text, editing.turnId)).toBeDefined();
    });
  });

  it('a form is open for selected words only', () => {
    always((_before, _event, { state }) => {
      if (state.form) expect(state.selection).not.toBeNull();
    });
  });

  it('Escape leads back step by step, and in a few steps to rest', () => {
    fc.assert(
      fc.property(story, (events) => {
        let state = follow(events, () => {});
        for (let left = openThings(state); left > 0; left = openThings(state)) {
          state = transition(state, { type: 'escape' }).state;
          expect(openThings(state)).toBeLessThan(left);
        }
        expect(transition(state, { type: 'escape' }).state).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what was typed', () => {
  it('as a memo is in the field, or stored, until it is closed', () => {
    always((before, event, { state, effects }) => {
      if (!before.memo?.typed || event.type === 'type-memo' || event.type === 'close-memo') return;
      if (state.memo?.codingId === before.memo.codingId) expect(state.memo).toEqual(before.memo);
      else
        expect(effects).toContainEqual({
          do: 'store-memo',
          codingId: before.memo.codingId,
          memo: before.memo.typed,
        });
    });
  });

  it('ahead of the picker is lost to no key, and to nothing that happens by itself', () => {
    const others = new Set<DeskEvent['type']>([
      ...(['step', 'ensure-selection', 'move', 'highlight', 'submit', 'submit-failed', 'stored'] as const),
      ...(['open-memo', 'type-memo', 'close-memo', 'tab', 'open-find', 'seek', 'close-find'] as const),
    ]);
    always((before, event, { state }) => {
      if (before.form?.kind !== 'code' || before.form.submitted || !others.has(event.type)) return;
      expect(state.form).toMatchObject({ kind: 'code', typed: before.form.typed });
    });
  });

  it('into the find bar is looked for until something else is, or it is closed', () => {
    always((before, event, { state }) => {
      if (['seek', 'open-find', 'close-find', 'escape'].includes(event.type)) return;
      expect(state.find).toEqual(before.find);
    });
  });
});
