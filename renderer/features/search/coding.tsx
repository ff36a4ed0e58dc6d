import { useEffect, useState } from 'react';
import type { FoundRange, FoundRanges, Hit, RangeUnit, SearchRequest } from '#shared/search/request.ts';
import { CodeAll } from '../../dialogs/code-all.tsx';
import { useAttempt } from '../../ui/attempt.tsx';
import { placesOf } from './places.ts';
import type { Ticks } from './selection.ts';

export interface CodingProps {
  readonly request: SearchRequest;
  /** These alone; null = what is ticked. */
  readonly hits: readonly Hit[] | null;
  readonly ticks: Ticks;
  /** Hits that are shown: some of them may be ticked though they hold only some of the words. */
  readonly listed: readonly Hit[];
  readonly onClose: () => void;
}

/** From the hits to the words that are to be coded, sentence by sentence or whole turns; then the dialogue that codes. */
export function Coding({ request, hits, ticks, listed, onClose }: CodingProps) {
  const attempt = useAttempt();
  const [unit, setUnit] = useState<RangeUnit>('sentence');
  const [found, setFound] = useState<FoundRanges | null>(null);

  // As it was when the dialogue was opened: what is coded changes the answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let current = true;
    setFound(null);
    void attempt(async () => {
      const places = await placesOf(request, unit, hits, ticks, listed);
      if (current) setFound(places);
    });
    return () => {
      current = false;
    };
  }, [unit]);

  const places: readonly FoundRange[] | null = found?.places ?? null;
  return <CodeAll places={places} more={found?.more ?? 0} unit={unit} onUnit={setUnit} onClose={onClose} />;
}
