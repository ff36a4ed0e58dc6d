import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { observable, useObservable } from '../../../platform/observable.ts';
import { transition } from './machine.ts';
import {
  type DeskEvent,
  type DeskState,
  type DeskText,
  type Effect,
  initialState,
  type LinkTarget,
} from './state.ts';

/** The desk's state, and the one way to change it. The same object while the desk is open. */
export interface Desk {
  /** As it is now: an event handler may come between two drawings. */
  readonly current: () => DeskState;
  /** @returns the state that the event led to */
  readonly send: (event: DeskEvent) => DeskState;
}

/**
 * Runs the desk's machine while the desk is open.
 * @param link where the desk was opened
 * @param run does what a transition asks of the window and the store
 * @returns the desk, and its state as it is to be drawn
 */
export function useMachine(
  text: DeskText,
  link: LinkTarget & { readonly query: string | null },
  run: (effect: Effect) => void,
): { readonly desk: Desk; readonly state: DeskState } {
  const [store] = useState(() => observable(initialState(text, link, link.query)));
  const latest = useRef(run);
  latest.current = run;
  const send = useCallback(
    (event: DeskEvent) => {
      const { state, effects } = transition(store.get(), event);
      store.set(state);
      for (const effect of effects) latest.current(effect);
      return state;
    },
    [store],
  );
  // Before anything is painted: what is gone from the text is not shown as selected.
  useLayoutEffect(() => {
    send({ type: 'text', text });
  }, [send, text]);
  useEffect(
    () => () => {
      send({ type: 'leave' });
    },
    [send],
  );
  const desk = useMemo<Desk>(() => ({ current: store.get, send }), [store, send]);
  return { desk, state: useObservable(store) };
}
