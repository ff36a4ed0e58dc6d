import { useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import type { SmallMatrix } from '../../workers/overview/client.ts';
import classes from './home.module.css';
import { Panel, Sentence } from './panel.tsx';
import type { OverviewState } from './use-overview.ts';

// Painting a scene is no part of what is shown first.
const SmallScene = lazy(() => import('./small-scene.tsx'));

/** The latest round's matrix, small; each issue leads to it in the large one. */
export function MatrixPanel({ overview, failure }: OverviewState) {
  const { t } = useSpeech();
  const scheme = useComputedColorScheme('light');
  const matrix = overview?.matrix;
  return (
    <Panel
      title={t('home.matrix')}
      testId="home-matrix"
      busy={!overview && failure === null}
      aside={
        matrix && (
          <PlaceLink
            to={matrix.scene ? links.matrix(matrix.roundId) : links.round(matrix.roundId)}
            className={classes.link ?? ''}
            testId="home-matrix-round"
          >
            {matrix.round}
          </PlaceLink>
        )
      }
    >
      <div className={classes.picture} data-empty={(overview && !matrix?.scene) || undefined}>
        {matrix?.scene ? (
          <Suspense fallback={null}>
            <SmallScene scene={matrix.scene} roundId={matrix.roundId} scheme={scheme} />
          </Suspense>
        ) : (
          overview && <Sentence>{absence(t, matrix ?? null)}</Sentence>
        )}
      </div>
    </Panel>
  );
}

/** Why there is no picture. */
function absence(t: ReturnType<typeof useSpeech>['t'], matrix: SmallMatrix | null): string {
  if (!matrix) return t('home.matrix.none');
  return t(matrix.hidden ? 'home.matrix.hidden' : 'home.matrix.unrated', { round: matrix.round });
}
