import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useObservable } from '../../../platform/observable.ts';
import { place, pointed, sourceShown } from './place.ts';
import { SourceLines } from './source-lines.tsx';

/** From this width of the window on, in CSS pixels, the original has room beside turns and people. */
const WIDE = 1500;

/** Whether the original is shown, and whether there is room for it beside the people. */
export function useSourceShown(read: ReadResult): { readonly shown: boolean; readonly wide: boolean } {
  const wide = useMediaQuery(`(min-width: ${WIDE}px)`, window.innerWidth >= WIDE, {
    getInitialValueInEffect: false,
  });
  const said = useObservable(sourceShown);
  return { shown: read.source.length > 0 && (said ?? wide), wide };
}

/** The original of what is looked over: it follows the turns, and they follow it. */
export function SourceSide({ read }: { read: ReadResult }) {
  const { source, alarms } = read;
  const at = useObservable(place);
  const under = useObservable(pointed);
  const marked = useMemo(() => new Set(alarms.flatMap(({ line }) => line ?? [])), [alarms]);
  return (
    <SourceLines
      lines={source}
      marked={marked}
      selected={at}
      pointed={under}
      scrollTo={at?.by === 'line' ? null : at}
      onSelectLine={({ number }) => place.set({ from: number, to: number, by: 'line' })}
    />
  );
}
