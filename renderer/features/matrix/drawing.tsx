import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type Ref, useCallback, useMemo } from 'react';
import type { PictureId } from '#shared/chart/lens.ts';
import { type MatrixInput, type MatrixPicture, matrixPicture } from '#shared/chart/matrix.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { SceneView } from '../../charts/scene-view.tsx';
import { type TriedIssue, useExploring } from '../../charts/use-exploring.ts';
import type { RoundView } from '../../store/rounds.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { type MatrixFilter, passes } from './filter.tsx';
import classes from './matrix.module.css';

/** Sizes in CSS pixels: the least at which a matrix is read, and how broad and high it may be beside its other side. */
const LEAST = { width: 520, height: 360 };
const BROADEST = 2.2;
const HIGHEST = 0.95;
/** About what legend and captions take below the axes; laid out again where they take another height. */
const USUAL_LEGEND = 150;

interface DrawingProps {
  readonly view: RoundView;
  readonly input: MatrixInput;
  readonly lens: PictureId;
  readonly filter: MatrixFilter;
  readonly selected: Id | null;
  /** Whether issues without a name in the picture are listed below it by number. */
  readonly lists: boolean;
  readonly onOpen: (issueId: IdOf<'issues'>) => void;
  readonly onTry: (tried: TriedIssue | null) => void;
  /** Whether the picture itself says what follows from a trial; false = the panel beside it does. */
  readonly saysTrial: boolean;
  readonly resetTrial: Ref<() => void>;
}

/** The matrix at the size that there is for it: axes, legend and all, as long as they can be read. */
export function Drawing({
  view,
  input,
  lens,
  filter,
  selected,
  lists,
  onOpen,
  onTry,
  saysTrial,
  resetTrial,
}: DrawingProps) {
  const { t, language, local } = useSpeech();
  const scheme = useComputedColorScheme('light');
  const { ref, width, height } = useElementSize();
  // Steps of 20 px: dragging the window's edge does not lay the picture out for every pixel.
  const room = useMemo(
    () => ({ width: Math.max(LEAST.width, step(width)), height: Math.max(LEAST.height, step(height)) }),
    [width, height],
  );
  const picture = useMemo(
    () => fitted(room, (plot) => matrixPicture(input, { t, language, lens, ...plot, heading: false, lists })),
    [input, t, language, lens, room, lists],
  );
  const themeName = useCallback((id: Id) => local(view.themes.get(id)?.name), [view.themes, local]);
  const exploring = useExploring({
    assessment: input.assessment,
    picture,
    lens,
    themeName,
    onWhatIf: onTry,
  });
  const visible = useMemo(() => passes(input.assessment, filter), [input.assessment, filter]);
  return (
    <div ref={ref} className={classes.room}>
      {width > 0 && (
        <SceneView
          scene={picture.scene}
          scheme={scheme}
          selected={selected}
          onOpen={onOpen}
          instructions={[
            t('matrix.keys'),
            t('chart.zoom.keys'),
            ...(exploring ? [t('chart.whatIf.keys')] : []),
          ].join(' ')}
          hint={t('matrix.tooltip.hint')}
          visible={visible}
          zoomable
          exploring={exploring}
          saysTrial={saysTrial}
          resetTrial={resetTrial}
        />
      )}
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lays out so that the whole, legend and lists included, fills the room: once by the usual height, and once more. */
function fitted(room: Size, layOut: (plot: Size) => MatrixPicture): MatrixPicture {
  const width = Math.min(room.width, step(Math.max(room.height, LEAST.height) * BROADEST));
  const least = Math.min(room.height, Math.max(LEAST.height, width * 0.5));
  const most = Math.max(least, width * HIGHEST);
  const guess = Math.min(most, Math.max(least, room.height - USUAL_LEGEND));
  const first = layOut({ width, height: guess });
  const below = first.scene.height - guess;
  const height = Math.min(most, Math.max(least, room.height - below));
  return Math.abs(guess - height) < 8 ? first : layOut({ width, height });
}

function step(length: number): number {
  return Math.floor(length / 20) * 20;
}
