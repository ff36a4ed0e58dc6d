import {
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { Scene } from '#shared/chart/scene.ts';
import type { Exploring, Landing } from './exploring.ts';
import type { TrialHandle } from './trial.tsx';
import type { TrialBarHandle } from './trial-bar.tsx';

/** An item that is tried elsewhere, and where. */
export interface Tried {
  readonly id: string;
  readonly landing: Landing;
}

export interface TrialState {
  /** That there is a trial, and where it began; null = none. */
  readonly tried: Tried | null;
  /** Where it is: state only says that there is one, so that dragging paints the trial alone. */
  readonly at: RefObject<Tried | null>;
  /** What is painted of it in the picture. */
  readonly mark: RefObject<TrialHandle | null>;
  /** What is said of it below. */
  readonly bar: RefObject<TrialBarHandle | null>;
  /** Tries an item at a place. */
  readonly land: (itemId: string, landing: Landing) => void;
  readonly giveUp: () => void;
}

/**
 * The trial of an item elsewhere in a picture: where it is, and that it is given up.
 * @param now what the picture is drawn with, of its last drawing
 * @param resetTrial gives it up from outside
 */
export function useTrial(
  scene: Scene,
  now: RefObject<{ readonly exploring?: Exploring | null }>,
  resetTrial: Ref<() => void> | undefined,
): TrialState {
  const [tried, setTried] = useState<Tried | null>(null);
  const mark = useRef<TrialHandle>(null);
  const bar = useRef<TrialBarHandle>(null);
  const at = useRef<Tried | null>(null);

  const giveUp = useCallback(() => {
    if (!at.current) return;
    at.current = null;
    setTried(null);
    now.current.exploring?.onTry?.(null, null);
  }, [now]);
  useImperativeHandle(resetTrial, () => giveUp, [giveUp]);
  // What was tried belongs to the picture it was tried in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is what it depends on
  useEffect(() => giveUp, [scene, giveUp]);

  const land = useCallback(
    (itemId: string, landing: Landing) => {
      const before = at.current;
      if (before?.id === itemId && before.landing.key === landing.key) return;
      at.current = { id: itemId, landing };
      if (before?.id === itemId) bar.current?.say(landing.lines);
      else setTried(at.current);
      now.current.exploring?.onTry?.(itemId, landing);
    },
    [now],
  );
  return { tried, at, mark, bar, land, giveUp };
}
