import { CloseButton } from '@mantine/core';
import type { Spot } from '#shared/chart/geometry.ts';
import type { Scene, SceneItem } from '#shared/chart/scene.ts';
import { useSpeech } from '../ui/i18n.tsx';
import classes from './scene-view.module.css';
import { tipPlace } from './tip-place.ts';

interface TipProps {
  readonly item: SceneItem;
  /** Where its mark is now, in pixels of the scene. */
  readonly at: Spot;
  readonly scene: Pick<Scene, 'items' | 'width' | 'height'>;
  /** Where a place of the scene is now: the picture may be enlarged. */
  readonly place: (x: number, y: number) => Spot;
  readonly hint: string;
  /** It is kept open, and this closes it. */
  readonly onClose?: () => void;
}

/** The words of an item beside its mark, where they hide the least. Screen readers have them from the item. */
export function Tip({ item, at, scene, place, hint, onClose }: TipProps) {
  const { t } = useSpeech();
  // Enlarged, names stand elsewhere than drawn; then marks alone are kept clear.
  const whole = at.x === item.x && at.y === item.y;
  const others = scene.items.map((one) => ({
    ...one,
    ...place(one.x, one.y),
    shapes: whole ? one.shapes : [],
  }));
  const { x, y, width } = tipPlace(item, at, others, scene, onClose ? 0 : 2);
  const share = (value: number, whole: number) => `${(value / whole) * 100}%`;
  return (
    <div
      className={classes.tip}
      aria-hidden={onClose === undefined}
      data-testid="tip"
      data-print={onClose ? undefined : 'hide'}
      data-pinned={onClose !== undefined || undefined}
      style={{ left: share(x, scene.width), top: share(y, scene.height), width }}
    >
      {onClose && (
        <CloseButton
          className={classes.close}
          size="xs"
          aria-label={t('chart.pin.close')}
          onClick={onClose}
        />
      )}
      <strong>{item.label}</strong>
      <span>{item.description}</span>
      {!onClose && (
        <small>
          {hint}
          <br />
          {t('chart.pin.hint')}
        </small>
      )}
    </div>
  );
}
