import type { Scheme } from '#shared/chart/palette.ts';
import type { Scene } from '#shared/chart/scene.ts';
import type { IdOf } from '#shared/model/id.ts';
import { SceneView } from '../../charts/scene-view.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';

interface SmallSceneProps {
  readonly scene: Scene;
  readonly roundId: IdOf<'rounds'>;
  readonly scheme: Scheme;
}

/** The picture itself, in a file of its own: it comes when there is something to paint. */
export default function SmallScene({ scene, roundId, scheme }: SmallSceneProps) {
  const { t } = useSpeech();
  return (
    <SceneView
      scene={scene}
      scheme={scheme}
      selected={null}
      onOpen={(issueId) => go(`${links.matrix(roundId)}?issue=${issueId}`)}
      instructions={t('home.matrix.keys')}
      hint={t('home.matrix.hint')}
    />
  );
}
