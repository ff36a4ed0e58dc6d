import { CloseButton } from '@mantine/core';
import type { Spot } from '#shared/chart/geometry.ts';
import type { SceneItem } from '#shared/chart/scene.ts';
import { useSpeech } from '../ui/i18n.tsx';
import classes from './scene-view.module.css';

interface TipProps {
  readonly item: SceneItem;
  /** Where its mark is now, in pixels of the scene. */
  readonly at: Spot;
  readonly size: { readonly width: number; readonly height: number };
  readonly hint: string;
  /** It is kept open, and this closes it. */
  readonly onClose?: () => void;
}

/** The words of an item beside its mark, on the side where there is room. Screen readers have them from the item. */
export function Tip({ item, at, size, hint, onClose }: TipProps) {
  const { t } = useSpeech();
  const share = (value: number, whole: number) => `${Math.min(1, Math.max(0, value / whole)) * 100}%`;
  return (
    <div
      className={classes.tip}
      aria-hidden={onClose === undefined}
      data-testid="tip"
      data-pinned={onClose !== undefined || undefined}
      data-below={at.y < size.height * 0.35 || undefined}
      data-side={at.x < size.width * 0.25 ? 'right' : at.x > size.width * 0.75 ? 'left' : 'middle'}
      style={{ left: share(at.x, size.width), top: share(at.y, size.height) }}
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
