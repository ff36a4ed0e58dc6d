import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-hash-location';
import { links } from '../../ui/links.ts';
import { type Asked, addressOf, askedFrom } from './asked.ts';

/** How long typing must rest before the address takes the query in, in milliseconds. */
const REST = 300;

export interface Asking {
  readonly asked: Asked;
  /** Asks something else. Typing rests before it is taken into the address; all else is a step to go back from. */
  readonly ask: (next: Partial<Asked>, how: 'typing' | 'step' | 'replace') => void;
  /** Takes what was typed into the address at once: before leaving, so that going back finds it. */
  readonly settle: () => void;
  /** The address that stands for it. */
  readonly address: string;
  /** Grows when somebody else led here: a link, or going back. */
  readonly arrivals: number;
}

function isHere(): boolean {
  return window.location.hash.startsWith(`#${links.search()}`);
}

/** The question stands in the address, so that going back finds the same results again. */
export function useAsked(): Asking {
  // For its news alone: wouter decodes the query once too often for one that holds a percent sign.
  useSearch();
  const addressed = addressOf(askedFrom(window.location.search));
  const [asked, setAsked] = useState(() => askedFrom(addressed));
  const [arrivals, setArrivals] = useState(0);
  const latest = useRef(asked);
  const written = useRef(addressed);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    // Somebody else led here: a link to what a person said, or going back.
    if (addressed === written.current || !isHere()) return;
    clearTimeout(timer.current);
    written.current = addressed;
    latest.current = askedFrom(addressed);
    setAsked(latest.current);
    setArrivals((before) => before + 1);
  }, [addressed]);

  const write = useCallback((replace: boolean) => {
    clearTimeout(timer.current);
    const address = addressOf(latest.current);
    // Whoever has gone elsewhere meanwhile is not brought back.
    if (address === written.current || !isHere()) return;
    written.current = address;
    navigate(`${links.search()}?${address}`, { replace });
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = useCallback<Asking['ask']>(
    (next, how) => {
      // What was typed so far is what a step goes back to.
      if (how === 'step') write(true);
      latest.current = { ...latest.current, ...next };
      setAsked(latest.current);
      if (how === 'typing') {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => write(true), REST);
      } else write(how === 'replace');
    },
    [write],
  );
  const settle = useCallback(() => write(true), [write]);
  return { asked, ask, settle, address: addressOf(asked), arrivals };
}
