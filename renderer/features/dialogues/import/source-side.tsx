import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useObservable } from '../../../platform/observable.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { place, pointed, sourceShown } from './place.ts';
import classes from './preview.module.css';
import { SourceLines } from './source-lines.tsx';

/** From this width of the window on, in CSS pixels, the original has room beside turns and people. */
const WIDE = 1500;

/** Below this width the side panel takes less, so that the turns can be read. */
const NARROW = 1150;

/** Whether the original is shown, and how much room there is for it. */
export function useSourceShown(read: ReadResult): {
  readonly shown: boolean;
  readonly wide: boolean;
  readonly narrow: boolean;
} {
  const wide = useMediaQuery(`(min-width: ${WIDE}px)`, window.innerWidth >= WIDE, {
    getInitialValueInEffect: false,
  });
  const narrow = useMediaQuery(`(max-width: ${NARROW}px)`, window.innerWidth <= NARROW, {
    getInitialValueInEffect: false,
  });
  const said = useObservable(sourceShown);
  const shown = read.source.length > 0 && (said ?? wide);
  return { shown, wide, narrow };
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

/** The side panel where the original has no room of its own: it takes turns with what is said of people and dialogue. */
export function SideOrSource({
  read,
  shown,
  children,
}: {
  read: ReadResult;
  shown: boolean;
  children: ReactNode;
}) {
  const { t } = useSpeech();
  return (
    <div className={classes.side}>
      <SegmentedControl
        size="xs"
        fullWidth
        className={classes.choice}
        aria-label={t('import.side')}
        data={[
          { value: 'details', label: t('import.side.details') },
          { value: 'source', label: t('import.source.show') },
        ]}
        value={shown ? 'source' : 'details'}
        onChange={(value) => sourceShown.set(value === 'source')}
        data-testid="import-side"
      />
      {shown ? <SourceSide read={read} /> : children}
    </div>
  );
}
